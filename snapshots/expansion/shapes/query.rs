//! Query parameters, required and optional.

use telecomx_contract::{Endpoint, Example, Examples};

use super::resource::Thing;

/// Find customers.
#[derive(Debug, Clone, PartialEq, Endpoint)]
#[endpoint(GET "/customers", response = Vec<Thing>, revised = "2026-01-31")]
#[access(RESELLER, ADMIN)]
pub struct FindCustomers {
    /// What to look for.
    pub text: String,
    /// Only customers in this city.
    pub city: Option<String>,
    /// How many to answer with at most.
    pub limit: Option<i32>,
    /// Only customers that are active.
    #[access(ADMIN)]
    pub active: Option<bool>,
}

impl Examples for FindCustomers {
    fn examples() -> Vec<Example<Self>> {
        Vec::new()
    }
}

const _: &telecomx_contract::Operation = FindCustomers::LISTED;
