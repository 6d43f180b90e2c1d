//! The client over real sockets, against a server that answers what a test tells it to.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    reason = "a test fails by panicking, and its name says what it shows"
)]

mod bodies;
mod cancelling;
mod connections;
mod errors;
mod limits;
mod requests;
mod retries;
mod support;
mod token;
mod wire;
