//! Building the router.

use std::{collections::BTreeMap, sync::Arc};

use axum::{
    Router,
    extract::Request,
    routing::{MethodFilter, MethodRouter, on},
};
use telecomx_contract::{Api, Endpoint, Method, Operation, Visit};

use crate::{
    Authenticate, Cors, Existence, Handle, Limits, layers, log,
    operation::{self, Policy},
    respond::{self, unreached},
};

/// A server of an API, on the way to becoming a router.
pub struct Server<P> {
    api: &'static Api,
    platform: Arc<P>,
    limits: Limits,
    existence: Existence,
    cors: Option<Cors>,
    beside: Router,
    routes: BTreeMap<&'static str, (Operation, Route<P>)>,
}

/// The route of an operation, for a policy that is known in the end.
type Route<P> = fn(Arc<P>, Policy) -> MethodRouter;

impl<P: Authenticate> Server<P> {
    /// A server of this API on a platform, with no operation yet.
    pub fn new(api: &'static Api, platform: P, limits: Limits) -> Self {
        Self {
            api,
            platform: Arc::new(platform),
            limits,
            existence: Existence::default(),
            cors: None,
            beside: Router::new(),
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

    /// What callers learn of what is beyond their reach; [`Existence::Told`] if it is not said.
    #[must_use]
    pub fn existence(mut self, existence: Existence) -> Self {
        self.existence = existence;
        self
    }

    /// Lets pages of other origins call it from a browser; none may if it is not said.
    #[must_use]
    pub fn cors(mut self, cors: Cors) -> Self {
        self.cors = Some(cors);
        self
    }

    /// Routes of your own beside the API's. The same limits, request ids, log lines and refusals stand around them.
    ///
    /// # Panics
    ///
    /// A path that is given twice.
    #[must_use]
    pub fn beside(mut self, routes: Router) -> Self {
        self.beside = self.beside.merge(routes);
        self
    }

    /// The operations of the API that it has no handler of.
    pub fn unhandled(&self) -> impl Iterator<Item = &'static Operation> {
        let operations = self.api.operations();
        operations.filter(|operation| !self.routes.contains_key(operation.id))
    }

    /// The router. An operation of the API without a handler answers 501, and is named in the log.
    ///
    /// # Panics
    ///
    /// A path that an operation shares with a route [beside](Self::beside) it.
    pub fn into_router(self) -> Router {
        let policy = Policy {
            body_bytes: self.limits.body_bytes,
            existence: self.existence,
        };
        let mut router = self.beside.clone();
        for operation in self.unhandled() {
            log::write(|| tracing::warn!(operation = operation.id, "no handler; it answers 501"));
            let refuse = || async { respond::undocumented(unreached::NOT_IMPLEMENTED) };
            router = router.route(operation.path, on(method_filter(operation.method), refuse));
        }
        for (operation, route) in self.routes.into_values() {
            router = router.route(operation.path, route(Arc::clone(&self.platform), policy));
        }
        layers::around(router, self.limits, self.cors)
    }
}

impl<P: Authenticate + Handle<E>, E: Endpoint> Visit<E> for Server<P> {
    fn visit(&mut self) {
        let operation = E::OPERATION;
        self.routes.insert(operation.id, (operation, route::<P, E>));
    }
}

fn route<P: Authenticate + Handle<E>, E: Endpoint>(
    platform: Arc<P>,
    policy: Policy,
) -> MethodRouter {
    on(
        method_filter(E::OPERATION.method),
        move |request: Request| {
            let platform = Arc::clone(&platform);
            async move { operation::answer::<P, E>(&platform, policy, request).await }
        },
    )
}

impl<P> std::fmt::Debug for Server<P> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let operations: Vec<_> = self.routes.keys().collect();
        f.debug_struct("Server")
            .field("operations", &operations)
            .field("limits", &self.limits)
            .field("existence", &self.existence)
            .field("cors", &self.cors)
            .finish_non_exhaustive()
    }
}

fn method_filter(method: Method) -> MethodFilter {
    match method {
        Method::Get => MethodFilter::GET,
        Method::Delete => MethodFilter::DELETE,
        Method::Post => MethodFilter::POST,
    }
}
