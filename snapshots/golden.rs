//! The golden suite. Each module tests one thing and is beside the folder of its snapshots.
#![allow(
    missing_docs,
    unreachable_pub,
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test fails by panicking, and its name says what it shows"
)]

mod built;
mod machine;
mod published;
mod suite;

mod access;
mod audiences;
mod by_type;
mod checkouts;
mod cli;
mod deprecated;
mod determinism;
mod diagnostics;
mod dist;
mod docs;
mod documents;
mod editions;
mod errors;
mod expansion;
mod fits;
mod keywords;
mod pages;
mod questions;
mod redaction;
mod request_examples;
mod requests;
mod responses;
mod router;
mod schema;
mod secrets;
mod tidy;
mod values;
