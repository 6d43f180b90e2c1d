//! The service outlives whatever it writes to.
#![cfg(unix)]

use std::{
    fs::File,
    io::{BufRead as _, BufReader},
    process::Stdio,
};

use super::{Sandbox, command, first_request, status, terminate};

/// A device that is always full.
#[cfg(target_os = "linux")]
fn full() -> Stdio {
    File::options()
        .write(true)
        .open("/dev/full")
        .unwrap()
        .into()
}

/// A pipe that nobody reads, and whose other end is closed.
fn closed() -> Stdio {
    std::io::pipe().unwrap().1.into()
}

/// Reads a log as JSON until it says where the sandbox is, and that the banner was lost.
fn address(sandbox: &mut Sandbox) -> String {
    let lines = BufReader::new(sandbox.0.stderr.take().unwrap()).lines();
    let (mut address, mut is_lost) = (None, false);
    for line in lines {
        let line: serde_json::Value = serde_json::from_str(&line.unwrap()).unwrap();
        let fields = &line["fields"];
        address = address.or(fields["address"].as_str().map(str::to_owned));
        is_lost |= fields["message"] == "the banner cannot be written to standard output";
        if is_lost && address.is_some() {
            break;
        }
    }
    address.unwrap()
}

#[test]
#[cfg(target_os = "linux")]
fn a_banner_that_cannot_be_written_is_done_without() {
    for stdout in [full(), closed()] {
        let mut sandbox = Sandbox(command(&["--json-log"]).stdout(stdout).spawn().unwrap());
        let address = address(&mut sandbox);
        let host = address.strip_prefix("http://").unwrap();
        assert_eq!(status(&format!("{host}/")), 200);
        terminate(&sandbox.0);
        assert!(sandbox.0.wait().unwrap().success());
    }
}

#[test]
#[cfg(target_os = "linux")]
fn a_log_that_cannot_be_written_is_done_without() {
    for (stderr, json) in [(full(), true), (closed(), true), (full(), false)] {
        let arguments: &[&str] = if json { &["--json-log"] } else { &[] };
        let mut command = command(arguments);
        let command = command.env("TELECOMX_LOG", "trace").stderr(stderr);
        let mut sandbox = Sandbox(command.spawn().unwrap());
        let banner = sandbox.banner();
        for _ in 0..20 {
            assert_eq!(status(first_request(&banner)), 200);
        }
        terminate(&sandbox.0);
        assert!(sandbox.0.wait().unwrap().success());
    }
}

#[test]
fn a_log_that_nobody_reads_holds_nobody_up() {
    let mut command = command(&[]);
    let mut sandbox = Sandbox(command.env("TELECOMX_LOG", "trace").spawn().unwrap());
    let banner = sandbox.banner();
    // A pipe holds 64 KiB, which these fill several times.
    for _ in 0..200 {
        assert_eq!(status(first_request(&banner)), 200);
    }
    terminate(&sandbox.0);
    assert!(sandbox.0.wait().unwrap().success());
}

#[test]
#[cfg(target_os = "linux")]
fn a_failure_that_nobody_can_be_told_of_is_an_exit_code() {
    let mut command = command(&["--listen", "0.0.0.0"]);
    assert_eq!(command.stderr(full()).status().unwrap().code(), Some(1));
}
