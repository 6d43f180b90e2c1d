//! The least an operation can be.

use telecomx_contract::{Endpoint, Example, Examples};

use super::resource::Thing;

/// Get the thing.
#[derive(Debug, Clone, PartialEq, Endpoint)]
#[endpoint(GET "/thing", response = Thing, revised = "2026-01-31")]
#[access(ADMIN)]
pub struct GetThing;

impl Examples for GetThing {
    fn examples() -> Vec<Example<Self>> {
        Vec::new()
    }
}

const _: &telecomx_contract::Operation = GetThing::LISTED;
