//! What is repeated, how often, and when.

use std::time::{Duration, Instant, SystemTime};

use telecomx_client::{Error, Retries};

use crate::support::{
    Answer, CUSTOMER, TestServer, answer, get_customer, impatient, json, rename_customer,
};

#[tokio::test]
async fn a_temporary_error_is_repeated() {
    for status in [429, 502, 503, 504] {
        let busy = answer(status, "", "busy");
        let mut server = TestServer::answering([busy.clone(), busy, json(200, CUSTOMER)]).await;
        server.client().send(get_customer()).await.unwrap();
        assert_eq!(server.requests().len(), 3, "{status}");
    }
}

#[tokio::test]
async fn a_broken_answer_is_repeated() {
    let broken = Answer::Bytes(b"HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{".to_vec());
    let nothing = Answer::Bytes(Vec::new());
    let mut server = TestServer::answering([broken, nothing, json(200, CUSTOMER)]).await;
    server.client().send(get_customer()).await.unwrap();
    assert_eq!(server.requests().len(), 3);
}

#[tokio::test]
async fn a_late_answer_is_repeated() {
    let mut server = TestServer::answering([Answer::Silence, json(200, CUSTOMER)]).await;
    // On a slow machine further attempts may be late too; there are plenty.
    let client = server
        .builder()
        .timeout(Duration::from_secs(1))
        .retries(Retries {
            times: 50,
            ..impatient()
        })
        .build()
        .unwrap();
    client.send(get_customer()).await.unwrap();
    assert!(server.requests().len() >= 2);
}

#[tokio::test]
async fn the_last_error_is_the_one_returned() {
    let mut server = TestServer::answering([
        answer(502, "", ""),
        answer(502, "", ""),
        answer(503, "", ""),
    ])
    .await;
    let error = server.client().send(get_customer()).await.unwrap_err();
    assert!(matches!(error, Error::Undocumented { status: 503, .. }));
    assert_eq!(server.requests().len(), 1 + Retries::default().times);
}

#[tokio::test]
async fn never_is_never() {
    let mut server = TestServer::answering([answer(503, "", "")]).await;
    let client = server.builder().retries(Retries::NEVER).build().unwrap();
    client.send(get_customer()).await.unwrap_err();
    assert_eq!(server.requests().len(), 1);
}

#[tokio::test]
async fn an_error_that_stays_is_not_repeated() {
    for (status, body) in [
        (200, "{}"),
        (302, ""),
        (400, r#"{"message": "bad_request"}"#),
        (401, r#"{"message": "unauthorized"}"#),
        (404, r#"{"message": "customer"}"#),
        (418, ""),
        (500, r#"{"message": "internal_error"}"#),
        (500, ""),
        (501, ""),
    ] {
        let mut server = TestServer::answering([json(status, body)]).await;
        let error = server.client().send(get_customer()).await.unwrap_err();
        assert_eq!(error.status(), Some(status));
        assert_eq!(server.requests().len(), 1, "{status}");
    }
}

#[tokio::test]
async fn a_request_that_changes_something_is_not_repeated() {
    for answer in [
        answer(503, "retry-after: 0\r\n", ""),
        json(503, r#"{"message": "frozen"}"#),
        Answer::Bytes(Vec::new()),
    ] {
        let mut server = TestServer::answering([answer]).await;
        let error = server.client().send(rename_customer()).await.unwrap_err();
        assert!(error.is_temporary());
        assert_eq!(server.requests().len(), 1);
    }
}

#[tokio::test]
async fn the_server_is_given_the_seconds_it_asks_for() {
    let busy = answer(503, "retry-after: 1\r\n", "");
    let server = TestServer::answering([busy, json(200, CUSTOMER)]).await;
    let start = Instant::now();
    server.client().send(get_customer()).await.unwrap();
    assert!(start.elapsed() >= Duration::from_secs(1));
}

#[tokio::test]
async fn the_server_is_given_until_the_date_it_asks_for() {
    let date = httpdate::fmt_http_date(SystemTime::now() + Duration::from_secs(2));
    let busy = answer(429, &format!("retry-after: {date}\r\n"), "");
    let server = TestServer::answering([busy, json(200, CUSTOMER)]).await;
    server.client().send(get_customer()).await.unwrap();
    assert!(SystemTime::now() >= httpdate::parse_http_date(&date).unwrap());
}

#[tokio::test]
async fn a_server_that_asks_for_too_long_is_asked_again_earlier() {
    // Without the limit, this would take a century.
    let busy = answer(503, "retry-after: 3153600000\r\n", "");
    let mut server = TestServer::answering([busy, json(200, CUSTOMER)]).await;
    let retries = Retries {
        longest_retry_after: Duration::from_millis(1),
        ..impatient()
    };
    let client = server.builder().retries(retries).build().unwrap();
    client.send(get_customer()).await.unwrap();
    assert_eq!(server.requests().len(), 2);
}
