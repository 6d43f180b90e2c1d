//! Restricted properties, plain and nested, secrets, and errata.

use schemars::JsonSchema;
use serde::Deserialize;
use telecomx_contract::{Resource, Secret};

/// What is inside.
#[derive(Debug, Clone, PartialEq, Default, Deserialize, JsonSchema, Resource)]
#[serde(rename_all = "camelCase")]
pub struct Inside {
    /// A note about it.
    #[visible(RESELLER, ADMIN)]
    #[erratum(page = "api:thing:get", levels = ["RESELLER"], why = "ADMIN sees all.")]
    pub note: Option<String>,
    /// What opens it.
    #[erratum(
        page = "api:thing:get",
        row = "pin",
        after = "note",
        why = "The row lost its parent."
    )]
    pub pin: Option<Secret>,
    /// What is inside of that.
    #[visible(ADMIN)]
    pub inside: Option<Vec<Inner>>,
}

/// What is inside of that.
#[derive(Debug, Clone, PartialEq, Default, Deserialize, JsonSchema, Resource)]
#[serde(rename_all = "camelCase")]
pub struct Inner {
    /// What it weighs, in kilograms.
    pub weight: Option<f64>,
}
