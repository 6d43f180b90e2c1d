//! One entry of `resellerCustomerGroups` of a customer: a group that a reseller puts its customers into.

use schemars::JsonSchema;
use serde::Deserialize;
use telecomx_contract::Resource;

use crate::Id;

/// A group that a reseller puts its customers into.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema, Resource)]
#[serde(rename_all = "camelCase")]
pub struct CustomerGroup {
    /// Identifies the group.
    #[serde(rename = "_id")]
    pub id: Id,
    /// What the group is called.
    pub name: Option<String>,
}
