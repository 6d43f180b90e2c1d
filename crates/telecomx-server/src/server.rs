//! Building the router.

use std::{any::Any, collections::BTreeMap, sync::Arc};

use axum::{
    BoxError, Router,
    body::Body,
    error_handling::HandleErrorLayer,
    extract::Request,
    middleware::{self, Next},
    response::Response,
    routing::{MethodFilter, MethodRouter, on},
};
use http::{HeaderName, HeaderValue};
use telecomx_contract::{Api, CommonError, Endpoint, ErrorCodes as _, Method, Operation, Visit};
use tower::{ServiceBuilder, limit::GlobalConcurrencyLimitLayer, load_shed::error::Overloaded};
use tower_http::{
    ServiceBuilderExt as _,
    catch_panic::CatchPanicLayer,
    compression::CompressionLayer,
    request_id::{MakeRequestUuid, RequestId},
    trace::TraceLayer,
};

use crate::{
    Authenticate, Handle, Limits, operation,
    respond::{self, unreached},
};

/// A server of an API, on the way to becoming a router.
pub struct Server<P> {
    api: &'static Api,
    platform: Arc<P>,
    limits: Limits,
    routes: BTreeMap<&'static str, (Operation, MethodRouter)>,
}

impl<P: Authenticate> Server<P> {
    /// A server of this API on a platform, with no operation yet.
    pub fn new(api: &'static Api, platform: P, limits: Limits) -> Self {
        Self {
            api,
            platform: Arc::new(platform),
            limits,
            routes: BTreeMap::new(),
        }
    }

    /// Serves one operation by the platform's handler of it.
    #[must_use]
    pub fn operation<E: Endpoint>(mut self) -> Self
    where
        P: Handle<E>,
    {
        Visit::<E>::visit(&mut self);
        self
    }

    /// Serves every operation of a section: `server.section(customer::visit_all)`. A platform that does not
    /// handle them all does not compile, and the compiler names those that are missing.
    #[must_use]
    pub fn section(mut self, visit_all: fn(&mut Self)) -> Self {
        visit_all(&mut self);
        self
    }

    /// The router. An operation of the API without a handler answers 501, and is named in the log.
    pub fn into_router(mut self) -> Router {
        for operation in self.api.operations() {
            self.routes.entry(operation.id).or_insert_with(|| {
                tracing::warn!(operation = operation.id, "no handler; it answers 501");
                let refuse = || async { respond::undocumented(unreached::NOT_IMPLEMENTED) };
                (*operation, on(method_filter(operation.method), refuse))
            });
        }
        let mut router = Router::new();
        for (operation, route) in self.routes.into_values() {
            router = router.route(operation.path, route);
        }
        let router = router
            .fallback(|| async { respond::undocumented(unreached::NOT_FOUND) })
            .method_not_allowed_fallback(|| async {
                respond::undocumented(unreached::METHOD_NOT_ALLOWED)
            });
        with_layers(router, self.limits)
    }
}

impl<P: Authenticate + Handle<E>, E: Endpoint> Visit<E> for Server<P> {
    fn visit(&mut self) {
        let operation = E::OPERATION;
        let platform = Arc::clone(&self.platform);
        let body_bytes = self.limits.body_bytes;
        let route = on(method_filter(operation.method), move |request: Request| {
            let platform = Arc::clone(&platform);
            async move { operation::answer::<P, E>(&platform, body_bytes, request).await }
        });
        self.routes.insert(operation.id, (operation, route));
    }
}

impl<P> std::fmt::Debug for Server<P> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let operations: Vec<_> = self.routes.keys().collect();
        f.debug_struct("Server")
            .field("operations", &operations)
            .field("limits", &self.limits)
            .finish_non_exhaustive()
    }
}

/// What stands around every operation: request ids, tracing without the query, compression, and limits with
/// refusals that have a body. For routes of your own beside the contract's.
pub fn with_layers(router: Router, limits: Limits) -> Router {
    let bounded = ServiceBuilder::new()
        .layer(HandleErrorLayer::new(bound_reached))
        .load_shed()
        .layer(GlobalConcurrencyLimitLayer::new(limits.concurrency))
        .timeout(limits.time);
    let around = ServiceBuilder::new()
        .set_x_request_id(MakeRequestUuid)
        .layer(TraceLayer::new_for_http().make_span_with(span))
        .propagate_x_request_id()
        .layer(CompressionLayer::new())
        .layer(CatchPanicLayer::custom(panicked))
        .layer(middleware::from_fn(
            move |request: Request, next: Next| async move {
                match oversized(&request, limits) {
                    Some(refusal) => respond::undocumented(refusal),
                    None => next.run(request).await,
                }
            },
        ));
    router.layer(bounded).layer(around)
}

/// What a log line knows of a request: the query is left out, since it holds the token.
fn span(request: &http::Request<Body>) -> tracing::Span {
    let id = request.extensions().get::<RequestId>();
    let id = id
        .and_then(|id| id.header_value().to_str().ok())
        .unwrap_or_default();
    tracing::info_span!("request", method = %request.method(), path = request.uri().path(), id)
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

async fn bound_reached(error: BoxError) -> Response {
    if error.is::<Overloaded>() {
        return respond::overloaded();
    }
    respond::internal(&error)
}

fn panicked(panic: Box<dyn Any + Send + 'static>) -> Response {
    let message = panic
        .downcast_ref::<&str>()
        .copied()
        .or_else(|| panic.downcast_ref::<String>().map(String::as_str));
    tracing::error!(
        panic = message.unwrap_or("without a message"),
        "a handler panicked"
    );
    respond::documented(CommonError::InternalError.code())
}

fn method_filter(method: Method) -> MethodFilter {
    match method {
        Method::Get => MethodFilter::GET,
        Method::Delete => MethodFilter::DELETE,
        Method::Post => MethodFilter::POST,
    }
}
