//! Whatever panics, there is an answer.
#![allow(missing_docs, clippy::unwrap_used)]

mod support;

use std::{
    pin::Pin,
    task::{Context, Poll},
};

use axum::{
    BoxError, Router,
    body::{Body, HttpBody},
    extract::Request,
    middleware::{self, Next},
    response::Response,
    routing::get,
};
use bytes::Bytes;
use hyper::body::Frame;
use support::{Answer, CUSTOMER, Examples_, FAILS, PANICS, Running, whole};
use telecomx_api::{
    API,
    customer::{get::GetCustomer, resellers::ListResellers},
};
use telecomx_contract::{NoErrors, Secret};
use telecomx_model::Reseller;
use telecomx_server::{Authenticate, Caller, Failure, Handle, Limits, Server};
use tracing::{Event, Metadata, Subscriber, span};

fn is_internal_error(answer: &Answer) {
    assert_eq!(
        (answer.status, answer.code().as_str()),
        (500, "internal_error")
    );
}

async fn panics(_: Request, _: Next) -> Response {
    panic!("a layer of the platform's own")
}

#[tokio::test]
async fn a_panic_around_the_router_is_answered() {
    let limits = Limits::default();
    let router = whole(limits)
        .into_router()
        .layer(middleware::from_fn(panics));
    let server = Running::router(router, limits).await;
    is_internal_error(&server.get(&format!("/customer/{CUSTOMER}"), "ADMIN").await);
}

#[tokio::test]
async fn a_panic_while_authenticating_is_answered() {
    struct Panics;
    impl Authenticate for Panics {
        async fn authenticate(&self, _: &Secret) -> Result<Option<Caller>, Failure<NoErrors>> {
            panic!("no directory")
        }
    }
    impl Handle<ListResellers> for Panics {
        async fn handle(
            &self,
            _: ListResellers,
            _: &Caller,
        ) -> Result<Vec<Reseller>, Failure<NoErrors>> {
            Ok(Vec::new())
        }
    }
    let limits = Limits::default();
    let server = Server::new(&API, Panics, limits).operation::<ListResellers>();
    let server = Running::router(server.into_router(), limits).await;
    let answer = server.get("/customer/resellers/list", "ADMIN").await;
    is_internal_error(&answer);
    assert!(answer.head.contains("x-request-id: "), "{}", answer.head);
}

/// A body of these frames and errors, which panics after them.
struct RunsOut(&'static [Result<&'static str, &'static str>]);

impl HttpBody for RunsOut {
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        let Some((first, rest)) = self.0.split_first() else {
            panic!("the body ran out");
        };
        self.0 = rest;
        Poll::Ready(Some(match first {
            Ok(text) => Ok(Frame::data(Bytes::from_static(text.as_bytes()))),
            Err(error) => Err((*error).into()),
        }))
    }
}

#[tokio::test]
async fn a_body_that_fails_is_answered_while_nothing_is_sent() {
    let limits = Limits::default();
    let body = |frames| get(async move || Body::new(RunsOut(frames)));
    let beside = Router::new()
        .route("/panics", body(&[]))
        .route("/fails", body(&[Err("canary")]))
        .route("/panics-later", body(&[Ok("begun")]))
        .route("/fails-later", body(&[Ok("begun"), Err("canary")]));
    let server = Running::of(whole(limits).beside(beside), limits).await;
    for path in ["/panics", "/fails"] {
        let answer = server.get(path, "ADMIN").await;
        is_internal_error(&answer);
        assert!(!answer.description().contains("canary"), "{path}");
    }
    // What is on its way cannot be taken back: the last chunk, which is empty, never comes.
    for path in ["/panics-later", "/fails-later"] {
        let answer = server.get(path, "ADMIN").await;
        assert_eq!(
            (answer.status, answer.body.as_slice()),
            (200, &b"5\r\nbegun\r\n"[..]),
            "{path}"
        );
    }
    let path = format!("/customer/{CUSTOMER}");
    assert_eq!(server.get(&path, "ADMIN").await.status, 200, "it lives on");
}

/// A log that cannot be written, and says so by a panic, as `eprintln!` does.
struct FullDisk;

impl Subscriber for FullDisk {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        true
    }

    fn new_span(&self, _: &span::Attributes<'_>) -> span::Id {
        panic!("no space left on device")
    }

    fn record(&self, _: &span::Id, _: &span::Record<'_>) {}

    fn record_follows_from(&self, _: &span::Id, _: &span::Id) {}

    fn event(&self, _: &Event<'_>) {
        panic!("no space left on device")
    }

    fn enter(&self, _: &span::Id) {}

    fn exit(&self, _: &span::Id) {}
}

#[tokio::test]
async fn the_service_outlives_its_log() {
    // The runtime of the test has this thread alone.
    let _guard = tracing::subscriber::set_default(FullDisk);
    let limits = Limits::default();
    let server = Server::new(&API, Examples_, limits).operation::<GetCustomer>();
    let server = Running::of(server, limits).await;
    let path = format!("/customer/{CUSTOMER}");
    assert_eq!(server.get(&path, "ADMIN").await.status, 200);
    for path in [format!("/customer/{PANICS}"), format!("/customer/{FAILS}")] {
        is_internal_error(&server.get(&path, "ADMIN").await);
    }
    assert_eq!(server.bytes(b"no HTTP\r\n\r\n").await.status, 400);
    assert_eq!(server.get(&path, "ADMIN").await.status, 200, "it lives on");
}
