//! What stands around every route.

use axum::{
    BoxError, Router,
    body::Body,
    error_handling::HandleErrorLayer,
    extract::{MatchedPath, Request},
    middleware::{self, Next},
    response::Response,
};
use http::{HeaderName, HeaderValue, StatusCode};
use tower::{ServiceBuilder, limit::GlobalConcurrencyLimitLayer, load_shed::error::Overloaded};
use tower_http::{
    ServiceBuilderExt as _,
    catch_panic::CatchPanicLayer,
    compression::CompressionLayer,
    request_id::{MakeRequestUuid, RequestId},
    trace::TraceLayer,
};
use tracing::Span;

use crate::{
    Cors, Limits,
    log::{self, Counted},
    net, request_id,
    respond::{self, unreached},
    time,
};

/// What stands around every operation, around a router of your own: request ids, tracing without what callers send,
/// compression, and limits, with refusals that have a body.
///
/// What [`Server::into_router`](crate::Server::into_router) makes has it already.
pub fn with_layers(router: Router, limits: Limits) -> Router {
    around(router, limits, None)
}

/// [`with_layers`], and CORS where pages of other origins may call.
pub(crate) fn around(router: Router, limits: Limits, cors: Option<Cors>) -> Router {
    let within = ServiceBuilder::new()
        .map_response(with_own_status)
        .layer(CompressionLayer::new())
        .map_response(keep_status)
        // What a handler's panic is answered with still gets the headers that every answer has.
        .layer(CatchPanicLayer::custom(net::panicked))
        .layer(HandleErrorLayer::new(shed))
        .load_shed()
        .layer(GlobalConcurrencyLimitLayer::new(limits.concurrency))
        .layer(middleware::from_fn(
            move |request: Request, next: Next| async move {
                match oversized(&request, limits) {
                    Some(refusal) => respond::undocumented(refusal),
                    None => time::bounded(limits.time, request, next).await,
                }
            },
        ));
    // Each failure writes its own line where it is known; one for every answer of 500 and above would repeat it.
    let trace = TraceLayer::new_for_http()
        .make_span_with(span)
        .on_request(())
        .on_response(answered)
        .on_body_chunk(())
        .on_eos(())
        .on_failure(());
    let without = ServiceBuilder::new()
        .layer(CatchPanicLayer::custom(net::panicked))
        .map_response(net::with_body)
        .map_request(request_id::check)
        .set_x_request_id(MakeRequestUuid)
        .layer(trace)
        .propagate_x_request_id();
    let router = router.layer(within);
    let router = match cors {
        Some(cors) => router.layer(middleware::from_fn(move |request: Request, next: Next| {
            cors.clone().answer(request, next)
        })),
        None => router,
    };
    router.layer(without)
}

/// The status that an answer has before it is compressed.
#[derive(Clone, Copy)]
struct OwnStatus(StatusCode);

fn keep_status<B>(mut response: http::Response<B>) -> http::Response<B> {
    let status = OwnStatus(response.status());
    response.extensions_mut().insert(status);
    response
}

/// Compression overwrites the status with 406 where a caller takes no encoding of those there are, though what was
/// asked for has been done. Such a caller gets the answer as it is.
fn with_own_status<B>(mut response: http::Response<B>) -> http::Response<B> {
    if let Some(OwnStatus(status)) = response.extensions_mut().remove() {
        *response.status_mut() = status;
    }
    response
}

/// What a log line knows of a request: its route, since a path holds phone numbers, and a query the token.
fn span(request: &http::Request<Body>) -> Span {
    let mut span = Span::none();
    log::write(|| {
        let route = request.extensions().get::<MatchedPath>();
        let id = request.extensions().get::<RequestId>();
        let id = id.and_then(|id| id.header_value().to_str().ok());
        let (method, route) = (request.method().as_str(), route.map(MatchedPath::as_str));
        span = tracing::info_span!("request", method, route, id);
    });
    span
}

fn answered<B>(response: &http::Response<B>, latency: std::time::Duration, _: &Span) {
    log::write(|| tracing::debug!(status = response.status().as_u16(), ?latency, "answered"));
}

fn oversized(request: &Request, limits: Limits) -> Option<unreached::Unreached> {
    let uri_bytes = request
        .uri()
        .path_and_query()
        .map_or(0, |uri| uri.as_str().len());
    let field_bytes =
        |(name, value): (&HeaderName, &HeaderValue)| name.as_str().len() + value.len();
    let header_bytes: usize = request.headers().iter().map(field_bytes).sum();
    if uri_bytes > limits.uri_bytes {
        Some(unreached::URI_TOO_LONG)
    } else if request.headers().len() > limits.headers || header_bytes > limits.header_bytes {
        Some(unreached::HEADERS_TOO_LARGE)
    } else {
        None
    }
}

async fn shed(error: BoxError) -> Response {
    static SHED: Counted = Counted::new();
    if !error.is::<Overloaded>() {
        return respond::internal(&error);
    }
    SHED.happened(|count| {
        tracing::warn!(
            count,
            "refused, since `Limits::concurrency` requests are being handled"
        );
    });
    respond::overloaded()
}
