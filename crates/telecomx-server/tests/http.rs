//! The server over real sockets.
#![allow(missing_docs, clippy::unwrap_used)]

mod support;

use std::time::Duration;

use serde_json::Value;
use support::{BUSY, CUSTOMER, Examples_, FAILS, HANGS, OPERATIONS, PANICS, Running, STRANGER};
use telecomx_api::{API, customer::get::GetCustomer};
use telecomx_contract::{AccessLevel, Object, Operation};
use telecomx_server::{Limits, Server};
use tokio::{io::AsyncWriteExt, net::TcpStream};

async fn running() -> Running {
    Running::with_limits(Limits::default()).await
}

/// A path of the operation that is about the callers' own customer.
fn path_of(operation: &Operation) -> String {
    operation
        .path
        .replace("{customerId}", CUSTOMER.as_str())
        .replace("{accountId}", CUSTOMER.as_str())
}

/// Every restricted property of an object, with who may see it, the restriction of parents included.
fn restricted(object: &Object) -> Vec<(String, Vec<AccessLevel>)> {
    let paths = object.paths();
    let may_see = |path: &str, level: &AccessLevel| {
        paths
            .iter()
            .filter(|(above, _)| {
                path == above
                    || path.starts_with(&format!("{above}."))
                    || path.starts_with(&format!("{above}[]."))
            })
            .all(|(_, property)| property.visible_to.contains(*level))
    };
    paths
        .iter()
        .map(|(path, _)| {
            let levels = AccessLevel::ALL
                .into_iter()
                .filter(|level| may_see(path, level));
            (path.clone(), levels.collect::<Vec<_>>())
        })
        .filter(|(_, levels)| levels.len() < AccessLevel::ALL.len())
        .collect()
}

/// Whether anything stands at a path of a value.
fn has(value: &Value, path: &str) -> bool {
    match value {
        Value::Array(items) => items.iter().any(|item| has(item, path)),
        _ => {
            let (name, rest) = path.split_once('.').unwrap_or((path, ""));
            let found = value.get(name.trim_end_matches("[]"));
            found.is_some_and(|value| rest.is_empty() || has(value, rest))
        }
    }
}

#[tokio::test]
async fn nothing_restricted_leaks() {
    let server = running().await;
    let mut seen = 0;
    for operation in &OPERATIONS {
        let restricted = restricted(operation.response.object.unwrap());
        for level in AccessLevel::ALL {
            let answer = server.get(&path_of(operation), level.as_str()).await;
            let may_call = operation
                .access
                .iter()
                .any(|rule| rule.levels.contains(level));
            assert_eq!(
                answer.status,
                if may_call { 200 } else { 403 },
                "{} as {level}",
                operation.id
            );
            for (path, levels) in &restricted {
                let expected = may_call && levels.contains(&level);
                assert_eq!(
                    has(&answer.json(), path),
                    expected,
                    "{path} of {} as {level}",
                    operation.id
                );
                seen += usize::from(expected);
            }
        }
    }
    assert!(seen > 0, "some level sees what is restricted");
}

#[tokio::test]
async fn an_unknown_token_is_401() {
    let server = running().await;
    let path = format!("/customer/{CUSTOMER}");
    for query in [
        "",
        "?token=",
        "?token=nobody",
        "?token=%zz",
        "?token=ADMIN&token=ADMIN",
    ] {
        let answer = server
            .raw(&format!("GET {path}{query} HTTP/1.1\r\nhost: x\r\n"))
            .await;
        assert_eq!(
            (answer.status, answer.code().as_str()),
            (401, "unauthorized"),
            "{query}"
        );
    }
}

#[tokio::test]
async fn the_relation_to_the_customer_decides() {
    let server = running().await;
    for (customer, level, status, code) in [
        (STRANGER.as_str(), "VIEWER", 403, "access_denied"),
        (STRANGER.as_str(), "RESELLER", 403, "access_denied"),
        (CUSTOMER.as_str(), "NO_LOGIN", 403, "access_denied"),
        ("000000000000000000000404", "VIEWER", 404, "customer"),
        ("000000000000000000000404", "ADMIN", 404, "customer"),
    ] {
        let answer = server.get(&format!("/customer/{customer}"), level).await;
        assert_eq!(
            (answer.status, answer.code().as_str()),
            (status, code),
            "{customer} as {level}"
        );
    }
    assert_eq!(
        server
            .get(&format!("/customer/{STRANGER}"), "ADMIN")
            .await
            .status,
        200
    );
}

#[tokio::test]
async fn a_reserved_filter_is_denied() {
    let server = running().await;
    let path = "/customer/resellers/list?iptv=true";
    assert_eq!(server.get(path, "RESELLER_ADMIN").await.status, 200);
    let answer = server.get(path, "RESELLER").await;
    assert_eq!(
        (answer.status, answer.code().as_str()),
        (403, "access_denied")
    );
    assert_eq!(
        answer.description(),
        "RESELLER may not send the parameter `iptv`."
    );
}

