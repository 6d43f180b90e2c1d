//! A reseller as it stands in lists: its name, and which billing integration it has.

mod billing;
mod connections;
mod economic;
mod examples;

pub use billing::ResellerBillingIntegrations;
pub use connections::ResellerConnections;
pub use economic::ResellerEconomicIntegration;

use schemars::JsonSchema;
use serde::Deserialize;
use telecomx_contract::Resource;

use crate::Id;

/// A reseller that can be set as the `parentReseller` of a customer.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema, Resource)]
#[serde(rename_all = "camelCase")]
pub struct Reseller {
    /// Identifies the reseller uniquely, and is also its id as a customer.
    #[serde(rename = "_id")]
    pub id: Id,
    /// What the reseller is called.
    pub name: String,
    /// Which systems of third parties the reseller is connected to.
    ///
    /// For now this covers only e-conomic.
    pub integrations: Option<ResellerConnections>,
}
