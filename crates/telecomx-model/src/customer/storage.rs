//! `storage` of a customer: the room for its files.

use schemars::JsonSchema;
use serde::Deserialize;
use telecomx_contract::Resource;

/// How much file storage a customer has, and how much of it is used.
#[derive(Debug, Clone, PartialEq, Default, Deserialize, JsonSchema, Resource)]
#[serde(rename_all = "camelCase")]
pub struct Storage {
    /// How much file storage the customer has taken up, in bytes.
    pub used: Option<i64>,
    /// The most file storage that the customer can take up, in bytes.
    ///
    /// The default is 1 gigabyte.
    pub total: Option<i64>,
}
