//! `info` of an MVNO account: what the user can read but not change.

use schemars::JsonSchema;
use serde::Deserialize;
use telecomx_contract::Resource;

/// Information about an account and its phone that the user cannot change.
#[derive(Debug, Clone, PartialEq, Default, Deserialize, JsonSchema, Resource)]
#[serde(rename_all = "camelCase")]
pub struct MvnoAccountDetails {
    /// Whether the account is waiting to be updated and cannot be changed.
    #[assumption(
        "The page says that accounting is waiting to be updated; we read it as the account."
    )]
    pub updating: Option<bool>,
    /// Whether data has been disabled for the rest of the month because it has been used up.
    pub data_disabled: Option<bool>,
    /// IMEI number of the mobile phone.
    pub imei: Option<String>,
    /// Make and model of the phone used, if available.
    #[erratum(
        page = "api:mvno:account:get",
        row = "deviceType",
        after = "info.imei",
        why = "The row stands between rows of `info` without its prefix, and the example has the \
               property inside `info`, so we publish it there."
    )]
    pub device_type: Option<String>,
    /// Whether high-rate calls, international calls and roaming are blocked because of high usage.
    ///
    /// Only a reseller or an administrator can lift the block.
    pub usage_block: Option<bool>,
}
