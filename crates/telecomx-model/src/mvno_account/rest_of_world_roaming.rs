//! `restOfWorldRoaming` of an MVNO account: its Rest-of-World (RoW) roaming package.

use schemars::JsonSchema;
use serde::Deserialize;
use telecomx_contract::Resource;

/// A Rest-of-World (RoW) roaming package, as an account uses it.
#[derive(Debug, Clone, PartialEq, Default, Deserialize, JsonSchema, Resource)]
#[serde(rename_all = "camelCase")]
pub struct RestOfWorldRoaming {
    /// Id of the product that is the RoW package.
    pub product_id: Option<String>,
    /// What the RoW product is called.
    #[serde(alias = "name")]
    #[erratum(
        page = "api:mvno:account:get",
        example_name = "name",
        why = "The table names the property `productName`, and so do we. The example's name is \
               still read."
    )]
    pub product_name: Option<String>,
    /// Price of the RoW package when it is activated.
    #[serde(alias = "price")]
    #[erratum(
        page = "api:mvno:account:get",
        example_name = "price",
        why = "The table names the property `productPrice`, and so do we. The example's name is \
               still read."
    )]
    pub product_price: Option<f64>,
    /// Whether the RoW package overrides the one in the phone plan, instead of being that one.
    #[assumption(
        "The page does not say which of the two true means; we take it from the property's name."
    )]
    pub is_override: Option<bool>,
    /// Whether the override is kept after the next activation, rather than used for that one only.
    ///
    /// Relevant only if `isOverride` is true.
    #[assumption(
        "The page does not say which of the two true means; we take it from the property's name."
    )]
    pub keep_after_expire: Option<bool>,
}
