//! A choice that travels as flags, reserved for some levels.

use telecomx_contract::Endpoint;

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

const _: &telecomx_contract::Operation = ListThings::LISTED;
