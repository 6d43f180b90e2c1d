use schemars::JsonSchema;
use serde::Deserialize;
use telecomx_contract::{Endpoint, Resource};

/// No examples.
#[derive(Debug, Deserialize, JsonSchema, Resource)]
#[serde(rename_all = "camelCase")]
pub struct Thing {
    /// Identifies it.
    pub id: Option<String>,
}

/// Not an enumeration of errors.
pub struct Errors;

/// A request and a response without examples, and errors without codes.
#[derive(Endpoint)]
#[endpoint(GET "/things", response = Thing, errors = Errors, revised = "2026-01-31")]
#[access(ADMIN)]
pub struct ListThings;

const _: &telecomx_contract::Operation = ListThings::LISTED;
