//! The golden suite. Each module tests one thing and is beside the folder of its snapshots.
#![allow(
    missing_docs,
    unreachable_pub,
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test fails by panicking, and its name says what it shows"
)]

mod built;
mod published;
mod suite;

mod audiences;
mod by_type;
mod checkouts;
mod cli;
mod deprecated;
mod determinism;
mod diagnostics;
mod docs;
mod documents;
mod editions;
mod errors;
mod expansion;
mod fits;
mod keywords;
mod operation;
mod pages;
mod questions;
mod redaction;
mod requests;
mod responses;
mod router;
mod schema;
mod secrets;
mod tidy;
mod values;
mod visibility;
