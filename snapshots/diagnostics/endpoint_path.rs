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

/// Segments that no router or URL takes.
#[derive(Endpoint)]
#[endpoint(GET "/thing/:id/*x/{*rest}/%41/grøn/../a{b}", response = Thing, revised = "2026-01-31")]
#[access(ADMIN)]
pub struct Segments {}

/// A name that no client can be generated for.
#[derive(Endpoint)]
#[endpoint(GET "/thing/{størrelse}", response = Thing, revised = "2026-01-31")]
#[access(ADMIN)]
pub struct Læs {
    /// How large it is.
    pub størrelse: String,
}

/// Variables that lack a field, and some that no field can be called.
#[derive(Endpoint)]
#[endpoint(GET "/thing/{type}/{ID}/{_id}/{a_b}/{self}/{_}", response = Thing, revised = "2026-01-31")]
#[access(ADMIN)]
pub struct Variables {}

impl Examples for Paths {
    fn examples() -> Vec<Example<Self>> {
        Vec::new()
    }
}

impl Examples for Segments {
    fn examples() -> Vec<Example<Self>> {
        Vec::new()
    }
}

impl Examples for Læs {
    fn examples() -> Vec<Example<Self>> {
        Vec::new()
    }
}

impl Examples for Variables {
    fn examples() -> Vec<Example<Self>> {
        Vec::new()
    }
}
