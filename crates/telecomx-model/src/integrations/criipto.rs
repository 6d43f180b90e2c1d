//! `integrations.criipto` of a customer: the connection to Criipto.

use schemars::JsonSchema;
use serde::Deserialize;
use telecomx_contract::{Resource, Secret};

/// A customer's connection to Criipto, for signature orders.
#[derive(Debug, Clone, PartialEq, Default, Deserialize, JsonSchema, Resource)]
#[serde(rename_all = "camelCase")]
pub struct CriiptoIntegration {
    /// Whether the integration is switched on.
    ///
    /// The default is `false`.
    pub enabled: Option<bool>,
    /// The UUID used to create signature orders with Criipto.
    pub client_id: Option<String>,
    /// The credential used to create signature orders with Criipto.
    pub client_secret: Option<Secret>,
    /// The domain used for login by redirection.
    pub domain: Option<String>,
    /// The client id that goes with `domain`.
    pub client_id_realm: Option<String>,
}
