//! `integrations.licenses.also` of a customer: the connection to ALSO.

use schemars::JsonSchema;
use serde::Deserialize;
use telecomx_contract::{Resource, Secret};

/// A customer's connection to ALSO, for licenses.
#[derive(Debug, Clone, PartialEq, Default, Deserialize, JsonSchema, Resource)]
#[serde(rename_all = "camelCase")]
pub struct AlsoIntegration {
    /// Whether the licenses of this customer or reseller are to be synchronized from ALSO.
    pub enabled: Option<bool>,
    /// The user that logs in to ALSO.
    pub username: Option<String>,
    /// What the user logs in to ALSO with.
    pub password: Option<Secret>,
    /// Identifies the customer in ALSO.
    pub customer_id: Option<String>,
}
