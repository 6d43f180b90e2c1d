//! A server that answers what a test tells it to, and the operations that tests call.

use std::time::Duration;

use telecomx_client::{Client, ClientBuilder, Retries, Secret};
use telecomx_contract::{Endpoint, ErrorCodes, Operation};
use telecomx_model::{CustomerSummary, Id};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    sync::mpsc,
    time::timeout,
};

pub(crate) use telecomx_api::customer::get::{GetCustomer, GetCustomerError};

/// So long that only what never happens takes longer, also on a slow machine.
const LONG: Duration = Duration::from_secs(60);

/// The customer that tests read.
pub(crate) const CUSTOMER: &str =
    r#"{"_id": "52f4fd7734697b28ccaf77ec", "name": "Anders And & Co"}"#;

pub(crate) fn get_customer() -> GetCustomer {
    GetCustomer {
        customer_id: Id::from_static("52f4fd7734697b28ccaf77ec"),
    }
}

/// Rename a customer.
#[derive(Debug, Clone, PartialEq, Endpoint)]
#[endpoint(POST "/customer/{key}/name", response = CustomerSummary, errors = RenameCustomerError, revised = "2026-01-31")]
#[access(ADMIN)]
pub(crate) struct RenameCustomer {
    /// The customer to rename.
    pub(crate) key: String,
    /// Its new name.
    pub(crate) name: String,
}

/// Why a customer cannot be renamed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ErrorCodes)]
pub(crate) enum RenameCustomerError {
    /// Names cannot be changed just now.
    #[code(503, "frozen")]
    Frozen,
}

const _: &Operation = RenameCustomer::LISTED;

pub(crate) fn rename_customer() -> RenameCustomer {
    RenameCustomer {
        key: "c1".to_owned(),
        name: "Rip".to_owned(),
    }
}

/// What a connection gets once its request has been read.
#[derive(Debug, Clone)]
pub(crate) enum Answer {
    /// These bytes, and the end of the connection.
    Bytes(Vec<u8>),
    /// Nothing, for as long as the client stays.
    Silence,
}

/// A whole answer of JSON.
pub(crate) fn json(status: u16, body: &str) -> Answer {
    answer(status, "content-type: application/json\r\n", body)
}

/// A whole answer; each header field ends with a line break.
pub(crate) fn answer(status: u16, headers: &str, body: impl AsRef<[u8]>) -> Answer {
    let body = body.as_ref();
    let length = body.len();
    let head = format!(
        "HTTP/1.1 {status} Status\r\nconnection: close\r\ncontent-length: {length}\r\n{headers}\r\n"
    );
    Answer::Bytes([head.as_bytes(), body].concat())
}

/// What the server saw.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Event {
    /// The head of a request, and as much of its body as came with it.
    Request(String),
    /// The client closed a connection that was left silent.
    Left,
}

#[derive(Debug)]
pub(crate) struct TestServer {
    address: String,
    events: mpsc::UnboundedReceiver<Event>,
}

impl TestServer {
    /// Gives the first answer to the first connection and so on, and the last to all that follow.
    pub(crate) async fn answering(answers: impl Into<Vec<Answer>>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let (sender, events) = mpsc::unbounded_channel();
        let mut answers = answers.into().into_iter();
        tokio::spawn(async move {
            let mut last = Answer::Silence;
            while let Ok((stream, _)) = listener.accept().await {
                last = answers.next().unwrap_or(last);
                tokio::spawn(serve(stream, last.clone(), sender.clone()));
            }
        });
        Self { address, events }
    }

    pub(crate) fn address(&self) -> &str {
        &self.address
    }

    /// A client of this server that waits next to nothing before it repeats a request.
    pub(crate) fn client(&self) -> Client {
        self.builder().build().unwrap()
    }

    pub(crate) fn builder(&self) -> ClientBuilder {
        Client::builder(self.address(), Secret::new("token"))
            .timeout(LONG)
            .connect_timeout(LONG)
            .retries(impatient())
    }

    /// The requests that were not asked for before.
    pub(crate) fn requests(&mut self) -> Vec<String> {
        let mut requests = Vec::new();
        while let Ok(event) = self.events.try_recv() {
            match event {
                Event::Request(request) => requests.push(request),
                Event::Left => {}
            }
        }
        requests
    }

    pub(crate) async fn next_event(&mut self) -> Event {
        timeout(LONG, self.events.recv()).await.unwrap().unwrap()
    }
}

/// The usual number of retries, at once.
pub(crate) fn impatient() -> Retries {
    Retries {
        first_wait: Duration::from_millis(1),
        ..Retries::default()
    }
}

async fn serve(mut stream: TcpStream, answer: Answer, events: mpsc::UnboundedSender<Event>) {
    let mut request = Vec::new();
    while !request.windows(4).any(|window| window == b"\r\n\r\n") {
        match stream.read_buf(&mut request).await {
            Ok(1..) => {}
            // A client that connects and leaves has asked for nothing.
            _ => return,
        }
    }
    let request = String::from_utf8(request).unwrap();
    // A test that has ended no longer listens.
    let _ = events.send(Event::Request(request));
    match answer {
        Answer::Bytes(bytes) => {
            let _ = stream.write_all(&bytes).await;
            let _ = stream.shutdown().await;
            // Closed with unread bytes, the connection would be reset before the answer arrives.
            while let Ok(1..) = stream.read(&mut [0; 1024]).await {}
        }
        Answer::Silence => {
            while let Ok(1..) = stream.read(&mut [0; 1024]).await {}
            let _ = events.send(Event::Left);
        }
    }
}
