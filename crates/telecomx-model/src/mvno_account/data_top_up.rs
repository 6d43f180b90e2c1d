//! `topUp` of an MVNO account: the data bought on top of the rate plan.

use schemars::JsonSchema;
use serde::Deserialize;
use telecomx_contract::Resource;

/// What a mobile phone has been topped up with this month.
#[derive(Debug, Clone, PartialEq, Default, Deserialize, JsonSchema, Resource)]
#[serde(rename_all = "camelCase")]
pub struct DataTopUp {
    /// Additional data in bytes, purchased on top of what the rate plan includes.
    ///
    /// It is reset every month.
    #[erratum(
        page = "api:mvno:account:get",
        row = "data",
        after = "topUp",
        why = "The row follows `topUp` without its prefix, and the example has the property \
               inside `topUp`, so we publish it there."
    )]
    pub data: Option<i64>,
}
