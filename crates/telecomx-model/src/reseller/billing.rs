//! `integrations.billing` of a reseller in a list: which systems that do the invoicing it is connected to.

use schemars::JsonSchema;
use serde::Deserialize;
use telecomx_contract::Resource;

use crate::reseller::ResellerEconomicIntegration;

/// Which systems that do the invoicing a reseller is connected to.
#[derive(Debug, Clone, PartialEq, Default, Deserialize, JsonSchema, Resource)]
#[serde(rename_all = "camelCase")]
pub struct ResellerBillingIntegrations {
    /// Integration with Visma e-conomic.
    pub economic: Option<ResellerEconomicIntegration>,
}
