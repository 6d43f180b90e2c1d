use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use telecomx_contract::Resource;

/// An object of a type that redaction does not know.
#[derive(Debug, Deserialize, JsonSchema, Resource)]
#[serde(rename_all = "camelCase")]
pub struct Outer {
    /// What is inside.
    pub inner: Option<Inner>,
}

/// No resource.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Inner {
    /// A note.
    pub note: Option<String>,
}

/// Numbers that the wire does not have.
#[derive(Debug, Deserialize, JsonSchema, Resource)]
#[serde(rename_all = "camelCase")]
pub struct Numbers {
    /// Unsigned.
    pub unsigned: Option<u64>,
}
