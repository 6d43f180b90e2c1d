//! Log lines that cannot hurt: one that fails takes nothing down, and one that a caller can provoke is counted.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::atomic::{AtomicU64, Ordering},
    time::Duration,
};

/// Writes to the log. A subscriber that panics, say because its disk is full, costs the line and nothing else.
pub(crate) fn write(line: impl FnOnce()) {
    let _ = catch_unwind(AssertUnwindSafe(line));
}

/// Something that callers can make happen as often as they like: the first time has its own line, and what follows
/// within five seconds is told in one.
#[derive(Debug)]
pub(crate) struct Counted {
    /// How often it happened within the window that is open; 0 if none is.
    times: AtomicU64,
    window: Duration,
}

impl Counted {
    pub(crate) const fn new() -> Self {
        Self::within(Duration::from_secs(5))
    }

    const fn within(window: Duration) -> Self {
        Self {
            times: AtomicU64::new(0),
            window,
        }
    }

    /// It happened; `line` writes how many times, since it last did.
    ///
    /// It is called within a runtime, which waits for the window's end.
    pub(crate) fn happened(&'static self, line: impl Fn(u64) + Send + 'static) {
        if self.times.fetch_add(1, Ordering::Relaxed) > 0 {
            return;
        }
        write(|| line(1));
        tokio::spawn(async move {
            tokio::time::sleep(self.window).await;
            let more = self.times.swap(0, Ordering::Relaxed).saturating_sub(1);
            if more > 0 {
                write(|| line(more));
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use tokio::sync::mpsc;

    use super::*;

    #[tokio::test]
    async fn what_repeats_is_counted() {
        // The window ends when the test first waits.
        static HAPPENED: Counted = Counted::within(Duration::ZERO);
        let (lines, mut written) = mpsc::unbounded_channel();
        for (times, expected) in [(642_908, vec![1, 642_907]), (2, vec![1, 1])] {
            for _ in 0..times {
                let lines = lines.clone();
                HAPPENED.happened(move |count| lines.send(count).unwrap());
            }
            for count in expected {
                assert_eq!(written.recv().await, Some(count));
            }
        }
    }

    #[tokio::test]
    async fn a_line_that_fails_is_lost_alone() {
        static HAPPENED: Counted = Counted::within(Duration::ZERO);
        HAPPENED.happened(|_| panic!("the disk is full"));
        HAPPENED.happened(|_| panic!("the disk is full"));
        while HAPPENED.times.load(Ordering::Relaxed) > 0 {
            tokio::task::yield_now().await;
        }
    }
}
