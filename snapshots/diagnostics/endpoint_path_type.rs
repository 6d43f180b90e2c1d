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

/// A type that has no text form.
#[derive(Endpoint)]
#[endpoint(GET "/things/{id}", response = Thing, revised = "2026-01-31")]
#[access(ADMIN)]
pub struct GetThing {
    /// Which things.
    pub id: Vec<String>,
}

const _: &telecomx_contract::Operation = GetThing::LISTED;

impl Examples for GetThing {
    fn examples() -> Vec<Example<Self>> {
        Vec::new()
    }
}
