//! More connections than a server has places for.
#![allow(missing_docs, clippy::unwrap_used)]

mod support;

use std::{
    io::{BufRead as _, BufReader},
    net::SocketAddr,
    process::{Command, Stdio},
    time::Duration,
};

use support::{CUSTOMER, HANGS, Running, last_answer, whole};
use telecomx_server::{Limits, serve};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::{TcpListener, TcpStream},
};

/// So long that only what never happens takes longer.
const LONG: Duration = Duration::from_secs(3600);

async fn running(connections: usize) -> Running {
    Running::with_limits(Limits {
        connections,
        head_time: LONG,
        write_time: LONG,
        time: LONG,
        ..Limits::default()
    })
    .await
}

fn get(customer: impl std::fmt::Display) -> String {
    format!("GET /customer/{customer}?token=ADMIN HTTP/1.1\r\nhost: x\r\n\r\n")
}

/// Reads the answer to a request on a connection that stays open.
async fn status(stream: &mut TcpStream) -> String {
    let mut bytes = Vec::new();
    loop {
        bytes.push(stream.read_u8().await.unwrap());
        if bytes.ends_with(b"\r\n\r\n") {
            break;
        }
    }
    let head = String::from_utf8(bytes).unwrap();
    let length = head
        .lines()
        .find_map(|line| line.strip_prefix("content-length: "));
    let mut body = vec![0; length.unwrap().parse().unwrap()];
    stream.read_exact(&mut body).await.unwrap();
    head.lines().next().unwrap().to_owned()
}

/// Whether the server has closed a connection without a word.
async fn is_closed(stream: &mut TcpStream) -> bool {
    matches!(stream.read(&mut [0]).await, Ok(0) | Err(_))
}

#[tokio::test]
async fn silent_connections_make_room() {
    let server = running(4).await;
    let mut silent = Vec::new();
    for _ in 0..100 {
        silent.push(server.send(b"").await);
    }
    assert_eq!(
        server
            .get(&format!("/customer/{CUSTOMER}"), "ADMIN")
            .await
            .status,
        200
    );
    assert!(is_closed(&mut silent[0]).await);
}

#[tokio::test]
async fn heads_that_do_not_end_make_room() {
    let server = running(4).await;
    let mut slow = Vec::new();
    for _ in 0..100 {
        slow.push(server.send(b"GET /customer").await);
    }
    assert_eq!(
        server
            .get(&format!("/customer/{CUSTOMER}"), "ADMIN")
            .await
            .status,
        200
    );
}

#[tokio::test]
async fn an_idle_connection_makes_room_before_one_with_half_a_head() {
    let server = running(2).await;
    let request = get(CUSTOMER);
    let (first, rest) = request.as_bytes().split_at(20);
    let mut half = server.send(request.as_bytes()).await;
    assert_eq!(status(&mut half).await, "HTTP/1.1 200 OK");
    half.write_all(first).await.unwrap();
    let mut idle = server.send(request.as_bytes()).await;
    assert_eq!(status(&mut idle).await, "HTTP/1.1 200 OK");
    // Both are spared while they are new.
    tokio::time::sleep(Duration::from_secs(2)).await;
    let mut new = server.send(request.as_bytes()).await;
    assert_eq!(status(&mut new).await, "HTTP/1.1 200 OK");
    assert!(is_closed(&mut idle).await);
    half.write_all(rest).await.unwrap();
    assert_eq!(status(&mut half).await, "HTTP/1.1 200 OK");
}

#[tokio::test]
async fn a_connection_with_a_request_is_kept() {
    let server = running(1).await;
    let mut first = server.send(get(CUSTOMER).as_bytes()).await;
    assert_eq!(status(&mut first).await, "HTTP/1.1 200 OK");
    first.write_all(get(HANGS).as_bytes()).await.unwrap();
    // There is no place for another until the first goes, which its handler never lets it do.
    let mut second = server.send(get(CUSTOMER).as_bytes()).await;
    tokio::select! {
        biased;
        answered = status(&mut second) => panic!("{answered}"),
        () = tokio::time::sleep(Duration::from_millis(200)) => {}
    }
    assert!(
        first
            .try_read(&mut [0])
            .is_err_and(|error| error.kind() == std::io::ErrorKind::WouldBlock)
    );
}