#[tokio::test]
async fn bad_input_is_named() {
    let server = running().await;
    for (path, status, code, named) in [
        ("/customer/123", 400, "bad_request", "`customerId`"),
        ("/customer/%zz", 400, "bad_request", "`customerId`"),
        ("/customer/%ff%fe", 400, "bad_request", "`customerId`"),
        ("/mvno/4512345678", 400, "bad_request", "`accountId`"),
        (
            "/customer/resellers/list?voip=maybe",
            400,
            "bad_request",
            "`voip`",
        ),
        (
            "/customer/resellers/list?iptv=1&iptv=1",
            400,
            "bad_request",
            "`iptv`",
        ),
        ("/customer/resellers/list?x=%f", 400, "bad_request", "query"),
        ("/nowhere", 404, "not_found", "path"),
        ("/customer/1/2/3", 404, "not_found", "path"),
        ("/", 404, "not_found", "path"),
    ] {
        let answer = server.get(path, "ADMIN").await;
        assert_eq!(
            (answer.status, answer.code().as_str()),
            (status, code),
            "{path}"
        );
        assert!(
            answer.description().contains(named),
            "{path}: {}",
            answer.description()
        );
    }
}

#[tokio::test]
async fn a_wrong_method_is_405() {
    let server = running().await;
    for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "FROB"] {
        let head = format!("{method} /customer/{CUSTOMER}?token=ADMIN HTTP/1.1\r\nhost: x\r\n");
        let answer = server.raw(&head).await;
        assert_eq!(
            (answer.status, answer.code().as_str()),
            (405, "method_not_allowed"),
            "{method}"
        );
        assert!(answer.head.contains("allow: get"), "{}", answer.head);
    }
}

#[tokio::test]
async fn a_body_where_none_belongs_is_400() {
    let server = running().await;
    let head = format!(
        "GET /customer/{CUSTOMER}?token=ADMIN HTTP/1.1\r\nhost: x\r\nconnection: close\r\n"
    );
    let answer = server
        .bytes(format!("{head}content-length: 2\r\n\r\n{{}}").as_bytes())
        .await;
    assert_eq!(
        (answer.status, answer.code().as_str()),
        (400, "bad_request")
    );
    let large = "x".repeat(2 * 1024 * 1024);
    let answer = server
        .bytes(format!("{head}content-length: {}\r\n\r\n{large}", large.len()).as_bytes())
        .await;
    assert_eq!(
        (answer.status, answer.code().as_str()),
        (413, "body_too_large")
    );
}

#[tokio::test]
async fn too_much_is_refused_with_a_body() {
    let server = running().await;
    let answer = server
        .get(&format!("/customer/{}", "1".repeat(9000)), "ADMIN")
        .await;
    assert_eq!(
        (answer.status, answer.code().as_str()),
        (414, "uri_too_long")
    );
    let many: String = (0..150).map(|index| format!("x-{index}: 1\r\n")).collect();
    let answer = server
        .raw(&format!(
            "GET /customer/{CUSTOMER} HTTP/1.1\r\nhost: x\r\n{many}"
        ))
        .await;
    assert_eq!(
        (answer.status, answer.code().as_str()),
        (431, "headers_too_large")
    );
    let long = format!("x-long: {}\r\n", "1".repeat(17_000));
    let answer = server
        .raw(&format!(
            "GET /customer/{CUSTOMER} HTTP/1.1\r\nhost: x\r\n{long}"
        ))
        .await;
    assert_eq!(
        (answer.status, answer.code().as_str()),
        (431, "headers_too_large")
    );
}

#[tokio::test]
async fn no_answer_may_be_stored() {
    let server = running().await;
    let customer = format!("/customer/{CUSTOMER}");
    for (method, path, level, status) in [
        ("GET", customer.clone(), "ADMIN", 200),
        ("GET", "/customer/resellers/list".to_owned(), "ADMIN", 200),
        ("GET", "/customer/123".to_owned(), "ADMIN", 400),
        ("GET", customer.clone(), "nobody", 401),
        ("GET", customer.clone(), "NO_LOGIN", 403),
        (
            "GET",
            "/customer/000000000000000000000404".to_owned(),
            "ADMIN",
            404,
        ),
        ("GET", "/nowhere".to_owned(), "ADMIN", 404),
        ("POST", customer, "ADMIN", 405),
        (
            "GET",
            format!("/customer/{}", "1".repeat(9000)),
            "ADMIN",
            414,
        ),
        ("GET", format!("/customer/{PANICS}"), "ADMIN", 500),
        ("GET", format!("/customer/{FAILS}"), "ADMIN", 500),
        ("GET", format!("/customer/{BUSY}"), "ADMIN", 503),
    ] {
        let head = format!("{method} {path}?token={level} HTTP/1.1\r\nhost: x\r\n");
        let answer = server.raw(&head).await;
        assert_eq!(answer.status, status, "{method} {path}");
        let forbidden = answer.head.contains("\r\ncache-control: no-store");
        assert!(forbidden, "{method} {path}: {}", answer.head);
    }
    // What is refused before it reaches the router.
    let answer = server.bytes(b"NONSENSE\r\n\r\n").await;
    let forbidden = answer.head.contains("\r\ncache-control: no-store");
    assert!(answer.status == 400 && forbidden, "{}", answer.head);
}

