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

/// Without a word of what to use.
#[derive(Endpoint)]
#[endpoint(GET "/a", response = Thing, revised = "2026-01-31")]
#[access(ADMIN)]
#[deprecated]
pub struct Bare {
    /// Only since when.
    #[deprecated(since = "1.2.0")]
    pub since: Option<String>,
    /// Nothing said.
    #[deprecated = " "]
    pub blank: Option<String>,
}

#[allow(deprecated)]
impl Examples for Bare {
    fn examples() -> Vec<Example<Self>> {
        Vec::new()
    }
}
