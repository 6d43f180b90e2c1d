//! `integrations.billing.economic` of a customer: the connection to Visma e-conomic.

use schemars::JsonSchema;
use serde::Deserialize;
use telecomx_contract::{Resource, Secret};

/// A customer's connection to Visma e-conomic.
#[derive(Debug, Clone, PartialEq, Default, Deserialize, JsonSchema, Resource)]
#[serde(rename_all = "camelCase")]
pub struct EconomicIntegration {
    /// Whether the integration is switched on.
    ///
    /// The default is `false`.
    pub enabled: Option<bool>,
    /// The token that grants access to the reseller's e-conomic account.
    ///
    /// It is set when the e-conomic app "Telecom X Billing Integration" is allowed to access that account.
    pub agreement_grant_token: Option<Secret>,
    /// Whether the reseller wants to use the accrual module in e-conomic.
    ///
    /// The module must have been bought in e-conomic.
    pub accrual: Option<bool>,
}
