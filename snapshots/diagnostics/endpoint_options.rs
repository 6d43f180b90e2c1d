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

/// An unknown method.
#[derive(Endpoint)]
#[endpoint(PATCH "/a", response = Thing, revised = "2026-01-31")]
#[access(ADMIN)]
pub struct Method;

/// No method.
#[derive(Endpoint)]
#[endpoint("/b", response = Thing, revised = "2026-01-31")]
#[access(ADMIN)]
pub struct NoMethod;

/// An unknown option.
#[derive(Endpoint)]
#[endpoint(GET "/c", respons = Thing, revised = "2026-01-31")]
#[access(ADMIN)]
pub struct Option_;

/// An option twice.
#[derive(Endpoint)]
#[endpoint(GET "/d", response = Thing, response = Thing, revised = "2026-01-31")]
#[access(ADMIN)]
pub struct Twice;

/// No page's id.
#[derive(Endpoint)]
#[endpoint(GET "/f", response = Thing, page = "pbx:time_router:get", revised = "2026-01-31")]
#[access(ADMIN)]
pub struct Page;

/// No date.
#[derive(Endpoint)]
#[endpoint(GET "/e", response = Thing, revised = "2026-31-01")]
#[access(ADMIN)]
pub struct Date;

impl Examples for Method {
    fn examples() -> Vec<Example<Self>> {
        Vec::new()
    }
}

impl Examples for NoMethod {
    fn examples() -> Vec<Example<Self>> {
        Vec::new()
    }
}

impl Examples for Option_ {
    fn examples() -> Vec<Example<Self>> {
        Vec::new()
    }
}

impl Examples for Twice {
    fn examples() -> Vec<Example<Self>> {
        Vec::new()
    }
}

impl Examples for Date {
    fn examples() -> Vec<Example<Self>> {
        Vec::new()
    }
}

impl Examples for Page {
    fn examples() -> Vec<Example<Self>> {
        Vec::new()
    }
}
