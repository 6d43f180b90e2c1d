//! How many connections are open, and which is closed when there are too many.

use std::{
    collections::HashMap,
    io,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use tokio::{
    sync::{Notify, OwnedSemaphorePermit, Semaphore},
    time::{Instant, sleep},
};

/// How long a connection that is new is spared, and a client that has stopped reading: what it sends may be on its
/// way, and it may read on.
const SPARED: Duration = Duration::from_secs(2);

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

    /// A place for one more connection. Where there is none, idle ones make room, then those whose client reads
    /// nothing; where there are no such, it waits.
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
                // Who was spared may be no longer.
                () = sleep(SPARED / 2) => {}
            }
        };
        let number = self.numbers.fetch_add(1, Ordering::Relaxed);
        let activity = Arc::new(Activity {
            state: AtomicU64::new(ANSWERING),
            stalled: AtomicU64::new(0),
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

    /// Asks the connection to close that can be done without most, if there is one: the one that has sent nothing for
    /// longest, then the one that has begun to send a head, then the one whose client reads nothing of its answer. Those
    /// that are new come after, the oldest first. One whose request is being answered is never asked.
    pub(crate) fn close_idle(&self) {
        let mut open = self.open();
        let now = self.now();
        let dispensable = open
            .iter()
            .filter_map(|(number, activity)| Some((activity.rank(now)?, *number)));
        if let Some((_, number)) = dispensable.min()
            && let Some(activity) = open.remove(&number)
        {
            activity.unwanted.notify_one();
        }
    }

    /// Waits until all are closed.
    pub(crate) async fn closed(&self) {
        let _ = self.places.acquire_many(self.limit).await;
    }

    /// The time in microseconds, from 1.
    fn now(&self) -> u64 {
        let now = self.start.elapsed() + Duration::from_micros(1);
        // Half a million years of microseconds fit.
        u64::try_from(now.as_micros()).unwrap_or(u64::MAX >> 1)
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
    /// Since when the client reads nothing of what is there for it; 0 if it reads.
    stalled: AtomicU64,
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
        ends
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
        self.state
            .store(self.connections.now() << 1, Ordering::Relaxed);
        self.connections.idled.notify_waiters();
    }

    /// The client begins to read nothing.
    pub(crate) fn stall(&self) {
        self.stalled
            .store(self.connections.now(), Ordering::Relaxed);
    }

    /// The client reads.
    pub(crate) fn read(&self) {
        self.stalled.store(0, Ordering::Relaxed);
    }

    /// Whether the client reads nothing.
    pub(crate) fn is_stalled(&self) -> bool {
        self.stalled.load(Ordering::Relaxed) > 0
    }

    /// Whether no request is being answered.
    pub(crate) fn is_idle(&self) -> bool {
        self.state.load(Ordering::Relaxed) > WRITING
    }

    /// Whether a request's head has begun to arrive, and has not ended.
    pub(crate) fn is_in_head(&self) -> bool {
        let state = self.state.load(Ordering::Relaxed);
        state > WRITING && state & 1 == 1
    }

    /// Ready when the connection should make room for another.
    pub(crate) async fn unwanted(&self) {
        self.unwanted.notified().await;
    }

    /// How well the connection can be done without; the least is the first to close. None if it cannot.
    fn rank(&self, now: u64) -> Option<(Dispensable, u64)> {
        let is_spared = |since: u64| u128::from(now.saturating_sub(since)) < SPARED.as_micros();
        let state = self.state.load(Ordering::Relaxed);
        if state <= WRITING {
            let since = self.stalled.load(Ordering::Relaxed);
            return (since > 0 && !is_spared(since)).then_some((Dispensable::Stalled, since));
        }
        let since = state >> 1;
        let kind = match state & 1 {
            _ if is_spared(since) => Dispensable::New,
            0 => Dispensable::Silent,
            _ => Dispensable::InHead,
        };
        Some((kind, since))
    }
}

/// Why a connection can be done without, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Dispensable {
    /// It has sent nothing.
    Silent,
    /// It has begun to send a head.
    InHead,
    /// It reads nothing.
    Stalled,
    /// It has been idle for a moment only, whatever it has sent.
    New,
}

#[cfg(test)]
mod tests {
    use tokio::time::advance;

    use super::*;

    /// Which of these is asked to close.
    async fn asked(places: &[&Place]) -> Option<usize> {
        for (index, place) in places.iter().enumerate() {
            tokio::select! {
                biased;
                () = place.activity.unwanted() => return Some(index),
                () = std::future::ready(()) => {}
            }
        }
        None
    }

    #[tokio::test(start_paused = true)]
    async fn who_can_be_done_without_most_goes_first() {
        let connections = Connections::new(10).unwrap();
        let answering = connections.place().await;
        answering.activity.answering();
        let stalled = connections.place().await;
        stalled.activity.answering();
        stalled.activity.stall();
        let in_head = connections.place().await;
        assert!(in_head.activity.received());
        let silent = connections.place().await;
        advance(SPARED).await;
        let half_new = connections.place().await;
        assert!(half_new.activity.received());
        advance(SPARED / 2).await;
        let new = connections.place().await;
        let places = [&answering, &stalled, &in_head, &silent, &half_new, &new];
        for expected in [Some(3), Some(2), Some(1), Some(4), Some(5), None] {
            connections.close_idle();
            assert_eq!(asked(&places).await, expected);
        }
    }

    #[tokio::test(start_paused = true)]
    async fn who_reads_again_is_kept() {
        let connections = Connections::new(1).unwrap();
        let reading = connections.place().await;
        reading.activity.answering();
        reading.activity.stall();
        connections.close_idle();
        assert_eq!(asked(&[&reading]).await, None);
        reading.activity.read();
        advance(SPARED).await;
        connections.close_idle();
        assert_eq!(asked(&[&reading]).await, None);
    }

    #[tokio::test(start_paused = true)]
    async fn who_reads_nothing_makes_room_in_time() {
        let connections = Connections::new(1).unwrap();
        let stalled = connections.place().await;
        stalled.activity.answering();
        stalled.activity.stall();
        let activity = Arc::clone(&stalled.activity);
        tokio::spawn(async move {
            activity.unwanted().await;
            drop(stalled);
        });
        connections.place().await;
    }
}
