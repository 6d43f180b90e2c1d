//! A DELETE with two path variables, whose page no module can be called like.

use telecomx_contract::{Endpoint, Example, Examples};

use super::{error_codes::ThingError, resource::Thing};

/// Remove a thing from a customer.
#[derive(Debug, Clone, PartialEq, Endpoint)]
#[endpoint(DELETE "/customers/{customerId}/things/{thingId}", response = Thing, errors = ThingError, page = "api:customer:remove_thing", revised = "2026-01-31")]
#[access(ADMIN)]
pub struct RemoveThing {
    /// The thing.
    pub thing_id: String,
    /// The customer.
    pub customer_id: String,
    /// Whether to remove it for good.
    pub purge: Option<bool>,
}

impl Examples for RemoveThing {
    fn examples() -> Vec<Example<Self>> {
        Vec::new()
    }
}

const _: &telecomx_contract::Operation = RemoveThing::LISTED;
