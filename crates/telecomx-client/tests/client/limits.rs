//! How large an answer may be.

use std::io::Write as _;

use flate2::{Compression, write::GzEncoder};
use telecomx_client::Error;

use crate::support::{Answer, CUSTOMER, TestServer, answer, get_customer, json};

#[tokio::test]
async fn the_limit_itself_is_accepted() {
    let mut server = TestServer::answering([json(200, CUSTOMER)]).await;
    let limited = |limit| server.builder().max_response_bytes(limit).build().unwrap();
    let (enough, too_little) = (limited(CUSTOMER.len()), limited(CUSTOMER.len() - 1));
    enough.send(get_customer()).await.unwrap();
    let error = too_little.send(get_customer()).await.unwrap_err();
    assert!(matches!(error, Error::TooLarge { limit } if limit == CUSTOMER.len() - 1));
    assert!(
        error
            .to_string()
            .contains("`ClientBuilder::max_response_bytes`")
    );
    // It would be as large the next time.
    assert_eq!(server.requests().len(), 2);
}

#[tokio::test]
async fn an_answer_of_unknown_length_is_limited() {
    let mut bytes = b"HTTP/1.1 200 OK\r\n\r\n".to_vec();
    bytes.resize(100_000, b' ');
    let server = TestServer::answering([Answer::Bytes(bytes)]).await;
    let client = server.builder().max_response_bytes(50_000).build().unwrap();
    let error = client.send(get_customer()).await.unwrap_err();
    assert!(
        matches!(error, Error::TooLarge { limit: 50_000 }),
        "{error:?}"
    );
}

#[tokio::test]
async fn what_counts_is_the_size_after_decompression() {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(&vec![b' '; 1_000_000]).unwrap();
    let gzip = gzip.finish().unwrap();
    assert!(gzip.len() < 10_000);
    let server = TestServer::answering([answer(200, "content-encoding: gzip\r\n", gzip)]).await;
    let client = server.builder().max_response_bytes(10_000).build().unwrap();
    let error = client.send(get_customer()).await.unwrap_err();
    assert!(
        matches!(error, Error::TooLarge { limit: 10_000 }),
        "{error:?}"
    );
}

#[tokio::test]
async fn a_large_error_is_cut() {
    let server = TestServer::answering([answer(500, "", "x".repeat(100_000))]).await;
    let error = server.client().send(get_customer()).await.unwrap_err();
    let Error::Undocumented {
        status: 500, body, ..
    } = &error
    else {
        panic!("{error:?}");
    };
    assert_eq!(body.as_str().len(), 64 * 1024);
    assert!(error.to_string().len() < 400);
}
