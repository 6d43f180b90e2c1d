//! Errors of which two share a status and two share a code.

use telecomx_contract::ErrorCodes;

/// Why a thing cannot be had.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ErrorCodes)]
pub enum ThingError {
    /// No thing is called so.
    #[code(404, "thing")]
    UnknownThing,
    /// No customer has this id.
    #[code(404, "customer")]
    UnknownCustomer,
    /// The thing is in use.
    ///
    /// Free it first.
    #[code(409, "thing")]
    Busy,
}
