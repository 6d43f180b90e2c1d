//! Refusals that are made beneath the operations have the error component too.
#![allow(missing_docs, clippy::unwrap_used)]

mod support;

use std::time::Duration;

use axum::{
    Router,
    routing::{get, post},
};
use http::StatusCode;
use support::{CUSTOMER, Running, last_answer, whole};
use telecomx_server::Limits;
use tokio::io::AsyncWriteExt as _;

async fn running() -> Running {
    let limits = Limits {
        head_time: Duration::from_millis(200),
        ..Limits::default()
    };
    Running::of(whole(limits), limits).await
}

#[tokio::test]
async fn a_malformed_head_is_refused_with_a_body() {
    let server = running().await;
    let many = format!("GET / HTTP/1.1\r\n{}\r\n", "a: b\r\n".repeat(300));
    let long = format!("GET / HTTP/1.1\r\na: {}\r\n\r\n", "b".repeat(70_000));
    let far = format!("GET /{} HTTP/1.1\r\n\r\n", "b".repeat(70_000));
    let endless = format!("GET /{}", "b".repeat(70_000));
    for (head, status, code) in [
        ("GET\r\n\r\n", 400, "bad_request"),
        ("GET /\r\n\r\n", 400, "bad_request"),
        ("G\0T / HTTP/1.1\r\n\r\n", 400, "bad_request"),
        ("GET / HTTP/9.9\r\n\r\n", 400, "bad_request"),
        ("GET /\x7f HTTP/1.1\r\n\r\n", 400, "bad_request"),
        ("GET  / HTTP/1.1\r\n\r\n", 400, "bad_request"),
        ("GET / HTTP/1.1\r\nno colon\r\n\r\n", 400, "bad_request"),
        ("GET / HTTP/1.1\r\n folded: yes\r\n\r\n", 400, "bad_request"),
        ("GET / HTTP/1.1\r\na: \x01\r\n\r\n", 400, "bad_request"),
        (
            "GET / HTTP/1.1\r\ncontent-length: x\r\n\r\n",
            400,
            "bad_request",
        ),
        (
            "GET / HTTP/1.1\r\ncontent-length: -1\r\n\r\n",
            400,
            "bad_request",
        ),
        (
            "GET / HTTP/1.1\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n",
            400,
            "bad_request",
        ),
        (
            "GET / HTTP/1.1\r\ntransfer-encoding: gzip\r\n\r\n",
            400,
            "bad_request",
        ),
        (
            "GET / HTTP/1.0\r\ntransfer-encoding: chunked\r\n\r\n",
            400,
            "bad_request",
        ),
        ("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400, "bad_request"),
        (
            "\x16\x03\x01\x02\x00\x01\x00\x01\r\n\r\n",
            400,
            "bad_request",
        ),
        (&many, 431, "headers_too_large"),
        (&long, 431, "headers_too_large"),
        (&far, 414, "uri_too_long"),
        (&endless, 414, "uri_too_long"),
        // What begins well and does not go on.
        ("GET / HT", 408, "request_timeout"),
        ("GET / HTTP/1.1\r\na: b\r\n", 408, "request_timeout"),
    ] {
        let answer = server.bytes(head.as_bytes()).await;
        let place = head.get(..40).unwrap_or(head);
        assert_eq!(
            (answer.status, answer.code().as_str()),
            (status, code),
            "{place:?}"
        );
        for header in ["connection: close", "\r\ndate: "] {
            assert!(answer.head.contains(header), "{place:?}: {}", answer.head);
        }
        let length = format!("content-length: {}", answer.body.len());
        assert!(answer.head.contains(&length), "{place:?}: {}", answer.head);
    }
}

#[tokio::test]
async fn a_malformed_head_after_a_good_one_is_refused_with_a_body() {
    let server = running().await;
    let good = format!("GET /customer/{CUSTOMER}/name?token=ADMIN HTTP/1.1\r\nhost: x\r\n\r\n");
    let text = server
        .bytes(format!("{good}{good}GET\r\n\r\n").as_bytes())
        .await;
    assert_eq!(text.status, 200);
    let rest = String::from_utf8(text.body).unwrap();
    assert_eq!(rest.matches("HTTP/1.1 200 OK").count(), 1, "{rest}");
    let (_, refusal) = rest.split_once("HTTP/1.1 400 Bad Request\r\n").unwrap();
    assert!(
        refusal.contains(r#"{"message":"bad_request","#),
        "{refusal}"
    );
}

#[tokio::test]
async fn a_malformed_head_is_refused_by_its_own_method() {
    let server = running().await;
    let path = format!("/customer/{CUSTOMER}/name?token=ADMIN HTTP/1.1\r\nhost: x\r\n\r\n");
    for (sent, has_body) in [
        (
            format!("HEAD {path}GET / HTTP/1.1\r\nno colon\r\n\r\n"),
            true,
        ),
        (
            format!("GET {path}HEAD / HTTP/1.1\r\nno colon\r\n\r\n"),
            false,
        ),
    ] {
        let text = server.bytes(sent.as_bytes()).await;
        let text = format!(
            "{}\r\n\r\n{}",
            text.head,
            String::from_utf8(text.body).unwrap()
        );
        let text = text.replace("HTTP/1.1 400 Bad Request", "http/1.1 400 bad request");
        let (_, refusal) = text.split_once("http/1.1 400 bad request\r\n").unwrap();
        let (_, body) = refusal.split_once("\r\n\r\n").unwrap();
        assert_eq!(
            body.starts_with(r#"{"message":"bad_request","#),
            has_body,
            "{text}"
        );
        assert_eq!(body.is_empty(), !has_body, "{text}");
    }
}

#[tokio::test]
async fn who_takes_no_encoding_is_answered_all_the_same() {
    let server = running().await;
    for accepted in ["*;q=0", "identity;q=0", "br, *;q=0", "identity;q=0, br;q=0"] {
        for (path, status) in [
            (format!("/customer/{CUSTOMER}"), 200),
            ("/customer/000000000000000000000404".to_owned(), 404),
            ("/nowhere".to_owned(), 404),
        ] {
            let head = format!(
                "GET {path}?token=ADMIN HTTP/1.1\r\nhost: x\r\naccept-encoding: {accepted}\r\n"
            );
            let answer = server.raw(&head).await;
            assert_eq!(answer.status, status, "{path} {accepted}");
            assert!(!answer.head.contains("content-encoding"), "{}", answer.head);
            assert!(answer.json().is_object(), "{path} {accepted}");
        }
    }
}

#[tokio::test]
async fn who_has_sent_nothing_is_told_nothing() {
    let server = running().await;
    let mut silent = server.send(b"").await;
    let mut told = Vec::new();
    tokio::io::AsyncReadExt::read_to_end(&mut silent, &mut told)
        .await
        .unwrap();
    assert_eq!(told, b"");
}

#[tokio::test]
async fn a_connection_that_is_half_closed_gets_its_answer() {
    let server = running().await;
    let request = format!("GET /customer/{CUSTOMER}?token=ADMIN HTTP/1.1\r\nhost: x\r\n\r\n");
    for (sent, status) in [
        (request.as_str(), 200),
        ("GET /customer", 400),
        ("GET / HTTP/1.1\r\n", 400),
    ] {
        let mut stream = server.send(sent.as_bytes()).await;
        stream.shutdown().await.unwrap();
        let answer = last_answer(&mut stream).await;
        assert_eq!(answer.status, status, "{sent:?}");
        answer.json();
    }
}

#[tokio::test]
async fn a_refusal_of_head_has_headers_alone() {
    let server = running().await;
    for (head, status) in [
        (
            "HEAD /nowhere HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n",
            404,
        ),
        (
            "HEAD /customer/1?token=ADMIN HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n",
            400,
        ),
        ("HEAD / HTTP/1.1\r\ncontent-length: x\r\n\r\n", 400),
    ] {
        let answer = server.bytes(head.as_bytes()).await;
        assert_eq!(answer.status, status, "{head:?}");
        assert_eq!(answer.body, b"", "{head:?}");
        assert!(
            answer.head.contains("content-type: application/json"),
            "{}",
            answer.head
        );
        assert!(
            !answer.head.contains("content-length: 0"),
            "{}",
            answer.head
        );
    }
}

#[tokio::test]
async fn what_no_route_has_is_refused_with_a_body() {
    let limits = Limits::default();
    let beside = Router::new()
        .route("/", get(async || "here"))
        .route("/sent", post(async || "taken"))
        .route("/teapot", get(async || StatusCode::IM_A_TEAPOT))
        .route(
            "/unavailable",
            get(async || StatusCode::SERVICE_UNAVAILABLE),
        )
        .route(
            "/words",
            get(async || (StatusCode::GONE, "in words of its own")),
        );
    let around = whole(limits)
        .into_router()
        .route("/around", get(async || "here"));
    let servers = [
        (
            "beside",
            Running::of(whole(limits).beside(beside), limits).await,
        ),
        ("around", Running::router(around, limits).await),
    ];
    for (place, head, status, code, header) in [
        (
            "beside",
            "POST /",
            405,
            "method_not_allowed",
            "allow: get,head",
        ),
        (
            "beside",
            "OPTIONS /",
            405,
            "method_not_allowed",
            "allow: get,head",
        ),
        (
            "beside",
            "GET /sent",
            405,
            "method_not_allowed",
            "allow: post",
        ),
        ("beside", "GET /teapot", 418, "refused", "x-request-id: "),
        (
            "beside",
            "GET /unavailable",
            503,
            "overloaded",
            "x-request-id: ",
        ),
        ("beside", "GET //", 404, "not_found", "x-request-id: "),
        ("beside", "OPTIONS *", 404, "not_found", "x-request-id: "),
        (
            "beside",
            "CONNECT example.com:443",
            404,
            "not_found",
            "x-request-id: ",
        ),
        (
            "beside",
            "GET http://x/nowhere",
            404,
            "not_found",
            "x-request-id: ",
        ),
        (
            "around",
            "POST /around",
            405,
            "method_not_allowed",
            "allow: get,head",
        ),
        ("around", "GET /nowhere", 404, "not_found", "x-request-id: "),
    ] {
        let (_, server) = servers.iter().find(|(name, _)| *name == place).unwrap();
        let answer = server.raw(&format!("{head} HTTP/1.1\r\nhost: x\r\n")).await;
        assert_eq!(
            (answer.status, answer.code().as_str()),
            (status, code),
            "{head}"
        );
        assert!(answer.head.contains(header), "{head}: {}", answer.head);
    }
    let words = servers[0].1.get("/words", "ADMIN").await;
    assert_eq!(
        (words.status, words.body.as_slice()),
        (410, &b"in words of its own"[..])
    );
}
