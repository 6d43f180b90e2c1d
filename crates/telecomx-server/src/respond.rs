//! Answers: JSON, and errors that always have a body.

use axum::response::{IntoResponse, Response};
use http::{HeaderValue, StatusCode, header};
use telecomx_contract::{CommonError, ErrorBody, ErrorCode, ErrorCodes};

use crate::{
    Failure, Internal,
    log::{self, Counted},
};

/// Answers that no operation documents, because no operation is reached, or none can be carried out now:
/// `(status, code, description)`.
pub(crate) mod unreached {
    use super::StatusCode;

    pub(crate) type Unreached = (StatusCode, &'static str, &'static str);

    pub(crate) const NOT_FOUND: Unreached = (
        StatusCode::NOT_FOUND,
        "not_found",
        "No operation has this path; the document lists those there are.",
    );
    pub(crate) const METHOD_NOT_ALLOWED: Unreached = (
        StatusCode::METHOD_NOT_ALLOWED,
        "method_not_allowed",
        "This path has no operation with this method; `Allow` lists those it has.",
    );
    pub(crate) const REQUEST_TIMEOUT: Unreached = (
        StatusCode::REQUEST_TIMEOUT,
        "request_timeout",
        "The request did not arrive in time; send it whole, and at once.",
    );
    pub(crate) const BODY_TOO_LARGE: Unreached = (
        StatusCode::PAYLOAD_TOO_LARGE,
        "body_too_large",
        "The body is larger than the server accepts.",
    );
    pub(crate) const URI_TOO_LONG: Unreached = (
        StatusCode::URI_TOO_LONG,
        "uri_too_long",
        "The address is longer than the server accepts.",
    );
    pub(crate) const HEADERS_TOO_LARGE: Unreached = (
        StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE,
        "headers_too_large",
        "The header fields are more or longer than the server accepts.",
    );
    pub(crate) const NOT_IMPLEMENTED: Unreached = (
        StatusCode::NOT_IMPLEMENTED,
        "not_implemented",
        "The operation is part of the contract, and this server does not implement it.",
    );
    pub(crate) const OVERLOADED: Unreached = (
        StatusCode::SERVICE_UNAVAILABLE,
        "overloaded",
        "The server handles as many requests as it can; repeat the request later.",
    );
    pub(crate) const TIMED_OUT: Unreached = (
        StatusCode::GATEWAY_TIMEOUT,
        "timed_out",
        "The platform took too long. Repeat the request later; before repeating one that changes something, see \
         whether it was carried out.",
    );

    /// All of them.
    pub(crate) const ALL: [Unreached; 9] = [
        NOT_FOUND,
        METHOD_NOT_ALLOWED,
        REQUEST_TIMEOUT,
        BODY_TOO_LARGE,
        URI_TOO_LONG,
        HEADERS_TOO_LARGE,
        NOT_IMPLEMENTED,
        OVERLOADED,
        TIMED_OUT,
    ];
}

/// A successful answer. It is its caller's alone, so nothing between the two may keep it.
pub(crate) fn json(body: Vec<u8>) -> Response {
    const JSON: HeaderValue = HeaderValue::from_static("application/json");
    const NO_STORE: HeaderValue = HeaderValue::from_static("no-store");
    let mut response = Response::new(body.into());
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, JSON);
    headers.insert(header::CACHE_CONTROL, NO_STORE);
    response
}

/// An error as it is documented.
pub(crate) fn documented(error: ErrorCode) -> Response {
    error_body(error.status, error.code, error.description)
}

/// A general error, with a description of the case at hand.
pub(crate) fn common(error: CommonError, description: &str) -> Response {
    let ErrorCode { status, code, .. } = error.code();
    error_body(status, code, description)
}

/// An answer that no operation documents.
pub(crate) fn undocumented((status, code, description): unreached::Unreached) -> Response {
    error_body(status.as_u16(), code, description)
}

/// More was asked for than can be done now. It is soon over, or it is not: a client waits longer each time.
pub(crate) fn overloaded() -> Response {
    const SECONDS: HeaderValue = HeaderValue::from_static("1");
    let mut response = undocumented(unreached::OVERLOADED);
    response.headers_mut().insert(header::RETRY_AFTER, SECONDS);
    response
}

/// An answer for a status of which nothing else is known, 400 to 599.
pub(crate) fn of_status(status: StatusCode) -> Response {
    let known = unreached::ALL.into_iter().find(|known| known.0 == status);
    if let Some(known) = known {
        return undocumented(known);
    }
    let status = status.as_u16();
    let common = CommonError::CODES.iter();
    match common.copied().find(|common| common.status == status) {
        Some(common) => documented(common),
        None => error_body(status, "refused", "The server refused the request."),
    }
}

/// The last answer of its connection, since what the caller sends is not read to its end.
pub(crate) fn and_close(mut response: Response) -> Response {
    let close = HeaderValue::from_static("close");
    response.headers_mut().insert(header::CONNECTION, close);
    response
}

/// A failure of the platform: its details are for the log alone.
pub(crate) fn internal(error: &Internal) -> Response {
    log::write(|| tracing::error!(error = %error, "the platform failed"));
    documented(CommonError::InternalError.code())
}

impl<E: ErrorCodes> IntoResponse for Failure<E> {
    fn into_response(self) -> Response {
        match self {
            Self::Own(error) => documented(error.code()),
            Self::Common(error) => documented(error.code()),
            Self::Overloaded => {
                static OVERLOADED: Counted = Counted::new();
                OVERLOADED.happened(|count| tracing::warn!(count, "the platform is overloaded"));
                overloaded()
            }
            Self::Internal(error) => internal(&error),
        }
    }
}

fn error_body(status: u16, code: &str, description: &str) -> Response {
    let body = ErrorBody {
        message: code.to_owned(),
        description: Some(description.to_owned()),
    };
    // Two strings always can be written as JSON.
    let mut response = json(serde_json::to_vec(&body).unwrap_or_default());
    *response.status_mut() =
        StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    response
}
