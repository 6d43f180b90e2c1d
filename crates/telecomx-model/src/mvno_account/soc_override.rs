//! One of the `socsOverride` of an MVNO account.

use schemars::JsonSchema;
use serde::Deserialize;
use telecomx_contract::Resource;

/// The replacement of one SOC by another.
#[derive(Debug, Clone, PartialEq, Default, Deserialize, JsonSchema, Resource)]
#[serde(rename_all = "camelCase")]
pub struct SocOverride {
    /// Name of the SOC to replace.
    pub soc: Option<String>,
    /// Name of the SOC to use instead.
    pub new_soc: Option<String>,
    /// Whether the override must expire at the end of the month.
    #[serde(rename = "expireEOM")]
    pub expire_end_of_month: Option<bool>,
    /// Whether the override should start during the update run at the end of the month.
    #[serde(rename = "startEOM")]
    pub start_end_of_month: Option<bool>,
    /// Whether the system has set the override automatically.
    pub set_by_system: Option<bool>,
}
