//! How far a large world has come.

use std::{
    io::{IsTerminal as _, Write as _},
    time::{Duration, Instant},
};

/// A line on a terminal that tells how far it has come; elsewhere nothing.
#[derive(Debug)]
pub(crate) struct Progress {
    total: u32,
    /// When to write next; the first time is late, so that what is quick is not announced.
    next: Instant,
    visible: bool,
}

const INTERVAL: Duration = Duration::from_millis(200);

impl Progress {
    /// Nothing of so many customers, yet.
    pub(crate) fn new(total: u32, quiet: bool) -> Self {
        Self {
            total,
            next: Instant::now() + INTERVAL,
            visible: !quiet && std::io::stderr().is_terminal(),
        }
    }

    /// So many customers are there now.
    pub(crate) fn reached(&mut self, done: u32) {
        if self.visible && Instant::now() >= self.next {
            self.next = Instant::now() + INTERVAL;
            let percent = u64::from(done) * 100 / u64::from(self.total.max(1));
            self.write(&format!(
                "making a world: {done} of {} customers, {percent} %",
                self.total
            ));
        }
    }

    fn write(&self, text: &str) {
        // Back to the start of the line, and clear it. A terminal that is gone is no reason to stop.
        let mut terminal = anstream::stderr();
        let _ = write!(terminal, "\r\x1b[K{text}");
        let _ = terminal.flush();
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if self.visible {
            self.write("");
        }
    }
}
