//! `GET /customer/{customerId}`
//!
//! One customer, with everything the caller may see.

use telecomx_contract::{Endpoint, ErrorCodes, Example, Examples};
use telecomx_model::{Customer, Id};

/// Get a customer.
///
/// The answer holds the customer's addresses, finances, settings and integrations, as far as the caller
/// may see them. To learn only the name, or whether the customer is within reach, ask for its name
/// instead: `getCustomerName` answers with less.
#[derive(Debug, Clone, PartialEq, Endpoint)]
#[endpoint(GET "/customer/{customerId}", response = Customer, errors = GetCustomerError, revised = "2025-11-10")]
#[access(VIEWER, MANAGER, OWNER, scope = OwnCustomer)]
#[access(RESELLER, scope = OwnReseller)]
#[access(RESELLER_ADMIN, ADMIN)]
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
