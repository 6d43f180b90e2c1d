//! Why a store cannot be used.

use std::io;

use rusqlite::ErrorCode;

/// Why a store cannot be used. Each names the place, and what helps.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// It is a folder or a device.
    #[error(
        "{place} is {what}, not a file; name a file with --data, which is made if there is none"
    )]
    NotAFile {
        /// Where the store is.
        place: String,
        /// What it is instead.
        what: &'static str,
    },
    /// The file is not a database. It is left as it is.
    #[error(
        "{place} is not a database, and is left as it is; choose another file with --data, or remove this one"
    )]
    NotADatabase {
        /// Where the store is.
        place: String,
    },
    /// The database is that of another program. It is left as it is.
    #[error(
        "{place} is a database, but not one of the sandbox, and is left as it is; choose another file with \
         --data, or remove this one"
    )]
    Foreign {
        /// Where the store is.
        place: String,
    },
    /// The database was written by another version of the sandbox.
    #[error(
        "the world in {place} was made by {} version of the sandbox (its tables are of version {found}, and \
         this one reads {}); make it anew with --replace, or choose another file with --data",
        if found > known { "a newer" } else { "an older" },
        known
    )]
    OtherVersion {
        /// Where the store is.
        place: String,
        /// The version of its tables.
        found: i32,
        /// The version that is read here.
        known: i32,
    },
    /// A part of the database is missing or overwritten.
    #[error("the world in {place} is damaged ({cause}); make it anew with --replace")]
    Damaged {
        /// Where the store is.
        place: String,
        /// What SQLite says.
        cause: String,
    },
    /// The file cannot be read or written.
    #[error(
        "{place} cannot be {action}: {cause}; its folder must exist and, where a world is made, both must be \
         writable"
    )]
    Inaccessible {
        /// Where the store is.
        place: String,
        /// What was tried: `opened` or `written`.
        action: &'static str,
        /// What stood in the way. It stands in the message, and is no further source.
        cause: io::Error,
    },
    /// The file is no longer the one that was opened.
    #[error(
        "{place} was {how} while it was served; nothing was written to it, and it is served no longer: start \
         the sandbox again"
    )]
    Gone {
        /// Where the store is.
        place: String,
        /// What happened to it.
        how: &'static str,
    },
    /// Another sandbox serves the world that would be replaced.
    #[error(
        "the world in {place} is served by another sandbox; end that one first, or choose another file with \
         --data"
    )]
    Served {
        /// Where the store is.
        place: String,
    },
    /// Another sandbox makes a world in the same place.
    #[error(
        "another sandbox is making a world in {place}; wait for it, or choose another file with --data"
    )]
    InTheMaking {
        /// Where the store is.
        place: String,
    },
    /// There is no room.
    #[error(
        "there is no room for {place}; make some on the disk or, if the world is in memory, keep it in a file \
         with --data"
    )]
    Full {
        /// Where the store is.
        place: String,
    },
    /// What is stored does not fit the contract.
    #[error(
        "{place} holds what does not fit the contract; make its world anew with --replace: {cause}"
    )]
    Unreadable {
        /// Where the store is.
        place: String,
        /// What does not fit. It stands in the message, and is no further source.
        cause: rusqlite::Error,
    },
    /// Anything else.
    #[error("{place} failed: {cause}")]
    Failed {
        /// Where the store is.
        place: String,
        /// What SQLite says. It stands in the message, and is no further source.
        cause: rusqlite::Error,
    },
}

impl StoreError {
    /// What an error of SQLite means for the world in this place.
    pub(super) fn explain(place: String, cause: rusqlite::Error) -> Self {
        if let rusqlite::Error::FromSqlConversionFailure(..)
        | rusqlite::Error::InvalidColumnType(..)
        | rusqlite::Error::QueryReturnedNoRows = cause
        {
            return Self::Unreadable { place, cause };
        }
        match cause.sqlite_error_code() {
            // The code of any mistake in a query: ours fail only where a table is not there.
            Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt | ErrorCode::Unknown) => {
                Self::Damaged {
                    place,
                    cause: cause.to_string(),
                }
            }
            Some(ErrorCode::CannotOpen | ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => {
                Self::Inaccessible {
                    place,
                    action: "opened",
                    cause: io::Error::other(cause),
                }
            }
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => {
                Self::InTheMaking { place }
            }
            Some(ErrorCode::DiskFull) => Self::Full { place },
            _ => Self::Failed { place, cause },
        }
    }

    /// What an error of the file system means for the world in this place.
    pub(super) fn inaccessible(place: String, action: &'static str, cause: io::Error) -> Self {
        match cause.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::Full { place },
            _ => Self::Inaccessible {
                place,
                action,
                cause,
            },
        }
    }
}
