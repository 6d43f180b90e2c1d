//! A choice that travels as flags, reserved for some levels.

use telecomx_contract::{Endpoint, Example, Examples};

use super::{query_flags::Colour, resource::Thing};

/// List things.
#[derive(Debug, Clone, PartialEq, Endpoint)]
#[endpoint(GET "/things", response = Vec<Thing>, revised = "2026-01-31")]
#[access(RESELLER, ADMIN)]
pub struct ListThings {
    /// The colour of the things.
    #[flags]
    #[access(ADMIN)]
    pub colour: Option<Colour>,
}

impl Examples for ListThings {
    fn examples() -> Vec<Example<Self>> {
        Vec::new()
    }
}

const _: &telecomx_contract::Operation = ListThings::LISTED;
