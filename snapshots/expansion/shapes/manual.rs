//! The examples of the derives' manual, as they stand there.

use schemars::JsonSchema;
use serde::Deserialize;
use telecomx_contract::{Endpoint, ErrorCodes, Example, Examples, OpenEnum, QueryFlags, Resource};
use telecomx_model::Id;

/** A phone.
 *
 * It belongs to an account.
 */
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema, Resource)]
#[serde(rename_all = "camelCase")]
pub struct Phone {
    /// Its number in E.164 format.
    #[serde(alias = "phone")]
    #[erratum(
        page = "api:phone:get",
        example_name = "phone",
        why = "The table names the property."
    )]
    pub number: Option<String>,
    /// Its number within the country.
    #[deprecated(since = "1.2.0", note = "use `number` instead")]
    #[assumption("It has no leading zero.")]
    pub local_number: Option<String>,
}

/// Get a customer.
///
/// What else there is to know. The doc comment is the published text: its first paragraph is the
/// summary, the rest the description.
#[derive(Debug, Clone, PartialEq, Endpoint)]
#[endpoint(GET "/customer/{customerId}", response = Customer, errors = GetCustomerError, revised = "2025-11-10")]
#[access(VIEWER, MANAGER, OWNER, scope = OwnCustomer)]
#[access(ADMIN)]
pub struct GetCustomer {
    /// The customer to read.
    pub customer_id: Id,
}

impl Examples for GetCustomer {
    fn examples() -> Vec<Example<Self>> {
        Example::only(Self {
            customer_id: Id::EXAMPLE,
        })
    }
}

/// Why a customer cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ErrorCodes)]
pub enum GetCustomerError {
    /// No customer has this id.
    ///
    /// Check the id; the same request will fail again.
    #[code(404, "customer")]
    UnknownCustomer,
}

/// How a customer receives its invoices.
#[derive(Debug, Clone, PartialEq, Eq, OpenEnum)]
pub enum InvoiceMethod {
    /// On paper, by post.
    Mail,
    /// As an e-mail.
    #[value("EMAIL")]
    Electronic,
    /// A value newer than this contract, as the server sent it.
    Other(String),
}

/// What the resellers must offer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, QueryFlags)]
pub enum ResellerFilter {
    /// Only resellers that offer IPTV.
    Iptv,
    /// Only resellers that offer private IPTV.
    #[value("iptvprivate")]
    IptvPrivate,
}

/// A customer of a reseller.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema, Resource)]
#[serde(rename_all = "camelCase")]
pub struct Customer {
    /// Unique id.
    #[serde(rename = "_id")]
    pub id: Id,
    /// What the reseller noted about the customer.
    #[visible(RESELLER, RESELLER_ADMIN, ADMIN)]
    pub notes: Option<String>,
}

impl Examples for Customer {
    fn examples() -> Vec<Example<Self>> {
        Vec::new()
    }
}

const _: &telecomx_contract::Operation = GetCustomer::LISTED;
