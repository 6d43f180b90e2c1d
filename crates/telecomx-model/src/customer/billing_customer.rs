//! One entry of `finance.billingCustomers` of a customer: another customer that services can be billed to.

use schemars::JsonSchema;
use serde::Deserialize;
use telecomx_contract::Resource;

use crate::Id;

/// Another customer that a customer's services can be billed to.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema, Resource)]
#[serde(rename_all = "camelCase")]
pub struct BillingCustomer {
    /// Identifies the customer that is billed.
    #[serde(rename = "_id")]
    #[erratum(
        page = "api:customer:get",
        row = "billingCustomers[]._id",
        after = "finance.skipInvoicing",
        why = "The row lacks its parent. We publish it in `finance.billingCustomers`, the array of these \
               objects."
    )]
    pub id: Id,
    /// What the customer that is billed is called.
    #[erratum(
        page = "api:customer:get",
        row = "billingCustomers[].name",
        after = "billingCustomers[]._id",
        why = "The row lacks its parent. We publish it in `finance.billingCustomers`, the array of these \
               objects."
    )]
    pub name: Option<String>,
    /// The number that the customer that is billed is registered under for value added tax.
    #[erratum(
        page = "api:customer:get",
        row = "billingCustomers[].vatNumber",
        after = "billingCustomers[].name",
        why = "The row lacks its parent. We publish it in `finance.billingCustomers`, the array of these \
               objects."
    )]
    pub vat_number: Option<String>,
}
