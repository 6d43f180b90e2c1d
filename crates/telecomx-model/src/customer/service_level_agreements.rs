//! `serviceLevelAgreements` of a customer: what it has agreed on support with its reseller.

use schemars::JsonSchema;
use serde::Deserialize;
use telecomx_contract::Resource;

use crate::customer::{CoveredServices, ServiceLevelAgreement};

/// What a customer and its reseller have agreed on support.
#[derive(Debug, Clone, PartialEq, Default, Deserialize, JsonSchema, Resource)]
#[serde(rename_all = "camelCase")]
pub struct ServiceLevelAgreements {
    /// The agreement on support given from a distance.
    pub remote: Option<ServiceLevelAgreement>,
    /// The agreement on support given on the customer's site.
    pub onsite: Option<ServiceLevelAgreement>,
    /// What is covered as part of the agreement.
    pub services: Option<CoveredServices>,
}
