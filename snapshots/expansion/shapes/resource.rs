//! An object: required, optional, renamed and nullable properties, a list, a nested object.

use schemars::JsonSchema;
use serde::Deserialize;
use telecomx_contract::{Example, Examples, Resource};

use super::restricted::Inside;

/// A thing.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema, Resource)]
#[serde(rename_all = "camelCase")]
pub struct Thing {
    /// Identifies it.
    #[serde(rename = "_id")]
    pub id: String,
    /// How often it was used.
    pub use_count: Option<i64>,
    /// When it may be used next; null if never.
    #[nullable]
    #[serde(alias = "nextUse")]
    pub next: Option<String>,
    /// What is in it.
    pub inside: Option<Vec<Inside>>,
    /// What it was called; null if it had no name.
    #[serde(default, deserialize_with = "telecomx_contract::some_or_null")]
    #[nullable]
    #[assumption("Null and absent differ.")]
    pub former_name: Option<Option<String>>,
}

impl Examples for Thing {
    fn examples() -> Vec<Example<Self>> {
        Vec::new()
    }
}
