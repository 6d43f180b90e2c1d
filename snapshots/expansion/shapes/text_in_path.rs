//! A path variable, several access rules, own errors, and a description.

use telecomx_contract::{Endpoint, Example, Examples};

use super::{error_codes::ThingError, resource::Thing};

/// Get a thing by its name.
///
/// The name is compared as it is.
#[derive(Debug, Clone, PartialEq, Endpoint)]
#[endpoint(GET "/names/{name}", response = Thing, errors = ThingError, revised = "2026-01-31")]
#[access(VIEWER, MANAGER, scope = OwnCustomer)]
#[access(RESELLER, scope = OwnReseller)]
#[access(ADMIN)]
#[assumption("Names are case-sensitive.")]
pub struct GetByName {
    /// The thing's name.
    pub name: String,
}

impl Examples for GetByName {
    fn examples() -> Vec<Example<Self>> {
        Vec::new()
    }
}

const _: &telecomx_contract::Operation = GetByName::LISTED;
