//! `GET /customer/{id}` through the contract's server, beside the same handler written by hand in axum with
//! serde: same body, same machine, real sockets, in turn.
//!
//! Prints each round's requests per second and 99th percentile, and the medians of the rounds' ratios.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a benchmark fails by panicking, and reports by printing"
)]

use std::{
    net::SocketAddr,
    sync::Arc,
    time::{Duration, Instant},
};

use axum::{
    Json, Router,
    extract::{Path, Query},
    http::StatusCode,
    response::{IntoResponse, Response},
    routing::get,
};
use serde_json::json;
use telecomx_api::{
    API,
    customer::get::{GetCustomer, GetCustomerError},
};
use telecomx_contract::{AccessLevel, Examples, NoErrors, Secret};
use telecomx_model::{Customer, Id};
use telecomx_server::{Authenticate, Caller, Failure, Handle, Limits, Server, Subject, serve};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
};

const ROUNDS: usize = 7;
const ROUND: Duration = Duration::from_secs(2);
const CONNECTIONS: usize = 16;
const CUSTOMER: Id = Id::from_static("52f4fd7734697b28ccaf77ec");

/// Has one customer in memory, as both servers do.
struct Platform(Customer);

impl Authenticate for Platform {
    async fn authenticate(&self, token: &Secret) -> Result<Option<Caller>, Failure<NoErrors>> {
        Ok((token.expose() == "viewer").then_some(Caller {
            level: AccessLevel::VIEWER,
            employee: None,
            customer: Some(CUSTOMER),
            reseller: None,
        }))
    }
}

impl Handle<GetCustomer> for Platform {
    async fn handle(
        &self,
        _: GetCustomer,
        _: &Caller,
    ) -> Result<Customer, Failure<GetCustomerError>> {
        Ok(self.0.clone())
    }

    async fn subject(&self, request: &GetCustomer) -> Result<Subject, Failure<GetCustomerError>> {
        Ok(Subject {
            customer: request.customer_id.clone(),
            reseller: None,
        })
    }
}

fn customer() -> Customer {
    Customer::examples().remove(0).value
}

fn contract() -> Router {
    Server::new(&API, Platform(customer()), Limits::default())
        .operation::<GetCustomer>()
        .into_router()
}

/// The same by hand, with the same care: token, access, and what a viewer may not see.
fn by_hand() -> Router {
    #[derive(serde::Deserialize)]
    struct Token {
        token: String,
    }

    let stored = Arc::new(customer());
    let handler = move |Path(id): Path<String>, Query(Token { token }): Query<Token>| {
        let stored = Arc::clone(&stored);
        async move {
            if token != "viewer" {
                return refuse(StatusCode::UNAUTHORIZED, "unauthorized");
            }
            if id.len() != 24 || !id.bytes().all(|byte| byte.is_ascii_hexdigit()) {
                return refuse(StatusCode::BAD_REQUEST, "bad_request");
            }
            if id != CUSTOMER.as_str() {
                return refuse(StatusCode::FORBIDDEN, "access_denied");
            }
            let mut customer = Customer::clone(&stored);
            customer.notes = None;
            customer.service_level_agreements = None;
            if let Some(finance) = &mut customer.finance {
                finance.duration_method = None;
            }
            Json(customer).into_response()
        }
    };
    let router = Router::new().route("/customer/{customerId}", get(handler));
    telecomx_server::with_layers(router, Limits::default())
}

fn refuse(status: StatusCode, code: &str) -> Response {
    (status, Json(json!({ "message": code }))).into_response()
}

/// One round against a server: requests per second, and the 99th percentile.
async fn round(address: SocketAddr) -> (f64, Duration) {
    let start = Instant::now();
    let connections = (0..CONNECTIONS).map(|_| tokio::spawn(connection(address, start)));
    let mut times = Vec::new();
    for connection in connections.collect::<Vec<_>>() {
        times.extend(connection.await.unwrap());
    }
    let rate = times.len() as f64 / start.elapsed().as_secs_f64();
    times.sort();
    (rate, times[times.len() * 99 / 100])
}

/// Sends one request after another over one connection.
async fn connection(address: SocketAddr, start: Instant) -> Vec<Duration> {
    let mut stream = TcpStream::connect(address).await.unwrap();
    stream.set_nodelay(true).unwrap();
    let request = format!("GET /customer/{CUSTOMER}?token=viewer HTTP/1.1\r\nhost: x\r\n\r\n");
    let mut times = Vec::new();
    let mut buffer = vec![0; 64 * 1024];
    while start.elapsed() < ROUND {
        let sent = Instant::now();
        stream.write_all(request.as_bytes()).await.unwrap();
        let mut filled = 0;
        loop {
            filled += stream.read(&mut buffer[filled..]).await.unwrap();
            if is_whole(&buffer[..filled]) {
                break;
            }
        }
        times.push(sent.elapsed());
    }
    times
}

/// Whether a whole answer has arrived.
fn is_whole(bytes: &[u8]) -> bool {
    let Some(end) = bytes.windows(4).position(|window| window == b"\r\n\r\n") else {
        return false;
    };
    let head = std::str::from_utf8(&bytes[..end]).unwrap();
    assert!(head.starts_with("HTTP/1.1 200"), "{head}");
    let length = head
        .lines()
        .find_map(|line| line.strip_prefix("content-length: "));
    bytes.len() >= end + 4 + length.unwrap().parse::<usize>().unwrap()
}

async fn start(router: Router) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(serve(
        listener,
        router,
        Limits::default(),
        std::future::pending(),
    ));
    address
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

#[tokio::main]
async fn main() {
    let (contract, by_hand) = (start(contract()).await, start(by_hand()).await);
    let (mut rates, mut tails) = (Vec::new(), Vec::new());
    // The first round warms up. Each pair gives a ratio, since the machine's own speed drifts.
    for index in 0..=ROUNDS {
        let (ours, theirs) = (round(contract).await, round(by_hand).await);
        println!("round {index}: contract {ours:?}, by hand {theirs:?}");
        if index > 0 {
            rates.push(ours.0 / theirs.0);
            tails.push(ours.1.as_secs_f64() / theirs.1.as_secs_f64());
        }
    }
    println!("throughput contract / by hand: {:.3}", median(rates));
    println!("p99 contract / by hand: {:.3}", median(tails));
}
