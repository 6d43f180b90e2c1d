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

/// Fields that cannot be sent so.
#[derive(Endpoint)]
#[endpoint(GET "/a", response = Thing, revised = "2026-01-31")]
#[access(ADMIN)]
pub struct Fields {
    /// Reserved for the caller's token.
    pub token: Option<String>,
}

/// Flags in a body.
#[derive(Endpoint)]
#[endpoint(POST "/b", response = Thing, revised = "2026-01-31")]
#[access(ADMIN)]
pub struct Body {
    /// In the body.
    #[flags]
    pub flags: Option<Colour>,
}

/// A colour.
#[derive(telecomx_contract::QueryFlags)]
pub enum Colour {
    /// Red.
    Red,
}

impl Examples for Fields {
    fn examples() -> Vec<Example<Self>> {
        Vec::new()
    }
}

impl Examples for Body {
    fn examples() -> Vec<Example<Self>> {
        Vec::new()
    }
}
