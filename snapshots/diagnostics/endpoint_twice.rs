use schemars::JsonSchema;
use serde::Deserialize;
use telecomx_contract::{Endpoint, Example, Examples, NoErrors, QueryFlags, Resource};

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

/// Two operations, and levels that two rules decide about.
#[derive(Endpoint)]
#[endpoint(GET "/a", response = Thing, revised = "2026-01-31")]
#[endpoint(DELETE "/a", response = Thing, revised = "2026-01-31")]
#[access(RESELLER, scope = OwnReseller)]
#[access(ADMIN, RESELLER)]
#[access(ADMIN)]
pub struct Twice {
    /// Which alone decides?
    #[access(ADMIN)]
    #[access(RESELLER)]
    pub reserved: Option<String>,
    /// Once is enough.
    #[flags]
    #[flags]
    pub colour: Option<Colour>,
}

/// Options twice, and what cannot be read among them.
#[derive(Endpoint)]
#[endpoint(GET "/b", response = Thing, revised = "2026-02-31", revised = "2025-02-29", errors = NoErrors, errors = NoErrors, page = "api:b_c", page = "api:b_d", pages)]
#[access(ADMIN)]
pub struct Options;

/// Two fields of one name.
#[derive(Endpoint)]
#[endpoint(GET "/c", response = Thing, revised = "2026-01-31")]
#[access(ADMIN)]
pub struct Names {
    /// One.
    pub a_name: Option<String>,
    /// The same.
    pub a__name: Option<String>,
}

/// A colour.
#[derive(QueryFlags)]
pub enum Colour {
    /// Red.
    #[value("crimson")]
    #[value("scarlet")]
    Red,
    /// Taken.
    Token,
    /// A number.
    #[value(3)]
    Blue,
}

/// None.
#[derive(QueryFlags)]
pub enum Nothing {}

impl Examples for Twice {
    fn examples() -> Vec<Example<Self>> {
        Vec::new()
    }
}

impl Examples for Options {
    fn examples() -> Vec<Example<Self>> {
        Vec::new()
    }
}

impl Examples for Names {
    fn examples() -> Vec<Example<Self>> {
        Vec::new()
    }
}
