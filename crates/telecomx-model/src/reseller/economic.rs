//! `integrations.billing.economic` of a reseller in a list: whether it is connected to Visma e-conomic.

use schemars::JsonSchema;
use serde::Deserialize;
use telecomx_contract::Resource;

/// Whether a reseller is connected to Visma e-conomic.
#[derive(Debug, Clone, PartialEq, Default, Deserialize, JsonSchema, Resource)]
#[serde(rename_all = "camelCase")]
pub struct ResellerEconomicIntegration {
    /// Whether the integration is switched on.
    ///
    /// The default is `false`.
    pub enabled: Option<bool>,
}
