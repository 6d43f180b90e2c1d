//! `integrations.billing.rackbeat` of a customer: the connection to Rackbeat.

use schemars::JsonSchema;
use serde::Deserialize;
use telecomx_contract::{Resource, Secret};

/// A customer's connection to Rackbeat.
#[derive(Debug, Clone, PartialEq, Default, Deserialize, JsonSchema, Resource)]
#[serde(rename_all = "camelCase")]
pub struct RackbeatIntegration {
    /// Whether the integration is switched on.
    ///
    /// The default is `false`.
    pub enabled: Option<bool>,
    /// The token, created in Rackbeat, that verifies calls to Rackbeat's API.
    pub bearer_token: Option<Secret>,
}
