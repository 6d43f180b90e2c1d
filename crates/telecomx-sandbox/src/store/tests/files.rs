//! Worlds in files, and what may happen to them.

use std::{
    fs,
    path::{Path, PathBuf},
};

use rusqlite::Connection;

use super::*;

const OTHER: Recipe = Recipe {
    seed: u64::MAX,
    customers: 20,
};

fn make(path: &Path, recipe: Recipe) -> Result<SqliteStore, StoreError> {
    SqliteStore::make_file(path, recipe, &mut recipe.items())
}

fn open(path: &Path) -> Result<Option<SqliteStore>, StoreError> {
    SqliteStore::open_file(path)
}

/// A folder with a small world in it.
pub(super) fn folder() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("world.db");
    make(&path, Recipe::default()).unwrap();
    (folder, path)
}

/// The names of what is in a folder.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<_> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn a_file_keeps_its_world() {
    let (folder, path) = folder();
    let store = open(&path).unwrap().unwrap();
    assert_eq!(store.recipe().unwrap(), Recipe::default());
    assert_eq!(store.resellers(None, None).unwrap().len(), 3);
    // It is one file, whoever reads it.
    assert_eq!(names(folder.path()), ["world.db"]);
}

#[test]
fn a_world_replaces_another() {
    let (folder, path) = folder();
    // What an older version or another program has left beside it is no part of the new one.
    for beside in ["world.db-wal", "world.db-shm", "world.db-journal"] {
        fs::write(folder.path().join(beside), "left behind").unwrap();
    }
    let store = make(&path, OTHER).unwrap();
    assert_eq!(store.recipe().unwrap(), OTHER);
    assert_eq!(store.census().unwrap().customers, 24);
    assert_eq!(names(folder.path()), ["world.db"]);
}

#[test]
fn a_world_that_is_not_finished_is_not_there() {
    let (folder, path) = folder();
    let before = fs::read(&path).unwrap();
    let panicked = std::panic::catch_unwind(|| {
        let mut half = OTHER.items().enumerate().map(|(index, item)| {
            assert!(index < 9, "half-way");
            item
        });
        SqliteStore::make_file(&path, OTHER, &mut half)
    });
    assert!(panicked.is_err());
    assert_eq!(fs::read(&path).unwrap(), before);
    // What a run that ended so has left is taken for what it is.
    assert_eq!(names(folder.path()), ["world.db", "world.db.new"]);
    make(&path, OTHER).unwrap();
    assert_eq!(names(folder.path()), ["world.db"]);
}

#[test]
fn a_world_is_made_by_one_at_a_time() {
    let (folder, path) = folder();
    let mut items = OTHER.items().enumerate().map(|(index, item)| {
        if index == 9 {
            let error = make(&path, Recipe::default()).unwrap_err();
            assert!(matches!(error, StoreError::InTheMaking { .. }), "{error}");
        }
        item
    });
    let store = SqliteStore::make_file(&path, OTHER, &mut items).unwrap();
    assert_eq!(store.recipe().unwrap(), OTHER);
    assert_eq!(names(folder.path()), ["world.db"]);
}

#[test]
fn a_file_beside_it_that_is_somebody_elses_is_left_as_it_is() {
    let (folder, path) = folder();
    let beside = folder.path().join("world.db.new");
    fs::write(&beside, "notes").unwrap();
    let message = make(&path, OTHER).unwrap_err().to_string();
    assert!(
        message.contains("world.db.new is not a database"),
        "{message}"
    );
    assert_eq!(fs::read(&beside).unwrap(), b"notes");
}

#[test]
fn a_world_that_is_served_is_not_replaced() {
    let (_folder, path) = folder();
    let serving = open(&path).unwrap().unwrap();
    let as_well = open(&path).unwrap().unwrap();
    for store in [serving, as_well] {
        let error = make(&path, OTHER).unwrap_err();
        assert!(matches!(error, StoreError::Served { .. }), "{error}");
        assert_eq!(store.recipe().unwrap(), Recipe::default());
        drop(store);
    }
    make(&path, OTHER).unwrap();
}

#[test]
#[cfg(unix)]
fn a_file_that_is_no_longer_the_same_is_read_no_longer_and_never_changed() {
    type Change = fn(&Path, &Path);
    let changes: [(Change, &str); 5] = [
        (
            |other, path| fs::rename(other, path).unwrap(),
            "was replaced",
        ),
        (
            |other, path| fs::write(path, fs::read(other).unwrap()).unwrap(),
            "was changed",
        ),
        (|_, path| fs::write(path, "").unwrap(), "was changed"),
        (|_, path| fs::remove_file(path).unwrap(), "was removed"),
        (
            |_, path| {
                Connection::open(path)
                    .and_then(|other| other.execute_batch("PRAGMA journal_mode = wal; VACUUM"))
                    .unwrap();
            },
            "was changed",
        ),
    ];
    for (change, how) in changes {
        let (folder, path) = folder();
        let other = folder.path().join("other.db");
        make(&other, OTHER).unwrap();
        let store = open(&path).unwrap().unwrap();
        // One reader is open, another would have to be opened.
        assert_eq!(store.census().unwrap().customers, 10);
        change(&other, &path);
        let after = fs::read(&path).ok();
        for _ in 0..2 {
            let message = store.census().unwrap_err().to_string();
            assert!(
                message.contains(how) && message.contains("start the sandbox again"),
                "{message}"
            );
        }
        drop(store);
        assert_eq!(fs::read(&path).ok(), after, "{how}");
    }
}

