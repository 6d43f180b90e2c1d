//! `integrations.billing.uniconta` of a customer: the connection to Uniconta.

use schemars::JsonSchema;
use serde::Deserialize;
use telecomx_contract::{Resource, Secret};

/// A customer's connection to Uniconta.
#[derive(Debug, Clone, PartialEq, Default, Deserialize, JsonSchema, Resource)]
#[serde(rename_all = "camelCase")]
pub struct UnicontaIntegration {
    /// Whether the integration is switched on.
    ///
    /// The default is `false`.
    pub enabled: Option<bool>,
    /// The user that logs in to Uniconta.
    pub username: Option<String>,
    /// What the user logs in to Uniconta with.
    pub password: Option<Secret>,
    /// Identifies the company that the user is connected to in Uniconta.
    pub company_id: Option<String>,
}
