//! How many connections are open, and which is closed when there are too many.

use std::{
    collections::HashMap,
    io,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

use tokio::sync::{Notify, OwnedSemaphorePermit, Semaphore};

/// The open connections of a server, of which there are never more than a limit.
#[derive(Debug)]
pub(crate) struct Connections {
    places: Arc<Semaphore>,
    limit: u32,
    start: Instant,
    open: Mutex<HashMap<u64, Arc<Activity>>>,
    numbers: AtomicU64,
    /// Told whenever a connection becomes idle.
    idled: Notify,
}

impl Connections {
    /// None are open yet.
    ///
    /// # Errors
    ///
    /// A limit of 0, or one that cannot be counted.
    pub(crate) fn new(limit: usize) -> io::Result<Arc<Self>> {
        let limit = u32::try_from(limit).ok().filter(|limit| *limit > 0);
        let limit = limit.ok_or_else(|| {
            let cure = "`Limits::connections` must be from 1 to 4294967295; its default suits most machines";
            io::Error::new(io::ErrorKind::InvalidInput, cure)
        })?;
        Ok(Arc::new(Self {
            places: Arc::new(Semaphore::new(limit as usize)),
            limit,
            start: Instant::now(),
            open: Mutex::default(),
            numbers: AtomicU64::new(0),
            idled: Notify::new(),
        }))
    }

    /// A place for one more connection. Where there is none, idle ones make room; where none is idle, it waits.
    pub(crate) async fn place(self: &Arc<Self>) -> Place {
        let permit = loop {
            // It exists before the look, so that no connection becomes idle unseen in between.
            let idled = self.idled.notified();
            if let Ok(permit) = Arc::clone(&self.places).try_acquire_owned() {
                break permit;
            }
            self.close_idle();
            tokio::select! {
                Ok(permit) = Arc::clone(&self.places).acquire_owned() => break permit,
                () = idled => {}
            }
        };
        let number = self.numbers.fetch_add(1, Ordering::Relaxed);
        let activity = Arc::new(Activity {
            state: AtomicU64::new(0),
            connections: Arc::clone(self),
            unwanted: Notify::new(),
        });
        activity.idle();
        self.open().insert(number, Arc::clone(&activity));
        Place {
            activity,
            number,
            _permit: permit,
        }
    }

    /// Asks the connection to close that has been idle for longest: one that sends nothing before one that has begun
    /// to send a request's head. One whose request has arrived is never asked.
    pub(crate) fn close_idle(&self) {
        let mut open = self.open();
        let idle = open
            .iter()
            .filter_map(|(number, activity)| Some((activity.idle_since()?, *number)));
        let longest = idle.min();
        if let Some(activity) = longest.and_then(|(_, number)| open.remove(&number)) {
            activity.unwanted.notify_one();
        }
    }

    /// Waits until all are closed.
    pub(crate) async fn closed(&self) {
        let _ = self.places.acquire_many(self.limit).await;
    }

    fn open(&self) -> std::sync::MutexGuard<'_, HashMap<u64, Arc<Activity>>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The place of one connection; dropped when it has closed.
#[derive(Debug)]
pub(crate) struct Place {
    pub(crate) activity: Arc<Activity>,
    number: u64,
    _permit: OwnedSemaphorePermit,
}

impl Drop for Place {
    fn drop(&mut self) {
        self.activity.connections.open().remove(&self.number);
    }
}

/// What a connection is doing.
#[derive(Debug)]
pub(crate) struct Activity {
    /// [`ANSWERING`], [`WRITING`], or idle: when it became so, and in the lowest bit whether a head has begun.
    state: AtomicU64,
    connections: Arc<Connections>,
    unwanted: Notify,
}

/// A request has arrived, and its answer is not yet complete.
const ANSWERING: u64 = 0;
/// The answer is complete, and not yet written.
const WRITING: u64 = 1;

impl Activity {
    /// A request has arrived.
    pub(crate) fn answering(&self) {
        self.state.store(ANSWERING, Ordering::Relaxed);
    }

    /// Its answer is complete, and remains to be written.
    pub(crate) fn writing(&self) {
        self.state.store(WRITING, Ordering::Relaxed);
    }

    /// Everything is written. Whether that was the end of an answer is returned.
    pub(crate) fn flushed(&self) -> bool {
        let ends = self.state.load(Ordering::Relaxed) == WRITING;
        if ends {
            self.idle();
        }
    }

    /// Bytes have arrived. Whether they began a head is returned.
    pub(crate) fn received(&self) -> bool {
        let state = self.state.load(Ordering::Relaxed);
        let begins = state > WRITING && state & 1 == 0;
        if begins {
            self.state.store(state | 1, Ordering::Relaxed);
        }
        begins
    }

    /// Nothing is asked of the server.
    pub(crate) fn idle(&self) {
        let since = self.connections.start.elapsed() + Duration::from_micros(1);
        // Half a million years of microseconds fit.
        let since = u64::try_from(since.as_micros()).unwrap_or(u64::MAX >> 1);
        self.state.store(since << 1, Ordering::Relaxed);
        self.connections.idled.notify_waiters();
    }

    /// Whether no request is being answered.
    pub(crate) fn is_idle(&self) -> bool {
        ends
        self.idle_since().is_some()
    }

    /// Whether a request's head has begun to arrive, and has not ended.
    pub(crate) fn is_in_head(&self) -> bool {
        self.idle_since().is_some_and(|(in_head, _)| in_head)
    }

    /// Ready when the connection should make room for another.
    pub(crate) async fn unwanted(&self) {
        self.unwanted.notified().await;
    }

    /// What idle connections are ordered by; none for one that is not.
    fn idle_since(&self) -> Option<(bool, u64)> {
        let state = self.state.load(Ordering::Relaxed);
        (state > WRITING).then_some((state & 1 == 1, state >> 1))
    }
}
