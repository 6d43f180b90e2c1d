//! `finance.numberRentCount` of a customer: the phone numbers counted during the last invoicing.

use schemars::JsonSchema;
use serde::Deserialize;
use telecomx_contract::Resource;

/// How many phone numbers were counted during the last invoicing of number rent.
#[derive(Debug, Clone, PartialEq, Default, Deserialize, JsonSchema, Resource)]
#[serde(rename_all = "camelCase")]
pub struct NumberRentCount {
    /// How many single phone numbers were counted.
    pub singles: Option<i32>,
    /// How many series of 100 phone numbers were counted.
    pub hundreds: Option<i32>,
}
