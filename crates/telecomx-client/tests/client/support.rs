//! A server that answers what a test tells it to, and the operations that tests call.

use std::{sync::Arc, time::Duration};

use rcgen::{BasicConstraints, CertificateParams, IsCa, Issuer, KeyPair};
use telecomx_client::{Client, ClientBuilder, Retries, Secret, reqwest};
use telecomx_contract::{Endpoint, ErrorCodes, Example, Examples, Operation};
use telecomx_model::{CustomerSummary, Id};
use tokio::{
    io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt},
    net::TcpListener,
    sync::mpsc,
    time::timeout,
};
use tokio_rustls::{
    TlsAcceptor,
    rustls::{ServerConfig, crypto::ring, pki_types::PrivateKeyDer},
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

impl Examples for RenameCustomer {
    fn examples() -> Vec<Example<Self>> {
        Example::only(Self {
            key: "c1".to_owned(),
            name: "Rip".to_owned(),
        })
    }
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

    /// The same over TLS, at `localhost`.
    pub(crate) async fn answering_over_tls(
        answers: impl Into<Vec<Answer>>,
        acceptor: TlsAcceptor,
    ) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!(
            "https://localhost:{}",
            listener.local_addr().unwrap().port()
        );
        let (sender, events) = mpsc::unbounded_channel();
        let mut answers = answers.into().into_iter();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                // A client that does not trust the certificate leaves here.
                if let Ok(stream) = acceptor.accept(stream).await {
                    let answer = answers.next().unwrap_or(Answer::Silence);
                    tokio::spawn(serve(stream, answer, sender.clone()));
                }
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

    /// The same with an HTTP client of the caller's own.
    pub(crate) fn builder_over(&self, http_client: reqwest::Client) -> ClientBuilder {
        Client::builder(self.address(), Secret::new("token"))
            .timeout(LONG)
            .retries(impatient())
            .http_client(http_client)
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

/// A certificate authority that no system trusts, as PEM, and the server at `localhost` that it vouches for.
pub(crate) fn authority() -> (String, TlsAcceptor) {
    let mut params = CertificateParams::default();
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let key = KeyPair::generate().unwrap();
    let pem = params.self_signed(&key).unwrap().pem();
    let authority = Issuer::new(params, key);

    let key = KeyPair::generate().unwrap();
    let params = CertificateParams::new(["localhost".to_owned()]).unwrap();
    let certificate = params.signed_by(&key, &authority).unwrap();
    let key = PrivateKeyDer::try_from(key.serialize_der()).unwrap();
    // There is more than one provider within reach of the tests, so none is the default.
    let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![certificate.der().clone()], key)
        .unwrap();
    (pem, TlsAcceptor::from(Arc::new(config)))
}

async fn serve(
    mut stream: impl AsyncRead + AsyncWrite + Unpin,
    answer: Answer,
    events: mpsc::UnboundedSender<Event>,
) {
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
