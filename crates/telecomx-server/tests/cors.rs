//! Pages of other origins.
#![allow(missing_docs, clippy::unwrap_used)]

mod support;

use axum::{Router, routing::get};
use support::{CUSTOMER, Running, whole};
use telecomx_server::{Cors, Limits};

const PREFLIGHT: &str =
    "host: x\r\norigin: https://docs.example\r\naccess-control-request-method: GET\r\n";

async fn running(cors: Option<Cors>) -> Running {
    let limits = Limits::default();
    let beside = Router::new().route("/beside", get(async || "here"));
    let server = whole(limits).beside(beside);
    let server = match cors {
        Some(cors) => server.cors(cors),
        None => server,
    };
    Running::of(server, limits).await
}

#[tokio::test]
async fn no_page_of_another_origin_is_let_in_unless_asked_for() {
    let server = running(None).await;
    let path = format!("/customer/{CUSTOMER}");
    let answer = server
        .raw(&format!("OPTIONS {path} HTTP/1.1\r\n{PREFLIGHT}"))
        .await;
    assert_eq!(
        (answer.status, answer.code().as_str()),
        (405, "method_not_allowed")
    );
    assert!(answer.head.contains("allow: get,head"), "{}", answer.head);
    let get =
        format!("GET {path}?token=ADMIN HTTP/1.1\r\nhost: x\r\norigin: https://docs.example\r\n");
    let answer = server.raw(&get).await;
    assert_eq!(answer.status, 200);
    assert!(!answer.head.contains("access-control"), "{}", answer.head);
}

#[tokio::test]
async fn a_preflight_is_answered_before_access_on_every_path() {
    let server = running(Some(Cors::any())).await;
    for path in [
        format!("/customer/{CUSTOMER}"),
        "/customer/resellers/list".to_owned(),
        "/beside".to_owned(),
        "/nowhere".to_owned(),
    ] {
        let answer = server
            .raw(&format!("OPTIONS {path} HTTP/1.1\r\n{PREFLIGHT}"))
            .await;
        assert_eq!(answer.status, 200, "{path}");
        for header in [
            "access-control-allow-origin: *",
            "access-control-allow-methods: *",
            "access-control-allow-headers: *",
        ] {
            assert!(answer.head.contains(header), "{path}: {}", answer.head);
        }
        assert!(!answer.head.contains("credentials"), "{}", answer.head);
    }
}

#[tokio::test]
async fn every_answer_can_be_read_by_a_page() {
    let server = running(Some(Cors::any())).await;
    for (method, path, status) in [
        ("GET", format!("/customer/{CUSTOMER}?token=ADMIN"), 200),
        ("GET", format!("/customer/{CUSTOMER}"), 401),
        ("GET", "/beside".to_owned(), 200),
        ("GET", "/nowhere".to_owned(), 404),
        ("PUT", "/beside".to_owned(), 405),
        ("OPTIONS", "/beside".to_owned(), 405),
        (
            "GET",
            format!("/customer/{}?token=ADMIN", support::PANICS),
            500,
        ),
        ("GET", format!("/{}", "1".repeat(9000)), 414),
    ] {
        let answer = server
            .raw(&format!(
                "{method} {path} HTTP/1.1\r\nhost: x\r\norigin: https://docs.example\r\n"
            ))
            .await;
        assert_eq!(answer.status, status, "{method} {path}");
        // An `OPTIONS` that is no preflight comes from no page.
        let readable = method != "OPTIONS";
        for header in [
            "access-control-allow-origin: *",
            "access-control-expose-headers: x-request-id,retry-after",
        ] {
            assert_eq!(
                answer.head.contains(header),
                readable,
                "{method} {path}: {}",
                answer.head
            );
        }
    }
}

#[tokio::test]
async fn only_the_origins_that_are_named_may_read() {
    let server = running(Some(Cors::only(["https://docs.example".parse().unwrap()]))).await;
    for (origin, may) in [
        ("https://docs.example", true),
        ("https://evil.example", false),
    ] {
        let answer = server
            .raw(&format!(
                "GET /customer/{CUSTOMER}?token=ADMIN HTTP/1.1\r\nhost: x\r\norigin: {origin}\r\naccept-encoding: gzip\r\n"
            ))
            .await;
        assert_eq!(answer.status, 200, "{origin}");
        let allowed = format!("access-control-allow-origin: {origin}\r\n");
        assert_eq!(answer.head.contains(&allowed), may, "{}", answer.head);
        // A cache must not show one origin's answer to another, nor a compressed one to whom cannot read it.
        assert!(
            answer.head.contains("vary: accept-encoding"),
            "{}",
            answer.head
        );
        assert!(answer.head.contains("vary: origin"), "{}", answer.head);
    }
}
