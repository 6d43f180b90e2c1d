//! What the log says, and what it must not.
#![allow(missing_docs, clippy::unwrap_used)]

mod support;

use std::{
    io,
    sync::{Arc, Mutex},
    time::Duration,
};

use axum::{Router, routing::post};
use support::{BUSY, CUSTOMER, Examples_, FAILS, NO_NUMBER, PANICS, Running, whole};
use telecomx_api::{API, customer::get::GetCustomer, mvno::account::get::GetMvnoAccount};
use telecomx_server::{Limits, Server};
use tracing_subscriber::{filter::LevelFilter, fmt::MakeWriter};

#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Log {
    fn text(&self) -> String {
        String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
    }
}

impl io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<'w> MakeWriter<'w> for Log {
    type Writer = Self;

    fn make_writer(&'w self) -> Self {
        self.clone()
    }
}

/// One test, since the subscriber is the process's own.
#[tokio::test]
async fn the_log_tells_of_failures_and_never_of_tokens() {
    let log = Log::default();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(LevelFilter::TRACE)
        .with_writer(log.clone())
        .with_ansi(false);
    tracing::subscriber::set_global_default(subscriber.finish()).unwrap();

    let server = Server::new(&API, Examples_, Limits::default())
        .operation::<GetCustomer>()
        .operation::<GetMvnoAccount>();
    let server = Running::of(server, Limits::default()).await;
    for operation in ["getCustomerName", "listResellers"] {
        assert!(log.text().contains(&format!(
            "no handler; it answers 501 operation=\"{operation}\""
        )));
    }

    for path in [
        format!("/customer/{CUSTOMER}"),
        "/nowhere".to_owned(),
        "/customer/%zz".to_owned(),
    ] {
        for token in [
            "canary-of-a-token",
            "ADMIN&token=canary-of-a-token",
            "canary-of-a-token&x=%zz",
        ] {
            server.get(&path, token).await;
        }
    }
    server.get(&format!("/customer/{PANICS}"), "ADMIN").await;
    server.get(&format!("/customer/{FAILS}"), "ADMIN").await;
    let answer = server.get(&format!("/mvno/{NO_NUMBER}"), "ADMIN").await;
    assert_eq!(answer.status, 500);

    let text = log.text();
    assert!(
        text.contains(r#"method="GET" route="/customer/{customerId}" id=""#),
        "{text}"
    );
    assert!(
        text.contains("a handler panicked panic=\"a canary of a panic\""),
        "{text}"
    );
    assert!(
        text.contains("the platform failed error=the store is gone: canary"),
        "{text}"
    );
    assert!(
        text.contains("the answer cannot be written as JSON, at `restOfWorldRoaming.productPrice`: NaN and infinity are no numbers in JSON"),
        "{text}"
    );
    assert!(!text.contains("canary-of-a-token"), "{text}");
    assert!(!text.contains("token="), "{text}");
    assert_eq!(text.matches(" ERROR ").count(), 3, "one line for each");

    phone_numbers_stay_out(&log).await;
    a_callers_id_is_checked(&log).await;
    what_callers_provoke_is_no_error(&log).await;
}

async fn phone_numbers_stay_out(log: &Log) {
    let server = Running::with_limits(Limits::default()).await;
    for (path, status) in [
        ("/mvno/+4512345678", 200),
        ("/mvno/%2B4512345678", 200),
        ("/mvno/4512345678", 400),
        ("/mvno/+4512345678/", 404),
        ("/mvno/+4512345678/more", 404),
        ("/customer/+4512345678", 400),
        ("/customer/resellers/list?voip=+4512345678", 400),
        ("/+4512345678", 404),
    ] {
        assert_eq!(server.get(path, "ADMIN").await.status, status, "{path}");
    }
    let post = "POST /mvno/+4512345678?token=ADMIN HTTP/1.1\r\nhost: x\r\n";
    assert_eq!(server.raw(post).await.status, 405);
    let text = log.text();
    assert!(text.contains(r#"route="/mvno/{accountId}""#), "{text}");
    assert!(!text.contains("4512345678"), "{text}");
}

async fn a_callers_id_is_checked(log: &Log) {
    let server = Running::with_limits(Limits::default()).await;
    let longest = format!("x-request-id: {}\r\n", "1".repeat(128));
    let longer = format!("x-request-id: {}\r\n", "1".repeat(129));
    for (headers, kept) in [
        ("x-request-id: 7f-A.b_c~d:e/f+g=h@i\r\n", true),
        (longest.as_str(), true),
        (longer.as_str(), false),
        ("x-request-id:\r\n", false),
        ("x-request-id: a b\r\n", false),
        ("x-request-id: a\tb\r\n", false),
        ("x-request-id: a\"b\r\n", false),
        ("x-request-id: a;b\r\n", false),
        ("x-request-id: \u{e6}\r\n", false),
        ("x-request-id: one\r\nx-request-id: two\r\n", false),
    ] {
        let before = log.text().len();
        let head = format!("GET /customer/{CUSTOMER}?token=ADMIN HTTP/1.1\r\nhost: x\r\n{headers}");
        let answer = server.raw(&head).await;
        assert_eq!(answer.status, 200, "{headers:?}");
        let ids: Vec<_> = answer
            .head
            .lines()
            .filter_map(|line| line.strip_prefix("x-request-id: "))
            .collect();
        let given = headers.trim_end().split_once(": ");
        let given = given.map_or("", |(_, id)| id).to_lowercase();
        assert_eq!(ids == [given.as_str()], kept, "{headers:?}: {ids:?}");
        // One of ours is a UUID.
        assert!(
            kept || (ids.len() == 1 && ids[0].len() == 36),
            "{headers:?}: {ids:?}"
        );
        let text = log.text().split_off(before).to_lowercase();
        assert!(text.contains(&format!("id=\"{}\"", ids[0])), "{text}");
    }
}

async fn what_callers_provoke_is_no_error(log: &Log) {
    let limits = Limits {
        concurrency: 1,
        time: Duration::from_millis(100),
        ..Limits::default()
    };
    let beside = Router::new().route("/said", post(async |said: String| said));
    let server = Running::of(whole(limits).beside(beside), limits).await;
    let before = log.text().len();
    let slow = "POST /said HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\n\r\nhal";
    assert_eq!(server.bytes(slow.as_bytes()).await.status, 408);
    for _ in 0..20 {
        assert_eq!(
            server
                .get(&format!("/customer/{BUSY}"), "ADMIN")
                .await
                .status,
            503
        );
    }
    let mut held = server.send(slow.as_bytes()).await;
    let mut refused = 0;
    while refused < 20 {
        let answer = server.get(&format!("/customer/{CUSTOMER}"), "ADMIN").await;
        refused += usize::from(answer.status == 503);
        if answer.status == 200 {
            held = server.send(slow.as_bytes()).await;
        }
    }
    drop(held);
    let text = log.text().split_off(before);
    assert_eq!(text.matches(" ERROR ").count(), 0, "{text}");
    assert_eq!(text.matches(" WARN ").count(), 2, "{text}");
    assert!(
        text.contains("the platform is overloaded count=1"),
        "{text}"
    );
    assert!(
        text.contains("requests are being handled count=1"),
        "{text}"
    );
    assert!(text.contains("answered status=408"), "{text}");
}
