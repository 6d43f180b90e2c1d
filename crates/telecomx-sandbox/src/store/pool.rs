//! Connections: where they lead, and the readers that are kept open.

use std::{
    fmt,
    path::PathBuf,
    sync::{
        Condvar, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use rusqlite::{Connection, ErrorCode, OpenFlags};

use super::StoreError;

/// How many readers there are at most; more threads than that wait for one.
const READERS: usize = 8;

/// How long to wait for a lock, or for a reader.
const PATIENCE: Duration = Duration::from_secs(2);

/// Where a database is.
#[derive(Debug, Clone)]
pub(super) enum Place {
    /// In this process's memory, under a name of its own.
    ///
    /// All connections of one name see one database, which is gone with the last of them: nothing is left
    /// behind, however the process ends. SQLite's older way to share memory, a shared cache, locks whole
    /// tables and ignores the busy timeout.
    Memory(u64),
    /// In a file.
    File(PathBuf),
}

impl Place {
    /// A new place in memory.
    pub(super) fn memory() -> Self {
        static COUNT: AtomicU64 = AtomicU64::new(0);
        Self::Memory(COUNT.fetch_add(1, Ordering::Relaxed))
    }

    /// A connection that may write, and makes the database if there is none.
    pub(super) fn writer(&self) -> Result<Connection, StoreError> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
        self.open(flags)
            .and_then(|connection| {
                connection.pragma_update(None, "foreign_keys", true)?;
                Ok(connection)
            })
            .map_err(|error| self.explain(error))
    }

    fn reader(&self) -> Result<Connection, StoreError> {
        self.open(OpenFlags::SQLITE_OPEN_READ_ONLY)
            .map_err(|error| self.explain(error))
    }

    fn open(&self, flags: OpenFlags) -> rusqlite::Result<Connection> {
        // A connection is used by one thread at a time, so it needs no locks of its own.
        let flags = flags | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = match self {
            Self::Memory(name) => Connection::open_with_flags(
                format!("file:/sandbox-{name}?vfs=memdb"),
                flags | OpenFlags::SQLITE_OPEN_URI,
            ),
            Self::File(path) => Connection::open_with_flags(path, flags),
        }?;
        connection.busy_timeout(PATIENCE)?;
        Ok(connection)
    }

    /// Says what an error means here.
    pub(super) fn explain(&self, cause: rusqlite::Error) -> StoreError {
        let place = self.to_string();
        let code = cause.sqlite_error_code();
        match cause {
            rusqlite::Error::FromSqlConversionFailure(..)
            | rusqlite::Error::InvalidColumnType(..) => StoreError::Unreadable { place, cause },
            _ => match code {
                Some(ErrorCode::NotADatabase) => StoreError::NotADatabase { place },
                Some(ErrorCode::CannotOpen | ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => {
                    StoreError::CannotOpen { place }
                }
                Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => {
                    StoreError::Locked { place }
                }
                Some(ErrorCode::DiskFull) => StoreError::Full { place },
                _ => StoreError::Failed { place, cause },
            },
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Memory(_) => f.write_str("the database in memory"),
            Self::File(path) => path.display().fmt(f),
        }
    }
}

/// Readers, opened when they are first needed.
#[derive(Debug)]
pub(super) struct Pool {
    place: Place,
    readers: Mutex<Readers>,
    returned: Condvar,
}

#[derive(Debug, Default)]
struct Readers {
    idle: Vec<Connection>,
    lent: usize,
}

impl Pool {
    /// A pool of readers of this place.
    pub(super) fn new(place: Place) -> Self {
        Self {
            place,
            readers: Mutex::default(),
            returned: Condvar::new(),
        }
    }

    /// Asks a reader.
    pub(super) fn read<T>(
        &self,
        question: impl FnOnce(&Connection) -> rusqlite::Result<T>,
    ) -> Result<T, StoreError> {
        let mut loan = self.borrow()?;
        let connection = match loan.connection.take() {
            Some(connection) => connection,
            None => self.place.reader()?,
        };
        match question(&connection) {
            Ok(answer) => {
                loan.connection = Some(connection);
                Ok(answer)
            }
            // The reader is closed: what ails it may end with it, and the next one is opened anew.
            Err(error) => Err(self.place.explain(error)),
        }
    }

    /// The right to use a reader, and an open one if there is one.
    fn borrow(&self) -> Result<Loan<'_>, StoreError> {
        let (mut readers, waited) = self
            .returned
            .wait_timeout_while(self.lock(), PATIENCE, |readers| readers.lent >= READERS)
            .unwrap_or_else(PoisonError::into_inner);
        if waited.timed_out() {
            return Err(StoreError::Locked {
                place: self.place.to_string(),
            });
        }
        readers.lent += 1;
        Ok(Loan {
            pool: self,
            connection: readers.idle.pop(),
        })
    }

    fn lock(&self) -> MutexGuard<'_, Readers> {
        // A thread that panicked has not left a list half changed.
        self.readers.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A reader that goes back to its pool, whatever becomes of the borrower.
struct Loan<'p> {
    pool: &'p Pool,
    connection: Option<Connection>,
}

impl Drop for Loan<'_> {
    fn drop(&mut self) {
        let mut readers = self.pool.lock();
        readers.lent -= 1;
        readers.idle.extend(self.connection.take());
        drop(readers);
        self.pool.returned.notify_one();
    }
}
