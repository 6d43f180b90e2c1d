//! `serviceLevelAgreements.services` of a customer: what its service-level agreement includes.

use schemars::JsonSchema;
use serde::Deserialize;
use telecomx_contract::Resource;

/// What a customer's service-level agreement includes.
#[derive(Debug, Clone, PartialEq, Default, Deserialize, JsonSchema, Resource)]
#[serde(rename_all = "camelCase")]
pub struct CoveredServices {
    /// Whether troubleshooting and bug fixing by phone are included.
    pub phone_support_errors: Option<bool>,
    /// Whether functional changes by phone are included.
    pub phone_support_changes: Option<bool>,
    /// Whether assistance on the customer's site is included.
    pub onsite_inclusive: Option<bool>,
    /// Whether hardware parts are included.
    pub hardware_inclusive: Option<bool>,
    /// Whether Mitel software assurance is included.
    pub mitel_swas: Option<bool>,
    /// Whether the status of prescriptions is included, which is used when integrating with medical systems.
    pub prescription_status: Option<bool>,
}
