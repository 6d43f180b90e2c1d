//! The client without its HTTP library: requests and answers as plain values.
//!
//! With any library that takes an `http::Request` and gives an `http::Response`, a call is
//!
//! ```
//! use telecomx_api::customer::get::GetCustomer;
//! use telecomx_client::{BaseUrl, Secret, wire};
//! use telecomx_contract::Endpoint;
//! # use telecomx_model::Id;
//! # let customer_id = Id::from_static("52f4fd7734697b28ccaf77ec");
//! # let send = |_| http::Response::new(br#"{"_id": "52f4fd7734697b28ccaf77ec", "name": "A"}"#);
//!
//! let base_url: BaseUrl = "https://api.telecomx.dk".parse()?;
//! let token = Secret::new("…");
//!
//! let request = GetCustomer { customer_id }.into_request()?;
//! let response = send(wire::authorize(request, &base_url, &token)?);
//! let customer = wire::read_response::<GetCustomer>(response)
//!     .map_err(|error| error.without_token(&token))?;
//! # assert_eq!(customer.name, "A");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! The library must hand over answers of any status, and decode what it negotiated itself, such as gzip.
//! Switch off its redirects, which would carry the token elsewhere, and the proxies that it takes from the
//! environment; limit time and size, and see that neither its logs nor its errors show the URI.
//! `examples/other_http_library.rs` is a whole program.

use std::borrow::Cow;

use http::{HeaderMap, HeaderName, StatusCode, header};
use serde_json::Value;
use telecomx_contract::{
    CommonError, Endpoint, ErrorCodes, JsonError, RequestError, Secret, TOKEN_PARAMETER, read_json,
};

use crate::{BaseUrl, Error, ServerText};

/// Makes a request of [`Endpoint::into_request`] ready to be sent: its URI becomes absolute, and the
/// token its last query parameter.
///
/// The URI now holds the token: keep it, and the request's `Debug`, out of logs and errors.
///
/// # Errors
///
/// A URI of more than 65,534 bytes. The token is not in the error.
pub fn authorize(
    request: http::Request<Vec<u8>>,
    base_url: &BaseUrl,
    token: &Secret,
) -> Result<http::Request<Vec<u8>>, RequestError> {
    let (mut parts, body) = request.into_parts();
    let separator = if parts.uri.query().is_some() {
        '&'
    } else {
        '?'
    };
    let token = encode(token);
    let uri = format!(
        "{base_url}{}{separator}{TOKEN_PARAMETER}={token}",
        parts.uri
    );
    parts.uri = uri.parse().map_err(http::Error::from)?;
    Ok(http::Request::from_parts(parts, body))
}

/// Reads the answer to a request of this operation, whatever its status.
///
/// # Errors
///
/// [`Error::Own`], [`Error::Common`] or [`Error::Undocumented`] for a status other than 2xx, and
/// [`Error::Contract`] for a body that is not the operation's response; a byte-order mark before it is read past. What the server wrote into an
/// error may be anything, even an echo of the request's URI: [`Error::without_token`] clears it of the
/// token.
pub fn read_response<E: Endpoint>(
    response: http::Response<impl AsRef<[u8]>>,
) -> Result<E::Response, Error<E::Error>> {
    let (head, body) = response.into_parts();
    let body = body.as_ref();
    if head.status.is_success() {
        read_json(body).map_err(|error| misfit(head.status, &head.headers, error))
    } else {
        Err(failure(head.status, &head.headers, body))
    }
}

/// The token as it stands in a URI.
fn encode(token: &Secret) -> impl std::fmt::Display + '_ {
    telecomx_contract::encode(token.expose())
}

/// Where and how an answer differs from the contract, with what its head says of it.
fn misfit<E: ErrorCodes>(status: StatusCode, headers: &HeaderMap, error: JsonError) -> Error<E> {
    let JsonError { path, mut problem } = error;
    if let Some(other) = field(headers, header::CONTENT_TYPE).filter(|other| !is_json(other)) {
        problem.push_str(&format!("; the answer says that it is `{other}`"));
    }
    if let Some(encoding) = field(headers, header::CONTENT_ENCODING) {
        problem.push_str(&format!("; it is still encoded as `{encoding}`"));
    }
    Error::Contract {
        status: status.as_u16(),
        path: ServerText::new(path),
        problem: ServerText::new(problem),
    }
}

/// Whether a content type is that of JSON, and of no other character set than its own.
fn is_json(content_type: &str) -> bool {
    let compact = content_type
        .to_ascii_lowercase()
        .replace([' ', '\t', '"'], "");
    compact.trim_end_matches(";charset=utf-8").ends_with("json")
}

/// The error that a status and a body stand for. The body's shape is an assumption of the contract, so
/// it may be anything.
fn failure<E: ErrorCodes>(status: StatusCode, headers: &HeaderMap, body: &[u8]) -> Error<E> {
    let status = status.as_u16();
    let json: Value = read_json(body).unwrap_or_default();
    let text = |property| json.get(property).and_then(Value::as_str);
    let (code, description) = (text("message"), text("description").map(ServerText::new));
    if let Some(code) = code {
        if let Some(own) = E::from_code(status, code) {
            return Error::Own(own);
        }
        if let Some(error) = CommonError::from_code(status, code) {
            return Error::Common { error, description };
        }
    }
    Error::Undocumented {
        status,
        code: code.map(ServerText::new),
        description,
        location: field(headers, header::LOCATION).map(ServerText::new),
        body: ServerText::new(String::from_utf8_lossy(body)),
    }
}

/// A header field. Bytes that are not UTF-8 are replaced.
fn field(headers: &HeaderMap, name: HeaderName) -> Option<Cow<'_, str>> {
    let value = headers.get(name)?;
    Some(String::from_utf8_lossy(value.as_bytes()))
}
