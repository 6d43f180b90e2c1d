//! `integrations` of a reseller in a list: which systems of third parties it is connected to.

use schemars::JsonSchema;
use serde::Deserialize;
use telecomx_contract::Resource;

use crate::reseller::ResellerBillingIntegrations;

/// Which systems of third parties a reseller is connected to.
#[derive(Debug, Clone, PartialEq, Default, Deserialize, JsonSchema, Resource)]
#[serde(rename_all = "camelCase")]
pub struct ResellerConnections {
    /// Integrations with systems that do the invoicing.
    pub billing: Option<ResellerBillingIntegrations>,
}
