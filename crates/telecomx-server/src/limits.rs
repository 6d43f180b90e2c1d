//! How much one caller may ask for.

use std::time::Duration;

/// The limits of a server.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// The longest URI, in bytes; a longer one is 414.
    pub uri_bytes: usize,
    /// The most header fields; more are 431.
    pub headers: usize,
    /// The longest header fields in all, names and values, in bytes; longer ones are 431.
    pub header_bytes: usize,
    /// The largest body, in bytes; a larger one is 413.
    pub body_bytes: usize,
    /// How long a request may take from its head to its answer. After that it is abandoned, and answered with 504; with
    /// 408 if its own body was still awaited.
    pub time: Duration,
    /// How many requests are handled at once; more are 503 with `Retry-After`.
    pub concurrency: usize,
    /// How many connections are open at once. One more is accepted in place of the one that has been idle for longest,
    /// or else whose client has read nothing for longest, and waits where there is none. A connection is a file to the
    /// process: whatever is said here, they are three quarters of `ulimit -n` at most, and leave 32 files to the
    /// platform.
    pub connections: usize,
    /// How long a client may take to send its request's head, and how long a connection may be idle.
    pub head_time: Duration,
    /// How long a client may read nothing of an answer; after that its connection is closed.
    pub write_time: Duration,
    /// How long a shutdown waits for what is in flight.
    pub shutdown_time: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            uri_bytes: 8 * 1024,
            headers: 100,
            header_bytes: 16 * 1024,
            body_bytes: 1024 * 1024,
            time: Duration::from_secs(30),
            concurrency: 512,
            // Where a process may open 1,024 files, as is usual, a quarter is left to the platform.
            connections: 768,
            head_time: Duration::from_secs(10),
            write_time: Duration::from_secs(30),
            shutdown_time: Duration::from_secs(30),
        }
    }
}
