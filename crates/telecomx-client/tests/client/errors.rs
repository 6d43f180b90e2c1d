//! Each kind of error, as its user meets it.

use std::time::Duration;

use telecomx_client::{Client, CommonError, Error, RequestError, Retries, Secret, TransportError};
use tokio::net::TcpListener;

use crate::support::{
    Answer, GetCustomerError, RenameCustomer, RenameCustomerError, TestServer, answer,
    get_customer, impatient, json, rename_customer,
};

/// The error of reading a customer from a server that always answers so.
async fn error_of(answer: Answer) -> Error<GetCustomerError> {
    let server = TestServer::answering([answer]).await;
    let client = server.builder().retries(Retries::NEVER).build().unwrap();
    client.send(get_customer()).await.unwrap_err()
}

#[tokio::test]
async fn an_operations_own_error() {
    let error = error_of(json(404, r#"{"message": "customer", "description": "!"}"#)).await;
    assert!(matches!(
        error,
        Error::Own(GetCustomerError::UnknownCustomer)
    ));
    assert_eq!(error.status(), Some(404));
    assert!(!error.is_temporary());
    assert_eq!(
        error.to_string(),
        "404 `customer`: No customer has this id."
    );
}

#[tokio::test]
async fn an_error_that_every_operation_can_answer() {
    let body = r#"{"message": "bad_request", "description": "`iptv` is neither true nor false"}"#;
    let error = error_of(json(400, body)).await;
    assert!(matches!(
        error,
        Error::Common {
            error: CommonError::BadRequest,
            ..
        }
    ));
    assert_eq!(
        error.to_string(),
        "400 `bad_request`: `iptv` is neither true nor false"
    );

    let error = error_of(json(401, r#"{"message": "unauthorized"}"#)).await;
    assert!(matches!(
        error,
        Error::Common {
            error: CommonError::Unauthorized,
            description: None
        }
    ));
    assert!(
        error
            .to_string()
            .starts_with("401 `unauthorized`: The request carries no token")
    );
}

#[tokio::test]
async fn a_code_under_another_status_is_another_error() {
    let error = error_of(json(409, r#"{"message": "customer"}"#)).await;
    let Error::Undocumented {
        status: 409,
        code: Some(code),
        description: None,
        ..
    } = error
    else {
        panic!("{error:?}");
    };
    assert_eq!(code.as_str(), "customer");
}

#[tokio::test]
async fn an_undocumented_error_tells_what_could_be_read() {
    let body = r#"{"message": "teapot", "description": "Short and stout.", "handle": true}"#;
    let error = error_of(json(418, body)).await;
    let expected = "the server answered with status 418 `teapot`, the contract does not document that: Short and stout.";
    assert_eq!(error.to_string(), expected);
    let Error::Undocumented { body: whole, .. } = error else {
        panic!("{error:?}");
    };
    assert_eq!(whole.as_str(), body);
}

#[tokio::test]
async fn an_error_body_of_any_shape_still_gives_the_status() {
    for body in [
        "",
        "Not found",
        "<html>Not found</html>",
        "null",
        "404",
        "[]",
        "{}",
        r#"{"message": 7}"#,
        r#"{"message": {"code": "customer"}}"#,
        r#"{"error": "customer"}"#,
        r#"{"message": "cust"#,
    ] {
        let error = error_of(answer(404, "", body)).await;
        let Error::Undocumented {
            status: 404,
            code: None,
            description: None,
            location: None,
            body: read,
        } = error
        else {
            panic!("{body}: {error:?}");
        };
        assert_eq!(read.as_str(), body);
    }
}

#[tokio::test]
async fn an_error_body_that_is_not_text_still_gives_the_status() {
    let error = error_of(answer(500, "", b"\xff\xfe")).await;
    assert_eq!(error.status(), Some(500));
}

#[tokio::test]
async fn an_error_body_that_breaks_off_still_gives_the_status() {
    let bytes = b"HTTP/1.1 500 Status\r\ncontent-length: 1000\r\n\r\nhalf a".to_vec();
    let error = error_of(Answer::Bytes(bytes)).await;
    let Error::Undocumented {
        status: 500, body, ..
    } = error
    else {
        panic!("{error:?}");
    };
    assert!("half a".starts_with(body.as_str()), "{body}");
}

#[tokio::test]
async fn a_redirect_is_not_followed() {
    let mut server =
        TestServer::answering([answer(302, "location: /elsewhere\r\n", ""), json(200, "{}")]).await;
    let error = server.client().send(get_customer()).await.unwrap_err();
    assert!(matches!(error, Error::Undocumented { status: 302, .. }));
    assert!(
        error
            .to_string()
            .contains("use the address it is at itself")
    );
    assert_eq!(server.requests().len(), 1);
}

#[tokio::test]
async fn an_answer_that_does_not_fit_names_the_place() {
    let body = r#"{
        "_id": "52f4fd7734697b28ccaf77ec",
        "name": "A",
        "addresses": [{"_id": "52f4fd7734697b28ccaf77ed", "city": 7}]
    }"#;
    let error = error_of(json(200, body)).await;
    let Error::Contract {
        status: 200,
        path,
        problem,
    } = &error
    else {
        panic!("{error:?}");
    };
    assert_eq!(path.as_str(), "addresses[0].city");
    assert!(
        problem
            .as_str()
            .starts_with("invalid type: integer, expected a string"),
        "{problem}"
    );
    assert!(
        error
            .to_string()
            .contains("does not fit the contract at `addresses[0].city`")
    );
}

#[tokio::test]
async fn an_answer_of_another_kind_is_named() {
    let html = answer(200, "content-type: text/html\r\n", "<html>Sign in</html>");
    let error = error_of(html).await;
    let Error::Contract { path, problem, .. } = &error else {
        panic!("{error:?}");
    };
    assert_eq!(path.as_str(), ".");
    assert!(
        problem
            .as_str()
            .ends_with("the answer says that it is `text/html`"),
        "{problem}"
    );
}

#[tokio::test]
async fn a_status_is_explained_as_what_it_is() {
    let redirect = "location: https://api.telecomx.example/\r\n";
    for (status, headers, expected) in [
        (
            101,
            "",
            "it changes to another protocol, which was not asked for; check the base address",
        ),
        (
            300,
            "",
            "it redirects, which would carry the token elsewhere; use the address it is at itself",
        ),
        (
            301,
            redirect,
            "it redirects to `https://api.telecomx.example/`, which would carry the token elsewhere; use the address \
             it is at itself",
        ),
        (
            304,
            redirect,
            "it says that an earlier answer still holds, and none is kept here: a cache in between answers for the \
             platform; go around it",
        ),
        (
            404,
            "",
            "check that the base address is the platform's, with its path",
        ),
        (418, "", "the contract does not document that"),
    ] {
        let error = error_of(answer(status, headers, "")).await;
        let expected = format!("the server answered with status {status}, {expected}");
        assert_eq!(error.to_string(), expected);
        assert_eq!(error.status(), Some(status));
    }
}

#[tokio::test]
async fn a_success_of_another_kind_is_explained_as_what_it_is() {
    for (status, expected) in [
        (200, ""),
        (201, ", something was created"),
        (202, ", accepted to be carried out later"),
        (203, ", changed on the way here"),
        (204, ", no content"),
        (205, ", no content"),
        (206, ", a part of the content that was not asked for"),
        (299, ", which the contract does not document"),
    ] {
        let error = error_of(answer(status, "", "")).await;
        let expected = format!(
            "the answer (status {status}{expected}) does not fit the contract at `.`: the body is empty; check"
        );
        assert!(error.to_string().starts_with(&expected), "{error}");
        assert_eq!(error.status(), Some(status));
    }
}

#[tokio::test]
async fn an_interim_answer_is_read_past() {
    let bytes = "HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\nHTTP/1.1 404 Not Found\r\ncontent-length: 23\r\n\r\n\
                 {\"message\": \"customer\"}";
    let error = error_of(Answer::Bytes(bytes.into())).await;
    assert!(
        matches!(error, Error::Own(GetCustomerError::UnknownCustomer)),
        "{error:?}"
    );
}

#[tokio::test]
async fn what_the_server_wrote_is_shown_on_one_harmless_line() {
    let escapes = r"\u001b[2J\r\n\u202e";
    let body =
        |message: &str| format!(r#"{{"message": "{message}", "description": "{escapes}!"}}"#);
    let shown = r"\u{1b}[2J\r\n\u{202e}";
    for (answer, expected) in [
        (
            json(400, &body("bad_request")),
            format!("400 `bad_request`: {shown}!"),
        ),
        (
            json(418, &body(escapes)),
            format!("the server answered with status 418 `{shown}`, the contract does not document that: {shown}!"),
        ),
        (
            answer(502, "", "\u{1b}[2J\r\n\u{202e}"),
            format!("the server answered with status 502, the contract does not document that: {shown}"),
        ),
        (
            answer(302, "location: /\u{9b}2J\u{202e}\r\n", ""),
            "the server answered with status 302, it redirects to `/\\u{9b}2J\\u{202e}`, which would carry the token \
             elsewhere; use the address it is at itself"
                .to_owned(),
        ),
        (
            answer(200, "content-type: text/\u{9b}2J\u{202e}\r\ncontent-encoding: \u{2066}br\r\n", "?"),
            "the answer (status 200) does not fit the contract at `.`: expected value at line 1 column 1; the answer \
             says that it is `text/\\u{9b}2J\\u{202e}`; it is still encoded as `\\u{2066}br`; check that the base \
             address is the platform's, and that this client is as new as the platform"
                .to_owned(),
        ),
    ] {
        let error = error_of(answer).await;
        assert_eq!(error.to_string(), expected);
        let debug = format!("{error:?}");
        assert!(debug.chars().all(|letter| letter == ' ' || letter.is_ascii_graphic()), "{debug:?}");
    }
}

#[tokio::test]
async fn what_the_server_wrote_is_shown_in_part_if_it_is_long() {
    let long = "x".repeat(10_000);
    let body = format!(r#"{{"message": "{long}", "description": "{long}"}}"#);
    let error = error_of(answer(302, &format!("location: {long}\r\n"), body)).await;
    let shown = "x".repeat(300) + "…";
    assert_eq!(
        error.to_string(),
        format!(
            "the server answered with status 302 `{shown}`, it redirects to `{shown}`, which would carry the token \
             elsewhere; use the address it is at itself: {shown}"
        )
    );
    assert!(format!("{error:?}").len() < 2_000);
    let Error::Undocumented {
        description: Some(description),
        ..
    } = error
    else {
        panic!("{error:?}");
    };
    assert_eq!(description.as_str(), long);
}

#[tokio::test]
async fn an_empty_answer_does_not_fit() {
    let error = error_of(answer(204, "", "")).await;
    assert!(
        matches!(error, Error::Contract { status: 204, .. }),
        "{error:?}"
    );
}

#[tokio::test]
async fn a_request_that_cannot_be_written_is_not_sent() {
    let mut server = TestServer::answering([json(200, "{}")]).await;
    for key in ["", "..", &"x".repeat(70_000)] {
        let request = RenameCustomer {
            key: key.to_owned(),
            ..rename_customer()
        };
        let error = server.client().send(request).await.unwrap_err();
        assert!(matches!(
            error,
            Error::Request(RequestError::PathValue { .. } | RequestError::Http(_))
        ));
        assert!(!error.is_temporary());
    }
    assert!(server.requests().is_empty());
}

#[tokio::test]
async fn nobody_listens() {
    // The port was free a moment ago, so most likely nobody listens there now.
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    let client = Client::builder(address, Secret::new("token"))
        .retries(impatient())
        .build()
        .unwrap();
    let error = client.send(get_customer()).await.unwrap_err();
    assert!(
        matches!(error, Error::Transport(TransportError::Connect(_))),
        "{error:?}"
    );
    assert!(error.is_temporary());
    assert!(
        error.to_string().contains("check the base address"),
        "{error}"
    );
}

#[tokio::test]
async fn the_server_takes_too_long() {
    let server = TestServer::answering([Answer::Silence]).await;
    let client = server
        .builder()
        .timeout(Duration::from_millis(50))
        .retries(Retries::NEVER)
        .build()
        .unwrap();
    let error = client.send(get_customer()).await.unwrap_err();
    assert!(
        matches!(error, Error::Transport(TransportError::Timeout(_))),
        "{error:?}"
    );
}

#[tokio::test]
async fn the_answer_breaks_off() {
    for bytes in [
        "",
        "HTTP/1.1 200 OK\r\ncontent-le",
        "HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n{\"_id\": ",
        "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\n{\"_id\r\n",
        "HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: 4\r\n\r\n\x1f\x0b\x08\x00",
        "SSH-2.0-OpenSSH_9.6\r\n",
    ] {
        let error = error_of(Answer::Bytes(bytes.into())).await;
        assert!(
            matches!(error, Error::Transport(TransportError::Broken(_))),
            "{bytes:?}: {error:?}"
        );
    }
}

#[tokio::test]
async fn an_error_can_be_own_and_temporary() {
    let server = TestServer::answering([json(503, r#"{"message": "frozen"}"#)]).await;
    let error = server.client().send(rename_customer()).await.unwrap_err();
    assert!(matches!(error, Error::Own(RenameCustomerError::Frozen)));
    assert!(error.is_temporary());
}
