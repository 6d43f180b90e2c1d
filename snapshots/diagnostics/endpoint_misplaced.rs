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

/// Attributes of other derives, and of other places.
#[derive(Endpoint)]
#[endpoint(GET "/{id}", response = Thing, revised = "2026-01-31")]
#[access(ADMIN)]
#[flags]
#[visible(ADMIN)]
#[code(404, "thing")]
#[serde(rename_all = "camelCase")]
pub struct GetThing {
    /// In the path.
    #[nullable]
    #[endpoint(GET "/a", response = Thing)]
    pub id: String,
    /// In the query.
    #[serde(rename = "Name")]
    #[visible(ADMIN)]
    #[value("x")]
    pub name: Option<String>,
    /// A choice.
    #[flags]
    #[assumption("It is a choice.")]
    #[deprecated(note = "choose nothing")]
    pub colour: Option<Colour>,
}

/// Arguments where there are none.
#[derive(Endpoint)]
#[endpoint(POST "/things", response = Thing, revised = "2026-01-31")]
#[access(ADMIN)]
pub struct AddThing {
    /// May be null.
    #[nullable(true)]
    #[visible(ADMIN)]
    pub name: Option<String>,
    /// Read, and written otherwise.
    #[serde(skip, with = "x")]
    pub note: Option<String>,
}

/// A colour.
#[derive(telecomx_contract::QueryFlags)]
#[assumption("There are more.")]
pub enum Colour {
    /// Red.
    #[visible(ADMIN)]
    #[serde(rename = "crimson")]
    Red,
}

impl Examples for GetThing {
    fn examples() -> Vec<Example<Self>> {
        Vec::new()
    }
}

impl Examples for AddThing {
    fn examples() -> Vec<Example<Self>> {
        Vec::new()
    }
}
