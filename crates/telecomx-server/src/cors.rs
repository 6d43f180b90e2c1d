//! Which pages of other origins may read the answers.

use axum::{
    extract::Request,
    middleware::Next,
    response::{IntoResponse as _, Response},
};
use http::{HeaderName, HeaderValue, Method, header};
use tower::{Layer as _, ServiceExt as _};
use tower_http::cors::{AllowOrigin, Any, CorsLayer};

const ASKED_METHOD: HeaderName = HeaderName::from_static("access-control-request-method");
const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Which pages of other origins may call a server from a browser (CORS), and read its answers.
///
/// Cookies and other credentials of the browser are never allowed: a page must know a token.
#[derive(Debug, Clone)]
pub struct Cors(CorsLayer);

impl Cors {
    /// Pages of any origin.
    pub fn any() -> Self {
        Self::from(AllowOrigin::any())
    }

    /// Pages of these origins alone, each as a browser sends it: `https://docs.example`, without a path. `*` is any.
    pub fn only(origins: impl IntoIterator<Item = HeaderValue>) -> Self {
        let origins: Vec<_> = origins.into_iter().collect();
        if origins.iter().any(|origin| origin == "*") {
            return Self::any();
        }
        Self::from(AllowOrigin::list(origins))
    }

    fn from(origins: AllowOrigin) -> Self {
        let layer = CorsLayer::new()
            .allow_origin(origins)
            .allow_methods(Any)
            .allow_headers(Any)
            .expose_headers([REQUEST_ID, header::RETRY_AFTER]);
        Self(layer)
    }

    /// Answers a preflight before anybody asks who calls, and says beside every other answer who may read it.
    pub(crate) async fn answer(self, request: Request, next: Next) -> Response {
        // The layer takes every `OPTIONS` for a preflight; one that is none is a method like any other.
        if request.method() == Method::OPTIONS && !request.headers().contains_key(ASKED_METHOD) {
            return next.run(request).await;
        }
        self.0.layer(next).oneshot(request).await.into_response()
    }
}
