//! `mvno` of a customer: settings of all its mobile accounts.

use schemars::JsonSchema;
use serde::Deserialize;
use telecomx_contract::Resource;

/// Settings that apply to all mobile accounts of a customer.
#[derive(Debug, Clone, PartialEq, Default, Deserialize, JsonSchema, Resource)]
#[serde(rename_all = "camelCase")]
pub struct CustomerMvnoSettings {
    /// Whether the SMS that warns users as they approach their data limit has a link to buy more data.
    ///
    /// The link allows the mobile account to buy top-up data. The setting applies to all mobile accounts of
    /// the customer, and can be overridden on each of them.
    pub data_top_up_sms: Option<bool>,
}
