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
    assert_eq!(code, "customer");
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
    assert_eq!(whole, body);
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
            body: read,
        } = error
        else {
            panic!("{body}: {error:?}");
        };
        assert_eq!(read, body);
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
    assert!("half a".starts_with(&body), "{body}");
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
    assert_eq!(path, "addresses[0].city");
    assert!(
        problem.starts_with("invalid type: integer, expected a string"),
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
    assert_eq!(path, ".");
    assert!(
        problem.ends_with("the answer says that it is `text/html`"),
        "{problem}"
    );
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
