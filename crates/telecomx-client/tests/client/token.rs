//! The token is in no error, no `Debug` output and no log line, whatever the server does with it.

use std::{
    collections::BTreeSet,
    error::Error as StdError,
    fmt::Write as _,
    sync::{Mutex, PoisonError},
    time::Duration,
};

use telecomx_client::{Client, Error, Retries, Secret, ServerText, TransportError, reqwest};
use telecomx_contract::{ErrorCodes, NoErrors};

use crate::support::{
    Answer, RenameCustomer, TestServer, answer, get_customer, json, rename_customer,
};

/// The quote, the slash and the letter look different in a URI and in JSON.
const CANARY: &str = "canary\"/åsecret";

/// Everything a person may come to see of an error.
fn shown(error: &dyn StdError) -> String {
    let mut shown = String::new();
    let mut next = Some(error);
    while let Some(error) = next {
        write!(shown, "{error}\n{error:#}\n{error:?}\n{error:#?}\n").unwrap();
        next = error.source();
    }
    shown
}

#[track_caller]
fn assert_hidden(shown: &str) {
    assert!(
        !shown.contains("canary") && !shown.contains("secret"),
        "{shown}"
    );
}

fn client(server: &TestServer) -> Client {
    Client::builder(server.address(), Secret::new(CANARY))
        .timeout(Duration::from_secs(2))
        .retries(Retries::NEVER)
        .max_response_bytes(1000)
        .build()
        .unwrap()
}

/// The token as a server may echo it: as it is, as it stands in the request, and as it does in a page. Within JSON it
/// looks different again.
const ECHOES: [&str; 4] = [
    CANARY,
    "canary%22%2F%C3%A5secret",
    "canary%22%2f%c3%a5secret",
    "canary&quot;&#47;&#xE5;secret",
];

/// The kinds of error, so that a new one is not forgotten here.
fn kind<E: ErrorCodes>(error: &Error<E>) -> &'static str {
    match error {
        Error::Own(_) => "own",
        Error::Common { .. } => "common",
        Error::Undocumented { .. } => "undocumented",
        Error::Contract { .. } => "contract",
        Error::TooLarge { .. } => "too large",
        Error::Redirected => "redirected",
        Error::Request(_) => "request",
        Error::Transport(TransportError::Connect(_)) => "connect",
        Error::Transport(TransportError::Timeout(_)) => "timeout",
        Error::Transport(TransportError::Broken(_)) => "broken",
    }
}

/// One answer for each way in which a server can fail.
fn answers() -> Vec<Answer> {
    let mut answers = vec![
        Answer::Silence,
        Answer::Bytes(Vec::new()),
        Answer::Bytes(b"HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{".to_vec()),
        Answer::Bytes(b"HTTP/1.1 500 No\r\ncontent-length: 99\r\n\r\n/?token=canary".to_vec()),
        Answer::Bytes(b"HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\n\r\nno gzip".to_vec()),
        json(200, &format!("[{}]", " ".repeat(1000))),
    ];
    for echo in ECHOES {
        let value = serde_json::to_string(echo).unwrap();
        let html = format!("<p>Cannot GET /customer?token={echo}</p>");
        answers.extend([
            json(
                404,
                &format!(r#"{{"message": "customer", "description": {value}}}"#),
            ),
            json(
                400,
                &format!(r#"{{"message": "bad_request", "description": {value}}}"#),
            ),
            json(
                418,
                &format!(r#"{{"message": {value}, "description": {value}}}"#),
            ),
            json(200, &format!(r#"{{"_id": {value}}}"#)),
            json(
                200,
                &format!(r#"{{"_id": "52f4fd7734697b28ccaf77ec", "isReseller": {value}}}"#),
            ),
            json(
                200,
                &format!(r#"{{"integrations": {{{value}: 7}}, "addresses": {value}}}"#),
            ),
            answer(404, "", html),
            answer(302, &format!("location: /elsewhere?token={echo}\r\n"), ""),
            answer(200, &format!("content-type: {echo}\r\n"), "<html>"),
        ]);
    }
    answers
}

#[tokio::test]
async fn the_token_is_never_shown() {
    log::set_logger(&LOG).unwrap();
    log::set_max_level(log::LevelFilter::Trace);

    let mut kinds = BTreeSet::new();
    for answer in answers() {
        let server = TestServer::answering([answer]).await;
        let error = client(&server).send(get_customer()).await.unwrap_err();
        kinds.insert(kind(&error));
        assert_hidden(&shown(&error));
    }

    // An HTTP client of one's own that follows redirects, to where the token is too.
    let redirect = answer(302, &format!("location: /?token={}\r\n", ECHOES[1]), "");
    let server = TestServer::answering([redirect, json(200, "{}")]).await;
    let follower = reqwest::Client::builder().no_proxy().build().unwrap();
    let follower = Client::builder(server.address(), Secret::new(CANARY))
        .http_client(follower)
        .build()
        .unwrap();
    assert_hidden(&format!("{follower:?}"));
    let error = follower.send(get_customer()).await.unwrap_err();
    kinds.insert(kind(&error));
    assert_hidden(&shown(&error));

    let unreachable = Client::builder("http://127.0.0.1:1", Secret::new(CANARY))
        .retries(Retries::NEVER)
        .build()
        .unwrap();
    assert_hidden(&format!("{unreachable:?}"));
    let error = unreachable.send(get_customer()).await.unwrap_err();
    kinds.insert(kind(&error));
    assert_hidden(&shown(&error));

    // So long that only the token makes it too long.
    let key = "x".repeat(65_500);
    let too_long = RenameCustomer {
        key,
        ..rename_customer()
    };
    let error = unreachable.send(too_long).await.unwrap_err();
    kinds.insert(kind(&error));
    assert_hidden(&shown(&error));

    assert_eq!(kinds.len(), 10, "{kinds:?}");
    let logged = LOG.0.lock().unwrap_or_else(PoisonError::into_inner);
    assert!(logged.contains("reqwest"), "nothing was logged");
    assert_hidden(&logged);
}

#[test]
fn the_token_is_not_shown_where_no_client_comes_about() {
    for base_url in [
        CANARY.to_owned(),
        "http://canary:secret@host".to_owned(),
        format!("http://h/?{CANARY}"),
    ] {
        let builder = Client::builder(&base_url, Secret::new(CANARY));
        assert_hidden(&format!("{builder:?}"));
        assert_hidden(&shown(&builder.build().unwrap_err()));
    }
    let white_space = Secret::new(format!("{CANARY} "));
    let error = Client::new("https://api.telecomx.dk", white_space).unwrap_err();
    assert_hidden(&shown(&error));
}

#[test]
fn an_empty_token_hides_nothing() {
    let error: Error<NoErrors> = Error::Contract {
        status: 200,
        path: ServerText::new("."),
        problem: ServerText::new("problem"),
    };
    let shown_before = shown(&error);
    assert_eq!(shown(&error.without_token(&Secret::new(""))), shown_before);
}

/// Keeps every log line.
struct Log(Mutex<String>);

static LOG: Log = Log(Mutex::new(String::new()));

impl log::Log for Log {
    fn enabled(&self, _: &log::Metadata<'_>) -> bool {
        true
    }

    fn log(&self, record: &log::Record<'_>) {
        let mut lines = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        writeln!(lines, "{}: {}", record.target(), record.args()).unwrap();
    }

    fn flush(&self) {}
}
