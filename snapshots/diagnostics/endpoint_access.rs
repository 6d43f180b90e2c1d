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

/// Nobody may.
#[derive(Endpoint)]
#[endpoint(GET "/a", response = Thing, revised = "2026-01-31")]
#[access()]
pub struct Nobody;

/// An unknown option.
#[derive(Endpoint)]
#[endpoint(GET "/b", response = Thing, revised = "2026-01-31")]
#[access(VIEWER, relation = OwnCustomer)]
pub struct Relation;

/// Two scopes.
#[derive(Endpoint)]
#[endpoint(GET "/c", response = Thing, revised = "2026-01-31")]
#[access(VIEWER, scope = OwnCustomer, scope = OwnReseller)]
pub struct Scopes;

/// Reserved where it cannot be.
#[derive(Endpoint)]
#[endpoint(GET "/d/{id}", response = Thing, revised = "2026-01-31")]
#[access(ADMIN)]
pub struct Reserved {
    /// In the path.
    #[access(ADMIN)]
    pub id: String,
}

impl Examples for Nobody {
    fn examples() -> Vec<Example<Self>> {
        Vec::new()
    }
}

impl Examples for Relation {
    fn examples() -> Vec<Example<Self>> {
        Vec::new()
    }
}

impl Examples for Scopes {
    fn examples() -> Vec<Example<Self>> {
        Vec::new()
    }
}

impl Examples for Reserved {
    fn examples() -> Vec<Example<Self>> {
        Vec::new()
    }
}
