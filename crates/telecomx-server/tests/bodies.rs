//! Bodies that are slow, large, or where none belongs.
#![allow(missing_docs, clippy::unwrap_used)]

mod support;

use std::time::Duration;

use support::{CUSTOMER, Examples_, Running, last_answer, whole};
use telecomx_contract::{Endpoint, Example, Examples, NoErrors, Operation};
use telecomx_model::CustomerSummary;
use telecomx_server::{Caller, Failure, Handle, Limits};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

/// Rename a customer.
#[derive(Debug, Clone, PartialEq, Endpoint)]
#[endpoint(POST "/renamed/{key}", response = CustomerSummary, revised = "2026-01-31")]
#[access(ADMIN)]
struct RenameCustomer {
    /// The customer to rename.
    key: String,
    /// Its new name.
    name: String,
}

impl Examples for RenameCustomer {
    fn examples() -> Vec<Example<Self>> {
        Example::only(Self {
            key: "c1".to_owned(),
            name: "Rip".to_owned(),
        })
    }
}

const _: &Operation = RenameCustomer::LISTED;

impl Handle<RenameCustomer> for Examples_ {
    async fn handle(
        &self,
        request: RenameCustomer,
        _: &Caller,
    ) -> Result<CustomerSummary, Failure<NoErrors>> {
        if request.key == "hangs" {
            std::future::pending().await
        }
        Ok(CustomerSummary::examples().remove(0).value)
    }
}

async fn running(time: Duration) -> Running {
    let limits = Limits {
        time,
        ..Limits::default()
    };
    Running::of(whole(limits).operation::<RenameCustomer>(), limits).await
}

fn post(key: &str, headers: &str) -> String {
    format!("POST /renamed/{key}?token=ADMIN HTTP/1.1\r\nhost: x\r\n{headers}\r\n")
}

#[tokio::test]
async fn a_slow_body_is_408() {
    let server = running(Duration::from_millis(100)).await;
    for begun in [
        "content-length: 13\r\n\r\n{\"na",
        "transfer-encoding: chunked\r\n\r\n3\r\n{\"n\r\n",
    ] {
        let request = post("c1", begun);
        let request = request.strip_suffix("\r\n").unwrap();
        let answer = server.bytes(request.as_bytes()).await;
        assert_eq!(
            (answer.status, answer.code().as_str()),
            (408, "request_timeout"),
            "{begun}"
        );
        assert!(answer.head.contains("connection: close"), "{}", answer.head);
    }
}

#[tokio::test]
async fn a_slow_platform_is_504_whatever_the_body() {
    let server = running(Duration::from_millis(100)).await;
    let request =
        post("hangs", "connection: close\r\ncontent-length: 14\r\n") + "{\"name\":\"Rip\"}";
    let answer = server.bytes(request.as_bytes()).await;
    assert_eq!((answer.status, answer.code().as_str()), (504, "timed_out"));
}

#[tokio::test]
async fn a_body_of_no_chunks_is_none() {
    let server = running(Duration::from_secs(3600)).await;
    let head = format!(
        "GET /customer/{CUSTOMER}?token=ADMIN HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\
         transfer-encoding: chunked\r\n\r\n"
    );
    for body in ["0\r\n\r\n", "0\r\na: b\r\n\r\n"] {
        // Some send the head by itself.
        let mut stream = server.send(head.as_bytes()).await;
        stream.write_all(body.as_bytes()).await.unwrap();
        assert_eq!(last_answer(&mut stream).await.status, 200, "{body:?}");
    }
}

#[tokio::test]
async fn a_body_of_no_chunks_is_not_waited_for_without_end() {
    let server = running(Duration::from_millis(100)).await;
    let head = format!(
        "GET /customer/{CUSTOMER}?token=ADMIN HTTP/1.1\r\nhost: x\r\n\
         transfer-encoding: chunked\r\n\r\n"
    );
    let answer = server.bytes(head.as_bytes()).await;
    assert_eq!(
        (answer.status, answer.code().as_str()),
        (408, "request_timeout")
    );
}

#[tokio::test]
async fn a_body_where_none_belongs_is_refused_at_its_head() {
    let server = running(Duration::from_secs(3600)).await;
    for (headers, status, code) in [
        ("content-length: 1\r\n", 400, "bad_request"),
        (
            "transfer-encoding: chunked\r\n\r\n1\r\n{\r\n",
            400,
            "bad_request",
        ),
        (
            "content-length: 1\r\nexpect: 100-continue\r\n",
            400,
            "bad_request",
        ),
        ("content-length: 1048577\r\n", 413, "body_too_large"),
    ] {
        for (method, path) in [
            ("GET", format!("/customer/{CUSTOMER}")),
            ("HEAD", format!("/customer/{CUSTOMER}")),
            ("GET", "/customer/resellers/list".to_owned()),
        ] {
            let head = format!("{method} {path}?token=ADMIN HTTP/1.1\r\nhost: x\r\n{headers}\r\n");
            // The rest of the body is never sent.
            let answer = server.bytes(head.as_bytes()).await;
            assert_eq!(answer.status, status, "{head}");
            match method {
                "HEAD" => assert_eq!(answer.body, b"", "{head}"),
                _ => assert_eq!(answer.code(), code, "{head}"),
            }
            assert!(answer.head.contains("connection: close"), "{}", answer.head);
        }
    }
    let head = format!(
        "GET /customer/{CUSTOMER}?token=ADMIN HTTP/1.1\r\nhost: x\r\ncontent-length: 0\r\n"
    );
    assert_eq!(server.raw(&head).await.status, 200);
}

#[tokio::test]
async fn a_body_that_is_too_large_is_refused_at_its_head() {
    let server = running(Duration::from_secs(3600)).await;
    let head = post("c1", "content-length: 1048577\r\nexpect: 100-continue\r\n");
    let answer = server.bytes(head.as_bytes()).await;
    assert_eq!(
        (answer.status, answer.code().as_str()),
        (413, "body_too_large")
    );
    // Who sends it all the same is not cut off before the answer is read.
    let size = 16 * 1024 * 1024;
    let head = post("c1", &format!("content-length: {size}\r\n"));
    let mut stream = server.send(head.as_bytes()).await;
    stream.write_all(&vec![b' '; size]).await.unwrap();
    let answer = last_answer(&mut stream).await;
    assert_eq!(
        (answer.status, answer.code().as_str()),
        (413, "body_too_large")
    );
}

#[tokio::test]
async fn a_body_that_belongs_is_asked_for() {
    let server = running(Duration::from_secs(3600)).await;
    let head = post(
        "c1",
        "connection: close\r\ncontent-length: 14\r\nexpect: 100-continue\r\n",
    );
    let mut stream = server.send(head.as_bytes()).await;
    let mut go_on = [0; 25];
    stream.read_exact(&mut go_on).await.unwrap();
    assert_eq!(&go_on, b"HTTP/1.1 100 Continue\r\n\r\n");
    stream.write_all(b"{\"name\":\"Rip\"}").await.unwrap();
    assert_eq!(last_answer(&mut stream).await.status, 200);
    // Half a body and no more of it is no time-out.
    let head = post("c1", "content-length: 14\r\n") + "{\"name";
    let mut stream = server.send(head.as_bytes()).await;
    stream.shutdown().await.unwrap();
    let answer = last_answer(&mut stream).await;
    assert_eq!(
        (answer.status, answer.code().as_str()),
        (400, "bad_request")
    );
}
