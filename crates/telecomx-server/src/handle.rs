//! The user's side of an operation.

use telecomx_contract::{AccessRule, CommonError, Endpoint};

use crate::{Caller, Subject};

/// A failure of the platform. It is logged, and answered with 500 `internal_error` and no details.
pub type Internal = Box<dyn std::error::Error + Send + Sync>;

/// Why an operation is not answered. `E` is the operation's own errors.
#[derive(Debug)]
pub enum Failure<E> {
    /// One of the operation's own errors.
    Own(E),
    /// One that every operation can answer.
    Common(CommonError),
    /// The platform has more to do than it can do now, and the same request may well be answered a little
    /// later: 503 `overloaded` with `Retry-After`, which clients wait for and repeat. Nothing is wrong with
    /// the platform, and nothing has been done.
    ///
    /// No operation documents it, as none documents the server's own [`Limits`](crate::Limits).
    Overloaded,
    /// A failure of the platform.
    Internal(Internal),
}

impl<E> From<Internal> for Failure<E> {
    fn from(error: Internal) -> Self {
        Self::Internal(error)
    }
}

/// Handles one operation.
///
/// The request is parsed, the caller known and allowed before [`handle`](Self::handle) runs, and what it
/// returns is redacted for the caller afterwards. A handler that must wait for something scarce, such as a
/// connection to a database, waits for a while at most, and then says [`Failure::Overloaded`]: to fail with
/// [`Failure::Internal`] would tell people to report what only has to be repeated.
///
/// ```
/// # use telecomx_api::customer::resellers::ListResellers;
/// # use telecomx_contract::{NoErrors, Secret};
/// # use telecomx_model::Reseller;
/// # use telecomx_server::{Authenticate, Caller, Failure, Handle, Limits, Server};
/// struct MyPlatform;
///
/// impl Handle<ListResellers> for MyPlatform {
///     async fn handle(&self, request: ListResellers, caller: &Caller) -> Result<Vec<Reseller>, Failure<NoErrors>> {
///         Ok(Vec::new())
///     }
/// }
/// # impl Authenticate for MyPlatform {
/// #     async fn authenticate(&self, _: &Secret) -> Result<Option<Caller>, Failure<NoErrors>> { Ok(None) }
/// # }
/// # fn main() {
/// let router = Server::new(&telecomx_api::API, MyPlatform, Limits::default()).operation::<ListResellers>().into_router();
/// # }
/// ```
///
/// Where access depends on whose customer a request is about, a handler that does not say so is refused by
/// the compiler:
///
/// ```compile_fail,E0080
/// # use telecomx_api::customer::get_name::{GetCustomerName, GetCustomerNameError};
/// # use telecomx_contract::{NoErrors, Secret};
/// # use telecomx_model::CustomerSummary;
/// # use telecomx_server::{Authenticate, Caller, Failure, Handle, Limits, Server};
/// struct MyPlatform;
///
/// impl Handle<GetCustomerName> for MyPlatform {
///     async fn handle(&self, _: GetCustomerName, _: &Caller) -> Result<CustomerSummary, Failure<GetCustomerNameError>> {
///         Err(Failure::Own(GetCustomerNameError::UnknownCustomer))
///     }
/// }
/// # impl Authenticate for MyPlatform {
/// #     async fn authenticate(&self, _: &Secret) -> Result<Option<Caller>, Failure<NoErrors>> { Ok(None) }
/// # }
/// # fn main() {
/// let router = Server::new(&telecomx_api::API, MyPlatform, Limits::default()).operation::<GetCustomerName>().into_router();
/// # }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not handle `{E}`",
    note = "write `impl Handle<{E}> for {Self}`; an operation left out of the server answers 501"
)]
pub trait Handle<E: Endpoint>: Send + Sync + 'static {
    /// Answers the request.
    ///
    /// # Errors
    ///
    /// One of the documented errors, overload, or a failure of the platform.
    fn handle(
        &self,
        request: E,
        caller: &Caller,
    ) -> impl Future<Output = Result<E::Response, Failure<E::Error>>> + Send;

    /// The customer that the request is about. It is asked where the relation between caller and
    /// customer decides; what does not exist is the operation's own error.
    ///
    /// An operation whose access rules have a scope must implement it: one that does not is refused by
    /// the compiler.
    ///
    /// # Errors
    ///
    /// One of the documented errors, overload, or a failure of the platform.
    fn subject(
        &self,
        request: &E,
    ) -> impl Future<Output = Result<Subject, Failure<E::Error>>> + Send {
        const {
            assert!(
                !has_scope(E::OPERATION.access),
                "access to this operation depends on whose customer the request is about: implement `subject` of its `Handle`"
            );
        }
        let _ = request;
        // Never asked, since no rule has a scope.
        std::future::ready(Err(Failure::Common(CommonError::AccessDenied)))
    }
}

/// Whether any rule depends on whose customer a request is about.
const fn has_scope(rules: &[AccessRule]) -> bool {
    let mut index = 0;
    while index < rules.len() {
        if rules[index].scope.is_some() {
            return true;
        }
        index += 1;
    }
    false
}
