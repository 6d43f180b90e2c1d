//! `GET /mvno/{accountId}`
//!
//! One MVNO account, with everything the caller may see.

use telecomx_contract::{Endpoint, ErrorCodes, Example, Examples};
use telecomx_model::{MvnoAccount, MvnoAccountKey, PhoneNumber};

/// Get an MVNO account.
///
/// The account is found by its id or by its phone number.
#[derive(Debug, Clone, PartialEq, Endpoint)]
#[endpoint(GET "/mvno/{accountId}", response = MvnoAccount, errors = GetMvnoAccountError, revised = "2025-01-13")]
#[access(VIEWER, MANAGER, OWNER, scope = OwnCustomer)]
#[access(RESELLER, scope = OwnReseller)]
#[access(RESELLER_ADMIN, ADMIN)]
pub struct GetMvnoAccount {
    /// The account to read, by its id (24 hexadecimal characters) or by its phone number in E.164 format,
    /// such as `+4512345678`. Client libraries encode the `+`; in a URL written by hand it is `%2B`.
    pub account_id: MvnoAccountKey,
}

impl Examples for GetMvnoAccount {
    fn examples() -> Vec<Example<Self>> {
        Example::only(Self {
            account_id: PhoneNumber::EXAMPLE.into(),
        })
    }
}

/// Why an MVNO account cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ErrorCodes)]
pub enum GetMvnoAccountError {
    /// No MVNO account has this id or number.
    ///
    /// Check the id or number; a number is in E.164 format, and its `+` is written `%2B` in a URL.
    #[code(404, "mvnoAccount")]
    UnknownMvnoAccount,
}
