//! `integrations.mvnoPrivate` of a customer: the connection to MVNO for private customers.

use schemars::JsonSchema;
use serde::Deserialize;
use telecomx_contract::Resource;

/// A customer's connection to MVNO for private customers.
#[derive(Debug, Clone, PartialEq, Default, Deserialize, JsonSchema, Resource)]
#[serde(rename_all = "camelCase")]
pub struct MvnoPrivateIntegration {
    /// Whether the integration is switched on.
    pub enabled: Option<bool>,
    /// The URL that customers are redirected to.
    pub portal: Option<String>,
}