#[tokio::test]
async fn a_failure_is_500_and_tells_nothing() {
    let server = running().await;
    for path in [format!("/customer/{PANICS}"), format!("/customer/{FAILS}")] {
        let answer = server.get(&path, "ADMIN").await;
        assert_eq!(
            (answer.status, answer.code().as_str()),
            (500, "internal_error"),
            "{path}"
        );
        assert!(!String::from_utf8_lossy(&answer.body).contains("canary"));
    }
    let answer = server.get(&format!("/customer/{CUSTOMER}"), "broken").await;
    assert_eq!(
        (answer.status, answer.code().as_str()),
        (500, "internal_error")
    );
    assert_eq!(
        server
            .get(&format!("/customer/{CUSTOMER}"), "ADMIN")
            .await
            .status,
        200,
        "it lives on"
    );
}

#[tokio::test]
async fn a_platform_that_is_overloaded_says_when_to_come_back() {
    let server = running().await;
    for (path, token) in [
        (format!("/customer/{BUSY}"), "ADMIN"),
        (format!("/customer/{CUSTOMER}"), "busy"),
    ] {
        let answer = server.get(&path, token).await;
        assert_eq!(
            (answer.status, answer.code().as_str()),
            (503, "overloaded"),
            "{path}"
        );
        assert!(answer.head.contains("retry-after: 1"), "{}", answer.head);
    }
}

#[tokio::test]
async fn what_takes_too_long_is_abandoned() {
    let limits = Limits {
        time: Duration::from_millis(50),
        ..Limits::default()
    };
    let server = Running::with_limits(limits).await;
    let answer = server.get(&format!("/customer/{HANGS}"), "ADMIN").await;
    assert_eq!((answer.status, answer.code().as_str()), (504, "timed_out"));
    assert!(answer.head.contains("retry-after: 5"), "{}", answer.head);
}

#[tokio::test]
async fn too_many_at_once_are_503() {
    let limits = Limits {
        concurrency: 1,
        ..Limits::default()
    };
    let server = Running::with_limits(limits).await;
    let mut held = TcpStream::connect(server.address).await.unwrap();
    let head = format!("GET /customer/{HANGS}?token=ADMIN HTTP/1.1\r\nhost: x\r\n\r\n");
    held.write_all(head.as_bytes()).await.unwrap();
    // The held request counts from the moment the server has read it.
    loop {
        let answer = server.get(&format!("/customer/{CUSTOMER}"), "ADMIN").await;
        if answer.status == 503 {
            assert_eq!(answer.code(), "overloaded");
            assert!(answer.head.contains("retry-after: 1"), "{}", answer.head);
            break;
        }
        assert_eq!(answer.status, 200);
    }
}

#[tokio::test]
async fn an_operation_without_a_handler_is_501() {
    let limits = Limits::default();
    let server = Server::new(&API, Examples_, Limits::default()).operation::<GetCustomer>();
    let server = Running::of(server, limits).await;
    assert_eq!(
        server
            .get(&format!("/customer/{CUSTOMER}"), "ADMIN")
            .await
            .status,
        200
    );
    let answer = server.get("/customer/resellers/list", "ADMIN").await;
    assert_eq!(
        (answer.status, answer.code().as_str()),
        (501, "not_implemented")
    );
}

#[tokio::test]
async fn answers_are_compressed_and_numbered() {
    let server = running().await;
    let head = format!(
        "GET /customer/{CUSTOMER}?token=ADMIN HTTP/1.1\r\nhost: x\r\naccept-encoding: gzip\r\n"
    );
    let answer = server.raw(&head).await;
    assert!(
        answer.head.contains("content-encoding: gzip"),
        "{}",
        answer.head
    );
    assert!(answer.head.contains("x-request-id: "), "{}", answer.head);
}

#[tokio::test]
async fn a_shutdown_finishes_what_is_in_flight() {
    let mut server = running().await;
    let mut stream = TcpStream::connect(server.address).await.unwrap();
    // Half a request is in flight when the shutdown comes.
    let head = format!(
        "GET /customer/{CUSTOMER}?token=ADMIN HTTP/1.1\r\nhost: x\r\ncontent-length: 0\r\n"
    );
    stream.write_all(head.as_bytes()).await.unwrap();
    tokio::task::yield_now().await;
    assert_eq!(
        server
            .get(&format!("/customer/{CUSTOMER}"), "ADMIN")
            .await
            .status,
        200
    );
    server.stop();
    stream.write_all(b"\r\n").await.unwrap();
    let mut answer = Vec::new();
    tokio::io::AsyncReadExt::read_to_end(&mut stream, &mut answer)
        .await
        .unwrap();
    assert!(
        answer.starts_with(b"HTTP/1.1 200"),
        "{}",
        String::from_utf8_lossy(&answer)
    );
    server.stopped().await;
}
