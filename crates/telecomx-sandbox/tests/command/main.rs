//! The command as a process of its own.
#![allow(
    clippy::unwrap_used,
    reason = "a test fails by panicking, and its name says what it shows"
)]

mod data;
mod log;

use std::{
    io::{BufRead as _, BufReader, Read as _, Write as _},
    net::TcpStream,
    process::{Child, Command, Output, Stdio},
    time::Duration,
};

fn command(arguments: &[&str]) -> Command {
    // Asked of the cargo that runs the test: the one that compiled it may have been in another checkout.
    let program = std::env::var_os("CARGO_BIN_EXE_telecomx-sandbox").unwrap();
    let mut command = Command::new(program);
    command
        .args(["--port", "0"])
        .args(arguments)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

fn output(arguments: &[&str]) -> Output {
    command(arguments).output().unwrap()
}

/// A child that does not outlive its test.
struct Sandbox(Child);

impl Sandbox {
    /// What it prints when it is ready.
    fn banner(&mut self) -> String {
        let mut stdout = BufReader::new(self.0.stdout.take().unwrap());
        let mut banner = String::new();
        while !banner.contains("Ctrl-C") {
            assert_ne!(stdout.read_line(&mut banner).unwrap(), 0, "{banner}");
        }
        banner
    }
}

impl Drop for Sandbox {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
fn it_prints_where_it_is_and_ends_when_told() {
    let mut command = command(&["--json-log"]);
    let mut sandbox = Sandbox(command.env("TELECOMX_LOG", "trace").spawn().unwrap());
    let banner = sandbox.banner();
    assert!(!banner.contains('\x1b'), "there is no terminal to colour");
    let urls: Vec<&str> = banner
        .lines()
        .filter_map(|line| {
            line.trim()
                .strip_prefix("curl 'http://")?
                .strip_suffix('\'')
        })
        .collect();
    assert_eq!(urls.len(), 4);
    for url in urls {
        assert_eq!(status(url), 200, "{url}");
    }

    terminate(&sandbox.0);
    assert!(sandbox.0.wait().unwrap().success());
    let mut log = String::new();
    let stderr = sandbox.0.stderr.as_mut().unwrap();
    stderr.read_to_string(&mut log).unwrap();
    assert!(log.contains("/customer/"), "requests are logged");
    for line in log.lines() {
        serde_json::from_str::<serde_json::Value>(line).unwrap();
        for credential in ["sandbox-viewer", "synthetic-", "LPA:1"] {
            assert!(!line.contains(credential), "{line}");
        }
    }
}

#[test]
fn other_machines_are_kept_out() {
    let output = output(&["--listen", "0.0.0.0"]);
    assert!(!output.status.success());
    let error = String::from_utf8(output.stderr).unwrap();
    assert!(
        error.contains("--expose-synthetic-data-and-tokens"),
        "{error}"
    );
}

/// The first request of a banner: `127.0.0.1:8080/customer/…`.
fn first_request(banner: &str) -> &str {
    let (_, request) = banner.split_once("curl 'http://").unwrap();
    request.split_once('\'').unwrap().0
}

/// What a request is answered with.
fn status(url: &str) -> u16 {
    let (host, path) = url.split_at(url.find('/').unwrap());
    let mut socket = TcpStream::connect(host).unwrap();
    socket
        .set_read_timeout(Some(Duration::from_secs(60)))
        .unwrap();
    let head = format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
    socket.write_all(head.as_bytes()).unwrap();
    let mut answer = String::new();
    socket.read_to_string(&mut answer).unwrap();
    answer
        .split(' ')
        .nth(1)
        .unwrap_or_else(|| panic!("no answer: {answer}"))
        .parse()
        .unwrap()
}

fn terminate(child: &Child) {
    let id = child.id().to_string();
    let kill = Command::new("kill").args(["-TERM", &id]).status().unwrap();
    assert!(kill.success());
}
