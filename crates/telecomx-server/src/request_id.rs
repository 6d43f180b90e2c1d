//! The number of a request, which its caller may choose.

use axum::extract::Request;
use http::{HeaderName, HeaderValue};

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");
const LONGEST: usize = 128;

/// Forgets a caller's `x-request-id` that could not stand in a log line or a file's name as it is, so that the
/// request gets one of ours: one is given, of 1 to 128 letters, digits and `-._~:/+=@`.
pub(crate) fn check(mut request: Request) -> Request {
    let mut ids = request.headers().get_all(REQUEST_ID).iter();
    let fits = match (ids.next(), ids.next()) {
        (Some(id), None) => is_plain(id),
        (given, _) => given.is_none(),
    };
    if !fits {
        request.headers_mut().remove(REQUEST_ID);
    }
    request
}

fn is_plain(id: &HeaderValue) -> bool {
    let id = id.as_bytes();
    let plain = |byte: &u8| byte.is_ascii_alphanumeric() || b"-._~:/+=@".contains(byte);
    (1..=LONGEST).contains(&id.len()) && id.iter().all(plain)
}
