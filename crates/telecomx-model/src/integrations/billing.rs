//! `integrations.billing` of a customer: connections to systems that do the invoicing.

use schemars::JsonSchema;
use serde::Deserialize;
use telecomx_contract::Resource;

use crate::integrations::{EconomicIntegration, RackbeatIntegration, UnicontaIntegration};

/// A customer's connections to systems that do the invoicing.
#[derive(Debug, Clone, PartialEq, Default, Deserialize, JsonSchema, Resource)]
#[serde(rename_all = "camelCase")]
pub struct BillingIntegrations {
    /// Integration with Visma e-conomic.
    pub economic: Option<EconomicIntegration>,
    /// Integration with Rackbeat.
    pub rackbeat: Option<RackbeatIntegration>,
    /// Integration with Uniconta.
    pub uniconta: Option<UnicontaIntegration>,
}
