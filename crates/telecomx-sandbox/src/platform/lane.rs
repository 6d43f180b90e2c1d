//! A lane: questions of one kind, so many at once, and the others in a queue.

use std::{sync::Arc, time::Duration};

use tokio::{
    sync::{OwnedSemaphorePermit, Semaphore},
    time::timeout,
};

/// Lets in so many questions at once. The others wait, first come, first served, and not without end.
#[derive(Debug)]
pub(super) struct Lane {
    /// Places in the lane: for those that are answered, and those that wait.
    places: Arc<Semaphore>,
    /// Those who answer.
    readers: Arc<Semaphore>,
    /// How long a question waits for its turn.
    patience: Duration,
}

/// A question's turn, which ends when it is dropped.
#[derive(Debug)]
pub(super) struct Turn {
    _place: OwnedSemaphorePermit,
    _reader: OwnedSemaphorePermit,
}

impl Lane {
    /// A lane for so many questions at once, while so many others wait, each so long at most.
    pub(super) fn new(at_once: usize, waiting: usize, patience: Duration) -> Self {
        Self {
            places: Arc::new(Semaphore::new(at_once + waiting)),
            readers: Arc::new(Semaphore::new(at_once)),
            patience,
        }
    }

    /// A turn; none if too many wait already, or it takes too long.
    pub(super) async fn turn(&self) -> Option<Turn> {
        let place = Arc::clone(&self.places).try_acquire_owned().ok()?;
        let reader = timeout(self.patience, Arc::clone(&self.readers).acquire_owned()).await;
        Some(Turn {
            _place: place,
            _reader: reader.ok()?.ok()?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_question_waits_for_its_turn() {
        let lane = Lane::new(1, 1, Duration::from_secs(600));
        let first = lane.turn().await.unwrap();
        let (second, third, ()) = tokio::join!(lane.turn(), lane.turn(), async { drop(first) });
        assert!(second.is_some(), "it has waited");
        assert!(third.is_none(), "there was no place to wait in");
        drop(second);
        assert!(lane.turn().await.is_some());
    }

    #[tokio::test]
    async fn it_does_not_wait_without_end() {
        let lane = Lane::new(1, 1, Duration::ZERO);
        let first = lane.turn().await.unwrap();
        assert!(lane.turn().await.is_none());
        // Who has given up leaves the place to others.
        assert!(lane.turn().await.is_none());
        drop(first);
        assert!(lane.turn().await.is_some());
    }
}
