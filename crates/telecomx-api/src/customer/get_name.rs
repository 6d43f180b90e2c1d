//! `GET /customer/{customerId}/name`
//!
//! A customer's name, features and integrations.

use telecomx_contract::{Endpoint, ErrorCodes, Example, Examples};
use telecomx_model::{CustomerSummary, Id};

/// Get a customer's name.
///
/// For places that refer to a customer by id: the answer gives the name to show, and that there is an
/// answer tells that the caller may access the customer.
#[derive(Debug, Clone, PartialEq, Endpoint)]
#[endpoint(GET "/customer/{customerId}/name", response = CustomerSummary, errors = GetCustomerNameError, revised = "2026-05-08")]
#[access(VIEWER, MANAGER, OWNER, scope = OwnCustomer)]
#[access(RESELLER, scope = OwnReseller)]
#[access(RESELLER_ADMIN, ADMIN)]
pub struct GetCustomerName {
    /// The customer to name.
    pub customer_id: Id,
}

impl Examples for GetCustomerName {
    fn examples() -> Vec<Example<Self>> {
        Example::only(Self {
            customer_id: Id::EXAMPLE,
        })
    }
}

/// Why a customer cannot be named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ErrorCodes)]
pub enum GetCustomerNameError {
    /// No customer has this id.
    ///
    /// Check the id; the same request will fail again.
    #[code(404, "customer")]
    UnknownCustomer,
}
