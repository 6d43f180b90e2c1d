//! The command as a process of its own.
#![allow(
    clippy::unwrap_used,
    reason = "a test fails by panicking, and its name says what it shows"
)]

use std::{
    io::{BufRead as _, BufReader, Read as _, Write as _},
    net::TcpStream,
    path::Path,
    process::{Child, Command, Output, Stdio},
    thread,
    time::{Duration, Instant},
};

use telecomx_sandbox::{
    store::{SqliteStore, Store as _},
    world::Recipe,
};

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_telecomx-sandbox"));
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
    let mut stdout = BufReader::new(sandbox.0.stdout.take().unwrap());
    let mut banner = String::new();
    while !banner.contains("Ctrl-C") {
        assert_ne!(stdout.read_line(&mut banner).unwrap(), 0, "{banner}");
    }
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
        let (host, path) = url.split_at(url.find('/').unwrap());
        let mut socket = TcpStream::connect(host).unwrap();
        write!(
            socket,
            "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"
        )
        .unwrap();
        let mut answer = String::new();
        socket.read_to_string(&mut answer).unwrap();
        assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
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

#[test]
fn a_file_that_is_not_a_database_is_named() {
    let output = output(&["--data", "Cargo.toml"]);
    assert!(!output.status.success());
    let error = String::from_utf8(output.stderr).unwrap();
    assert!(error.contains("Cargo.toml is not a database"), "{error}");
}

#[test]
fn killed_while_it_makes_a_world_it_leaves_the_old_one() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("world.db");
    let data = path.to_str().unwrap();
    let old = Recipe::default();
    let store = SqliteStore::in_file(&path).unwrap();
    store.fill(old, &mut old.items()).unwrap();
    let census = store.census().unwrap();
    drop(store);

    let large = ["--data", data, "--customers", "1000000", "--replace"];
    let mut sandbox = Sandbox(command(&large).spawn().unwrap());
    wait_until_it_writes(&path);
    sandbox.0.kill().unwrap();
    sandbox.0.wait().unwrap();

    let store = SqliteStore::in_file(&path).unwrap();
    assert_eq!(store.recipe().unwrap(), Some(old));
    assert_eq!(store.census().unwrap(), census);
}

/// The write-ahead log grows past the cache once many customers are in it.
fn wait_until_it_writes(path: &Path) {
    let log = path.with_extension("db-wal");
    let patience = Instant::now() + Duration::from_secs(60);
    while std::fs::metadata(&log).map_or(0, |log| log.len()) < 1_000_000 {
        assert!(Instant::now() < patience, "it writes nothing");
        thread::sleep(Duration::from_millis(10));
    }
}

fn terminate(child: &Child) {
    let id = child.id().to_string();
    let kill = Command::new("kill").args(["-TERM", &id]).status().unwrap();
    assert!(kill.success());
}
