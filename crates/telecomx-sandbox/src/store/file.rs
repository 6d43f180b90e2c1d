//! A world's file: whose it is, and whether it still is the one that was opened.
//!
//! A world is read and never changed: SQLite opens it as immutable, without locks, a log or shared memory
//! beside it. So nothing that is done to the file can make a reader write to it, or wait.

use std::{
    fs::{self, File, Metadata, TryLockError},
    io::{self, Read as _},
    path::{Path, PathBuf},
    time::SystemTime,
};

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_encode};
use rusqlite::{Connection, OpenFlags};

use super::{StoreError, schema};

/// How every database of SQLite begins.
const MAGIC: &[u8] = b"SQLite format 3\0";
/// The length of a database's header, in bytes. Nothing shorter has anything in it.
const HEADER: usize = 100;
/// The length of a database's first page, in bytes, which tells what tables there are.
const FIRST_PAGE: usize = 4_096;
/// Where the header has `user_version` and `application_id`, each a number of four bytes, the largest first.
const USER_VERSION: usize = 60;
const APPLICATION_ID: usize = 68;

/// What stands unescaped in the address of a file.
const PATH: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'/')
    .remove(b'.')
    .remove(b'_')
    .remove(b'-');

/// What is found at a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Found {
    /// No file, or one with nothing in it.
    Nothing,
    /// A world of this version, damaged perhaps.
    World(i32),
}

/// Looks what is at a path. What belongs to somebody else is an error.
pub(super) fn look(path: &Path) -> Result<Found, StoreError> {
    let place = || path.display().to_string();
    let inaccessible = |cause| StoreError::inaccessible(place(), "opened", cause);
    let metadata = match fs::metadata(path) {
        Ok(metadata) => metadata,
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(inaccessible(error)),
        Err(_) if path.is_symlink() => {
            return Err(inaccessible(io::Error::other("it is a link to nothing")));
        }
        Err(_) => return Ok(Found::Nothing),
    };
    if !metadata.is_file() {
        let what = if metadata.is_dir() {
            "a folder"
        } else {
            "a device"
        };
        return Err(StoreError::NotAFile {
            place: place(),
            what,
        });
    }
    let mut page = Vec::with_capacity(FIRST_PAGE);
    File::open(path)
        .and_then(|file| file.take(FIRST_PAGE as u64).read_to_end(&mut page))
        .map_err(inaccessible)?;
    let number = |at: usize| {
        let bytes = page.get(at..at + 4)?;
        Some(i32::from_be_bytes(bytes.try_into().ok()?))
    };
    let is_database = page.starts_with(MAGIC);
    let is_marked = number(APPLICATION_ID) == Some(schema::APPLICATION_ID);
    if is_database && is_marked {
        return Ok(Found::World(number(USER_VERSION).unwrap_or_default()));
    }
    // Either mark will do, so that a world of which the other is damaged is one still. What else is damaged
    // shows when it is opened.
    let mut texts = page.windows(schema::FIRST_TABLE.len());
    if is_marked || texts.any(|text| text == schema::FIRST_TABLE.as_bytes()) {
        return Ok(Found::World(schema::VERSION));
    }
    if page.is_empty() || (is_database && page.len() < HEADER) {
        Ok(Found::Nothing)
    } else if is_database {
        Err(StoreError::Foreign { place: place() })
    } else {
        Err(StoreError::NotADatabase { place: place() })
    }
}

/// Whether a sandbox serves the world of this file.
pub(super) fn is_served(path: &Path) -> bool {
    let locked = File::open(path).map(|file| file.try_lock());
    matches!(locked, Ok(Err(TryLockError::WouldBlock)))
}

/// A world's file, for as long as it is served.
#[derive(Debug)]
pub(super) struct WorldFile {
    /// What the user calls it.
    pub(super) name: PathBuf,
    /// Where it is.
    path: PathBuf,
    seen: Seen,
    /// It is kept open, so that no other file gets its inode, and locked, so that no sandbox replaces it.
    _served: File,
}

/// By what a file is known to be the same, and unchanged.
#[derive(Debug, PartialEq, Eq)]
struct Seen {
    #[cfg(unix)]
    inode: (u64, u64),
    bytes: u64,
    modified: Option<SystemTime>,
}

impl Seen {
    fn of(metadata: &Metadata) -> Self {
        Self {
            #[cfg(unix)]
            inode: {
                use std::os::unix::fs::MetadataExt as _;
                (metadata.dev(), metadata.ino())
            },
            bytes: metadata.len(),
            modified: metadata.modified().ok(),
        }
    }
}

impl WorldFile {
    /// Opens a world's file.
    pub(super) fn open(name: &Path) -> Result<Self, StoreError> {
        let opened = || {
            let path = fs::canonicalize(name)?;
            let file = File::open(&path)?;
            // Others may serve it too. A file system without locks has it without.
            let _ = file.try_lock_shared();
            let seen = Seen::of(&file.metadata()?);
            Ok(Self {
                name: name.to_owned(),
                path,
                seen,
                _served: file,
            })
        };
        opened()
            .map_err(|cause| StoreError::inaccessible(name.display().to_string(), "opened", cause))
    }

    /// Another reader of it.
    pub(super) fn reader(&self) -> rusqlite::Result<Connection> {
        let path = percent_encode(self.path.as_os_str().as_encoded_bytes(), PATH);
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY
            | OpenFlags::SQLITE_OPEN_URI
            | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        Connection::open_with_flags(format!("file:{path}?immutable=1"), flags)
    }

    /// Fails if the file is no longer the one that was opened.
    pub(super) fn verify(&self) -> Result<(), StoreError> {
        let how = match fs::metadata(&self.path) {
            Ok(metadata) if Seen::of(&metadata) == self.seen => return Ok(()),
            Ok(metadata) if self.is_another(&metadata) => "replaced",
            Ok(_) => "changed by another program",
            Err(error) if error.kind() == io::ErrorKind::NotFound => "removed",
            Err(_) => "made inaccessible",
        };
        Err(StoreError::Gone {
            place: self.name.display().to_string(),
            how,
        })
    }

    #[cfg(unix)]
    fn is_another(&self, metadata: &Metadata) -> bool {
        Seen::of(metadata).inode != self.seen.inode
    }

    /// Elsewhere a file that is open cannot be replaced.
    #[cfg(not(unix))]
    fn is_another(&self, _: &Metadata) -> bool {
        false
    }
}
