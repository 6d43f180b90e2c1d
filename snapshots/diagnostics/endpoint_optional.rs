use schemars::JsonSchema;
use serde::Deserialize;
use telecomx_contract::{Endpoint, Example, Examples, QueryFlags, Resource};

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

/// A colour.
#[derive(QueryFlags)]
pub enum Colour {
    /// Red.
    Red,
}

/// Fields that must be left out, or must not.
#[derive(Endpoint)]
#[endpoint(GET "/things/{id}", response = Thing, revised = "2026-01-31")]
#[access(ADMIN)]
pub struct GetThing {
    /// Always given.
    pub id: Option<String>,
    /// Never unmade.
    #[flags]
    pub colour: Colour,
    /// Reserved, and always given.
    #[access(ADMIN)]
    pub limit: i32,
    /// Nothing that stands in a URL.
    pub tags: Option<Vec<String>>,
}

const _: &telecomx_contract::Operation = GetThing::LISTED;

impl Examples for GetThing {
    fn examples() -> Vec<Example<Self>> {
        Vec::new()
    }
}
