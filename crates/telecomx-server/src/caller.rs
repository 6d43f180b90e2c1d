//! Who calls, and whom a call is about.

use telecomx_contract::{AccessLevel, NoErrors, Secret};
use telecomx_model::Id;

use crate::Failure;

/// Who calls, as far as access goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Caller {
    /// The level of the caller's token.
    pub level: AccessLevel,
    /// The employee the token belongs to, if it belongs to a person.
    pub employee: Option<Id>,
    /// The customer the caller is a user of.
    pub customer: Option<Id>,
    /// The reseller the caller works for.
    pub reseller: Option<Id>,
}

/// The customer that a request is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// The customer itself.
    pub customer: Id,
    /// The reseller the customer belongs to; a top-level reseller has none.
    pub reseller: Option<Id>,
}

/// Tells who a token belongs to.
pub trait Authenticate: Send + Sync + 'static {
    /// The caller that this token belongs to, or `None` if it is unknown or has expired.
    ///
    /// # Errors
    ///
    /// Overload, answered with 503, or a failure of the platform, answered with 500.
    fn authenticate(
        &self,
        token: &Secret,
    ) -> impl Future<Output = Result<Option<Caller>, Failure<NoErrors>>> + Send;
}
