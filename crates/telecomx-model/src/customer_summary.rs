//! The short form of a customer: what is needed to show its name and to know whether it may be accessed.

mod examples;

use schemars::JsonSchema;
use serde::Deserialize;
use telecomx_contract::Resource;

use crate::Id;
use crate::feature::Feature;
use crate::integrations::Integrations;

/// A customer's name, with its reseller, features and integrations.
///
/// Typically used where a customer is referenced directly: to show its name, and to know whether it may be
/// accessed.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema, Resource)]
#[serde(rename_all = "camelCase")]
pub struct CustomerSummary {
    /// Identifies the customer uniquely.
    #[serde(rename = "_id")]
    pub id: Id,
    /// What the customer is called.
    pub name: String,
    /// The reseller that the customer belongs to, by id.
    #[erratum(
        page = "api:customer:get-name",
        example = "1234567890123457890ABCD",
        why = "The id in the example has 23 characters. An id that a caller sends has 24; in an answer we publish a text of any length."
    )]
    pub parent_reseller: Option<Id>,
    /// What the customer has access to on the Telecom X platform.
    ///
    /// The list can only be set by resellers and administrators, and a reseller can only assign to its
    /// customers what it has itself.
    #[erratum(
        page = "api:customer:get-name",
        values = ["CUSTOMER", "SIP", "MVNO", "PBX", "TCE", "DNS", "INTERNET", "TV"],
        why = "The row lists 8 features, and `api:customer:get` lists 16 for the same property of the same \
               customer. We publish all 16."
    )]
    pub features: Option<Vec<Feature>>,
    /// Settings of the integrations with systems of third parties.
    pub integrations: Option<Integrations>,
}
