use schemars::JsonSchema;
use serde::Deserialize;
use telecomx_contract::{Endpoint, Example, Examples, Resource};

/// What is answered.
#[derive(Debug, Deserialize, JsonSchema, Resource)]
#[serde(rename_all = "camelCase")]
pub struct Thing {
    /// Identifies it.
    pub id: Option<String>,
}

impl Examples for Thing {
    fn examples() -> Vec<Example<Self>> {
        Vec::new()
    }
}

/// A level and a scope that do not exist.
#[derive(Endpoint)]
#[endpoint(GET "/a", response = Thing, revised = "2026-01-31")]
#[access(VEIWER, scope = OwnCustomers)]
pub struct GetThing;

const _: &telecomx_contract::Operation = GetThing::LISTED;

impl Examples for GetThing {
    fn examples() -> Vec<Example<Self>> {
        Vec::new()
    }
}