#[test]
fn a_store_that_is_cut_off_fails_and_recovers() {
    let folder = tempfile::tempdir().unwrap();
    let [here, away] = ["here", "away"].map(|name| folder.path().join(name));
    fs::create_dir(&here).unwrap();
    let store = make(&here.join("world.db"), Recipe::default()).unwrap();
    fs::rename(&here, &away).unwrap();
    assert!(matches!(store.census(), Err(StoreError::Gone { .. })));
    fs::rename(&away, &here).unwrap();
    assert_eq!(store.census().unwrap().accounts, 12);
}

#[test]
fn nothing_is_found_where_there_is_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let [missing, empty, cut] =
        ["missing.db", "empty.db", "cut.db"].map(|name| folder.path().join(name));
    fs::write(&empty, "").unwrap();
    fs::write(&cut, b"SQLite format 3\0 and no more").unwrap();
    for path in [missing, empty, cut] {
        assert!(open(&path).unwrap().is_none(), "{path:?}");
        let store = make(&path, OTHER).unwrap();
        assert_eq!(store.recipe().unwrap(), OTHER);
    }
}

#[test]
fn a_file_of_somebody_else_is_left_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let [text, short, foreign] =
        ["notes.txt", "short.txt", "accounts.db"].map(|name| folder.path().join(name));
    fs::write(&text, "These are notes, and not a database. ".repeat(100)).unwrap();
    fs::write(&short, "x").unwrap();
    let connection = Connection::open(&foreign).unwrap();
    connection.execute_batch("CREATE TABLE money (x)").unwrap();
    drop(connection);
    for (path, says) in [
        (&text, "is not a database"),
        (&short, "is not a database"),
        (&foreign, "is a database, but not one of the sandbox"),
    ] {
        let before = fs::read(path).unwrap();
        for error in [open(path).unwrap_err(), make(path, OTHER).unwrap_err()] {
            let message = error.to_string();
            assert!(message.contains(path.to_str().unwrap()), "{message}");
            assert!(
                message.contains(says) && message.contains("--data"),
                "{message}"
            );
        }
        assert_eq!(fs::read(path).unwrap(), before);
    }
    assert_eq!(
        names(folder.path()),
        ["accounts.db", "notes.txt", "short.txt"]
    );
}

#[test]
fn what_is_no_file_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let message = make(folder.path(), OTHER).unwrap_err().to_string();
    assert!(message.contains("is a folder, not a file"), "{message}");
    let missing = Path::new("no/such/folder/world.db");
    let message = make(missing, OTHER).unwrap_err().to_string();
    assert!(
        message.contains("no/such/folder") && message.contains("folder must exist"),
        "{message}"
    );
    #[cfg(unix)]
    {
        let message = make(Path::new("/dev/null"), OTHER).unwrap_err().to_string();
        assert!(
            message.contains("/dev/null is a device, not a file"),
            "{message}"
        );
        let link = folder.path().join("link");
        std::os::unix::fs::symlink("nowhere", &link).unwrap();
        let message = make(&link, OTHER).unwrap_err().to_string();
        assert!(message.contains("it is a link to nothing"), "{message}");
    }
}

#[test]
#[cfg(unix)]
fn a_link_goes_on_leading_to_the_world() {
    let (folder, path) = folder();
    let link = folder.path().join("link.db");
    std::os::unix::fs::symlink(&path, &link).unwrap();
    make(&link, OTHER).unwrap();
    assert!(link.is_symlink());
    for path in [link, path] {
        assert_eq!(open(&path).unwrap().unwrap().recipe().unwrap(), OTHER);
    }
}

#[test]
#[cfg(target_os = "linux")]
fn any_name_will_do() {
    use std::{ffi::OsStr, os::unix::ffi::OsStrExt as _};

    let folder = tempfile::tempdir().unwrap();
    let names: [&[u8]; 5] = [
        b"a b.db",
        b"file:x?mode=memory",
        b"100%.db",
        b"#1?immutable=0",
        b"\xff\xfe",
    ];
    for name in names {
        let path = folder.path().join(OsStr::from_bytes(name));
        make(&path, OTHER).unwrap();
        assert_eq!(open(&path).unwrap().unwrap().recipe().unwrap(), OTHER);
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), names.len());
}

#[test]
fn a_world_of_another_version_is_made_anew() {
    for (version, which) in [(1, "an older version"), (99, "a newer version")] {
        let (_folder, path) = folder();
        let connection = Connection::open(&path).unwrap();
        connection
            .pragma_update(None, "user_version", version)
            .unwrap();
        drop(connection);
        let message = open(&path).unwrap_err().to_string();
        assert!(
            message.contains(which) && message.contains("--replace"),
            "{message}"
        );
        let store = make(&path, OTHER).unwrap();
        assert_eq!(store.recipe().unwrap(), OTHER);
    }
}

#[test]
fn a_damaged_world_is_made_anew() {
    type Damage = fn(&mut Vec<u8>);
    let damages: [(&str, Damage); 6] = [
        ("its header", |bytes| bytes[..100].fill(0xff)),
        ("its beginning", |bytes| bytes[..16].fill(0xff)),
        ("its first page", |bytes| bytes[100..4_096].fill(0xff)),
        ("its other pages", |bytes| bytes[4_096..].fill(0xff)),
        ("its last page", |bytes| bytes.truncate(bytes.len() - 4_096)),
        ("all but the header", |bytes| bytes.truncate(100)),
    ];
    for (what, damage) in damages {
        let (_folder, path) = folder();
        let mut bytes = fs::read(&path).unwrap();
        damage(&mut bytes);
        fs::write(&path, &bytes).unwrap();
        let message = open(&path).unwrap_err().to_string();
        assert!(
            message.contains("is damaged") && message.contains("--replace"),
            "{what}: {message}"
        );
        assert_eq!(fs::read(&path).unwrap(), bytes, "{what}");
        let store = make(&path, OTHER).unwrap();
        assert_eq!(store.recipe().unwrap(), OTHER);
    }
}
