//! A POST: path variables in the path, everything else in the body.

use schemars::JsonSchema;
use serde::Deserialize;
use telecomx_contract::{Endpoint, Example, Examples, Resource};

use super::resource::Thing;

/// Add a note to a customer.
#[derive(Debug, Clone, PartialEq, Endpoint)]
#[endpoint(POST "/customers/{customerId}/notes", response = Thing, revised = "2026-01-31")]
#[access(MANAGER, RESELLER, ADMIN)]
pub struct AddNote {
    /// The customer.
    pub customer_id: String,
    /// What to note.
    pub text: String,
    /// Whether the note stays on top.
    pub pinned: Option<bool>,
    /// Who wrote it.
    pub note: Option<Note>,
}

impl Examples for AddNote {
    fn examples() -> Vec<Example<Self>> {
        Example::only(Self {
            customer_id: "c1".to_owned(),
            text: "Ring".to_owned(),
            pinned: None,
            note: None,
        })
    }
}

/// Where a note comes from.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema, Resource)]
#[serde(rename_all = "camelCase")]
pub struct Note {
    /// Who wrote it.
    pub author: Option<String>,
}

const _: &telecomx_contract::Operation = AddNote::LISTED;
