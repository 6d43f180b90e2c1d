//! What a body may look like on its way here, whatever it is read for.

use std::io::Write as _;

use flate2::{Compression, write::GzEncoder};
use telecomx_api::customer::resellers::ListResellers;
use telecomx_client::{CommonError, Error, Retries, wire};

use crate::support::{
    Answer, CUSTOMER, GetCustomer, GetCustomerError, RenameCustomerError, TestServer, answer,
    get_customer, json, rename_customer,
};

const MARK: &str = "\u{feff}";

/// What a call says that is answered so.
async fn message(answer: Answer) -> String {
    let server = TestServer::answering([answer]).await;
    let client = server.builder().retries(Retries::NEVER).build().unwrap();
    client.send(get_customer()).await.unwrap_err().to_string()
}

#[tokio::test]
async fn a_byte_order_mark_before_an_answer_is_read_past() {
    for body in [
        format!("{MARK}{CUSTOMER}"),
        format!("\r\n{MARK}{MARK} {CUSTOMER}\r\n"),
    ] {
        let server = TestServer::answering([json(200, &body)]).await;
        let customer = server.client().send(get_customer()).await.unwrap();
        assert_eq!(customer.name, "Anders And & Co");
        let customer = wire::read_response::<GetCustomer>(http::Response::new(body)).unwrap();
        assert_eq!(customer.name, "Anders And & Co");
    }
}

#[tokio::test]
async fn a_byte_order_mark_before_a_list_is_read_past() {
    let server = TestServer::answering([json(200, &format!("{MARK}[]"))]).await;
    let resellers = server.client().send(ListResellers { filter: None }).await;
    assert!(resellers.unwrap().is_empty());
}

#[tokio::test]
async fn a_byte_order_mark_within_a_compressed_answer_is_read_past() {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::default());
    gzip.write_all(format!("{MARK}{CUSTOMER}").as_bytes())
        .unwrap();
    let gzip = answer(200, "content-encoding: gzip\r\n", gzip.finish().unwrap());
    let server = TestServer::answering([gzip]).await;
    let customer = server.client().send(get_customer()).await.unwrap();
    assert_eq!(customer.name, "Anders And & Co");
}

#[tokio::test]
async fn a_byte_order_mark_before_an_error_is_read_past() {
    let own = json(404, &format!("{MARK}{{\"message\": \"customer\"}}"));
    let common = json(
        400,
        &format!("{MARK}{{\"message\": \"bad_request\", \"description\": \"No.\"}}"),
    );
    let undocumented = json(
        418,
        &format!("{MARK}{{\"message\": \"teapot\", \"description\": \"Short.\"}}"),
    );
    let server = TestServer::answering([own, common, undocumented]).await;
    let client = server.client();

    let error = client.send(get_customer()).await.unwrap_err();
    assert!(
        matches!(error, Error::Own(GetCustomerError::UnknownCustomer)),
        "{error:?}"
    );
    let error = client.send(get_customer()).await.unwrap_err();
    assert!(
        matches!(
            error,
            Error::Common {
                error: CommonError::BadRequest,
                ..
            }
        ),
        "{error:?}"
    );
    assert_eq!(error.to_string(), "400 `bad_request`: No.");
    let error = client.send(get_customer()).await.unwrap_err();
    let expected =
        "the server answered with status 418 `teapot`, the contract does not document that: Short.";
    assert_eq!(error.to_string(), expected);
}

#[tokio::test]
async fn a_byte_order_mark_before_a_temporary_error_is_read_past() {
    let frozen = json(503, &format!("{MARK}{{\"message\": \"frozen\"}}"));
    let server = TestServer::answering([frozen]).await;
    let error = server.client().send(rename_customer()).await.unwrap_err();
    assert!(
        matches!(error, Error::Own(RenameCustomerError::Frozen)),
        "{error:?}"
    );
    assert!(error.is_temporary());
}

#[tokio::test]
async fn json_is_read_whatever_it_says_it_is() {
    for content_type in [
        "",
        "content-type: text/plain\r\n",
        "content-type: text/html; charset=iso-8859-1\r\n",
        "content-type: application/json; charset=utf-16\r\n",
    ] {
        let server = TestServer::answering([answer(200, content_type, CUSTOMER)]).await;
        let customer = server.client().send(get_customer()).await.unwrap();
        assert_eq!(customer.name, "Anders And & Co");
    }
}

#[tokio::test]
async fn what_is_not_json_is_named_and_not_quoted() {
    let utf_16 = |to_bytes: fn(u16) -> [u8; 2]| {
        let text = format!("{MARK}{CUSTOMER}");
        text.encode_utf16().flat_map(to_bytes).collect::<Vec<_>>()
    };
    let json = "content-type: application/json\r\n";
    for (headers, body, expected) in [
        (json, vec![], "the body is empty"),
        (json, b" \r\n".to_vec(), "the body is empty"),
        (
            json,
            utf_16(u16::to_le_bytes),
            "the body is UTF-16 or UTF-32, and JSON is UTF-8",
        ),
        (
            json,
            utf_16(u16::to_be_bytes),
            "the body is UTF-16 or UTF-32, and JSON is UTF-8",
        ),
        (
            json,
            b"<html>canary</html>".to_vec(),
            "the body is HTML or XML",
        ),
        (
            json,
            b"\x1f\x8b\x08\x00canary".to_vec(),
            "the body is compressed with gzip",
        ),
        (
            json,
            b"canary".to_vec(),
            "expected value at line 1 column 1",
        ),
        (
            "content-type: text/html\r\n",
            b"<html>canary</html>".to_vec(),
            "the body is HTML or XML; the answer says that it is `text/html`",
        ),
        (
            "content-encoding: br\r\n",
            b"\x0b\x02canary".to_vec(),
            "expected value at line 1 column 1; it is still encoded as `br`",
        ),
    ] {
        let expected = format!(
            "the answer (status 200) does not fit the contract at `.`: {expected}; check that"
        );
        let message = message(answer(200, headers, body)).await;
        assert!(message.starts_with(&expected), "{message}");
    }
}

#[tokio::test]
async fn another_character_set_is_named() {
    let body = b"{\"_id\": \"52f4fd7734697b28ccaf77ec\", \"name\": \"R\xf8dgr\xf8d\"}";
    let head = "content-type: application/json; charset=ISO-8859-1\r\n";
    let message = message(answer(200, head, body)).await;
    let expected = "the answer (status 200) does not fit the contract at `name`: the text is not UTF-8: invalid \
                    unicode code point at line 1 column 47; the answer says that it is `application/json; \
                    charset=ISO-8859-1`; check that";
    assert!(message.starts_with(expected), "{message}");
}

#[tokio::test]
async fn a_value_of_the_wrong_kind_is_not_quoted() {
    for (body, expected) in [
        (
            r#"{"_id": "52f4fd7734697b28ccaf77ec", "name": "A", "isReseller": "canary"}"#,
            "`isReseller`: invalid type: string, expected a boolean at line 1 column 71",
        ),
        (
            r#"{"_id": "52f4fd7734697b28ccaf77ec", "name": "A", "integrations": {"criipto": {"clientSecret": 8675309}}}"#,
            "`integrations.criipto.clientSecret`: a credential must be a string at line 1 column 101",
        ),
    ] {
        let expected =
            format!("the answer (status 200) does not fit the contract at {expected}; check that");
        let message = message(json(200, body)).await;
        assert!(message.starts_with(&expected), "{message}");
    }
}
