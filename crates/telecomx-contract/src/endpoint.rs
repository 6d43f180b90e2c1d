//! One operation as a Rust type.

use schemars::JsonSchema;
use serde::{Serialize, de::DeserializeOwned};

use crate::{AccessLevel, BadRequest, ErrorCodes, Examples, Operation, Redact, RequestError};

/// One operation of the API; the implementing struct is its request.
///
/// Implement it with `#[derive(Endpoint)]`; the derive's manual is at [`macro@crate::Endpoint`].
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an endpoint",
    note = "declare it with `#[derive(Endpoint)]` and `#[endpoint(GET \"/path\", …)]`"
)]
pub trait Endpoint: Sized + Send + Sync + 'static {
    /// The JSON body of a successful answer.
    type Response: Serialize
        + DeserializeOwned
        + JsonSchema
        + Redact
        + Examples
        + std::fmt::Debug
        + Send
        + Sync
        + 'static;

    /// Why the operation can fail, apart from what every operation can answer
    /// ([`CommonError`](crate::CommonError)).
    type Error: ErrorCodes;

    /// The operation as a value.
    const OPERATION: Operation;

    /// The request on the wire: method, path and query relative to the server's base address, and the
    /// JSON body if there is one. It carries no token.
    ///
    /// # Errors
    ///
    /// A value that cannot stand in a path, or a request too long for a URI.
    fn into_request(self) -> Result<http::Request<Vec<u8>>, RequestError>;

    /// Reads a request from the wire. Unknown query parameters are ignored.
    ///
    /// # Errors
    ///
    /// Names the parameter or property that is wrong, and what was expected.
    fn from_request<B: AsRef<[u8]>>(request: &http::Request<B>) -> Result<Self, BadRequest>;

    /// The first parameter of this request that a caller of this level may not send.
    fn denied_parameter(&self, level: AccessLevel) -> Option<&'static str>;
}
