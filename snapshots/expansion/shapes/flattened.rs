//! An object whose properties stand directly in another.

use schemars::JsonSchema;
use serde::Deserialize;
use telecomx_contract::Resource;

use super::restricted::Inner;

/// A thing with a name.
#[derive(Debug, Clone, PartialEq, Default, Deserialize, JsonSchema, Resource)]
#[serde(rename_all = "camelCase")]
pub struct Named {
    /// The thing itself.
    #[serde(flatten)]
    pub inner: Inner,
    /// What it is called.
    pub name: Option<String>,
}
