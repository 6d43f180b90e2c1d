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

/// It is on no list.
#[derive(Endpoint)]
#[endpoint(GET "/things", response = Thing, revised = "2026-01-31")]
#[access(ADMIN)]
pub struct ListThings;

impl Examples for ListThings {
    fn examples() -> Vec<Example<Self>> {
        Vec::new()
    }
}
