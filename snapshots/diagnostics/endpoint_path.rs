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

/// Paths that cannot be.
#[derive(Endpoint)]
#[endpoint(GET "a/{one}/x{two}/{one}/{missingThing}/?query", response = Thing, revised = "2026-01-31")]
#[access(ADMIN)]
pub struct Paths {
    /// Always given.
    pub one: Option<String>,
}
