//! `integrations.licenses` of a customer: connections to third parties that supply licenses.

use schemars::JsonSchema;
use serde::Deserialize;
use telecomx_contract::Resource;

use crate::integrations::AlsoIntegration;

/// A customer's connections to third parties that supply licenses.
#[derive(Debug, Clone, PartialEq, Default, Deserialize, JsonSchema, Resource)]
#[serde(rename_all = "camelCase")]
pub struct LicenseIntegrations {
    /// Integration with ALSO, for licenses.
    pub also: Option<AlsoIntegration>,
}
