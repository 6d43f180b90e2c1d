//! `socLimit` of an MVNO account: how much its SOCs allow.

use schemars::JsonSchema;
use serde::Deserialize;
use telecomx_contract::Resource;

/// The limits of an account's SOCs.
#[derive(Debug, Clone, PartialEq, Default, Deserialize, JsonSchema, Resource)]
#[serde(rename_all = "camelCase")]
pub struct SocLimit {
    /// Data limit in megabytes.
    #[erratum(
        page = "api:mvno:account:get",
        row = "data",
        after = "socLimit",
        why = "The row follows `socLimit` without its prefix and describes a limit, so we publish \
               it inside `socLimit`."
    )]
    pub data: Option<i32>,
    /// Voice usage limit in minutes.
    #[erratum(
        page = "api:mvno:account:get",
        row = "minutes",
        after = "data",
        why = "The row follows the rows of `socLimit` without its prefix and describes a limit, \
               so we publish it inside `socLimit`."
    )]
    pub minutes: Option<i32>,
}
