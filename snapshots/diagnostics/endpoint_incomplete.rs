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

#[derive(Endpoint)]
pub struct Nothing;

/// Half of it.
#[derive(Endpoint)]
#[endpoint(GET "/half")]
pub struct Half {
    pub undescribed: Option<String>,
}

impl Examples for Nothing {
    fn examples() -> Vec<Example<Self>> {
        Vec::new()
    }
}

impl Examples for Half {
    fn examples() -> Vec<Example<Self>> {
        Vec::new()
    }
}