#[tokio::test]
async fn a_client_that_does_not_read_is_given_up() {
    let limits = Limits {
        connections: 1,
        write_time: Duration::from_millis(100),
        ..Limits::default()
    };
    let server = Running::with_limits(limits).await;
    let mut deaf = server.send(b"").await;
    // Asks until the answers that it does not read fill what lies between.
    let requests = get(CUSTOMER).repeat(100);
    while deaf.write_all(requests.as_bytes()).await.is_ok() {}
    assert_eq!(
        server
            .get(&format!("/customer/{CUSTOMER}"), "ADMIN")
            .await
            .status,
        200
    );
}

#[tokio::test]
async fn a_client_that_does_not_read_makes_room() {
    let server = running(1).await;
    let mut deaf = server.send(b"").await;
    let requests = get(CUSTOMER).repeat(100);
    let asks = async { while deaf.write_all(requests.as_bytes()).await.is_ok() {} };
    // What lies between is full when nothing more can be asked.
    let asked = tokio::time::timeout(Duration::from_secs(1), asks).await;
    assert!(asked.is_err(), "the server has closed the connection");
    assert_eq!(
        server
            .get(&format!("/customer/{CUSTOMER}"), "ADMIN")
            .await
            .status,
        200
    );
}

#[tokio::test]
async fn no_place_at_all_is_an_error() {
    let limits = Limits {
        connections: 0,
        ..Limits::default()
    };
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let served = serve(
        listener,
        whole(limits).into_router(),
        limits,
        std::future::pending(),
    );
    let error = served.await.unwrap_err();
    assert!(
        error.to_string().contains("`Limits::connections`"),
        "{error}"
    );
}

/// What a process of this test prints before its address.
const ADDRESS: &str = "listening on ";

/// Serves, in a process that may open few files, until its input ends.
#[tokio::test]
#[ignore = "`want_of_files_is_waited_out` runs it, in a process of its own"]
#[expect(clippy::print_stdout, reason = "another process reads it")]
async fn serves_with_few_files() {
    let server = running(1_000_000).await;
    // The platform has taken what connections leave to it.
    let _taken: Vec<_> = std::iter::from_fn(|| std::fs::File::open("/dev/null").ok())
        .take(24)
        .collect();
    println!("\n{ADDRESS}{}", server.address);
    let ended = tokio::task::spawn_blocking(|| std::io::stdin().lines().count());
    ended.await.unwrap();
}

#[cfg(unix)]
#[tokio::test]
async fn want_of_files_is_waited_out() {
    let mut process = Command::new("sh")
        .args([
            "-c",
            "ulimit -n 64 && exec \"$0\" --exact serves_with_few_files --ignored --nocapture",
        ])
        .arg(std::env::current_exe().unwrap())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let lines = BufReader::new(process.stdout.take().unwrap()).lines();
    let address = lines
        .map(Result::unwrap)
        .find_map(|line| Some(line.strip_prefix(ADDRESS)?.parse().unwrap()));
    let address: SocketAddr = address.unwrap();
    let mut silent = Vec::new();
    for _ in 0..200 {
        silent.push(TcpStream::connect(address).await.unwrap());
    }
    let mut asking = TcpStream::connect(address).await.unwrap();
    let request = get(CUSTOMER).replace("host: x", "connection: close");
    asking.write_all(request.as_bytes()).await.unwrap();
    let answer = last_answer(&mut asking).await;
    process.kill().unwrap();
    process.wait().unwrap();
    assert_eq!(answer.status, 200);
}
