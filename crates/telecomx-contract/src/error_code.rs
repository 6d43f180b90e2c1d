//! Errors as documented (status, code) pairs.

use schemars::JsonSchema;
use serde::Deserialize;
use telecomx_macros::{ErrorCodes, Resource};

use crate::{Example, Examples};

/// One documented error.
///
/// The pair of status and code identifies it: the platform reuses a code under several statuses, and a
/// status under several codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ErrorCode {
    /// The HTTP status, 400 to 599.
    pub status: u16,
    /// The code in the error's body.
    pub code: &'static str,
    /// When it occurs, in one sentence.
    pub description: &'static str,
    /// What to do about it, in Markdown.
    pub remedy: &'static str,
}

impl ErrorCode {
    /// The body an operation answers this error with.
    pub fn body(&self) -> ErrorBody {
        ErrorBody {
            message: self.code.to_owned(),
            description: Some(self.description.to_owned()),
        }
    }
}

/// A set of documented errors. Implement it with `#[derive(ErrorCodes)]` on a unit enum.
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not list an operation's errors",
    note = "declare them with `#[derive(ErrorCodes)]` on a unit enum with `#[code(404, \"code\")]` on each variant"
)]
pub trait ErrorCodes: std::error::Error + Clone + Copy + PartialEq + Send + Sync + 'static {
    /// The errors, in declaration order.
    const CODES: &'static [ErrorCode];

    /// The documented error this is.
    fn code(self) -> ErrorCode;

    /// The error with this status and code, if the set has it.
    fn from_code(status: u16, code: &str) -> Option<Self>;
}

/// What every operation can answer, whatever else it documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ErrorCodes)]
pub enum CommonError {
    /// A parameter or the body is malformed; the description names what was wrong with it.
    ///
    /// Correct what the description names; the same request will fail again.
    #[code(400, "bad_request")]
    BadRequest,
    /// The request carries no token, or one that is unknown or has expired.
    ///
    /// Get a valid token, and send it with the request.
    #[code(401, "unauthorized")]
    Unauthorized,
    /// The caller is known, but may not do this: the access level is too low, or the customer is not within its reach.
    ///
    /// Each operation says which levels may call it, and for which customers: ask as somebody who may.
    #[code(403, "access_denied")]
    AccessDenied,
    /// The platform failed; nothing is wrong with the request.
    ///
    /// Repeat it later, and wait longer after each failure. Before repeating a request that changes something, see
    /// whether it was carried out.
    #[code(500, "internal_error")]
    InternalError,
}

/// The errors of an operation that has none of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ErrorCodes)]
pub enum NoErrors {}

/// The body of every error.
///
/// Tell errors apart by status and `message`; `description` is for people and may change.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema, Resource)]
#[serde(rename_all = "camelCase")]
pub struct ErrorBody {
    /// The error's code, such as `access_denied`. Which codes an operation can answer is listed with its
    /// responses; a client must expect others.
    #[assumption(
        "The pages list codes and statuses but show no error body. We publish `{\"message\": code, \"description\": text}` after the column names of their error tables; no client of ours depends on it."
    )]
    pub message: String,
    /// What went wrong, in English, for a developer to read.
    pub description: Option<String>,
}

impl Examples for ErrorBody {
    fn examples() -> Vec<Example<Self>> {
        vec![Example {
            name: "access_denied",
            summary: "The caller may not do this",
            value: CommonError::AccessDenied.code().body(),
        }]
    }
}
