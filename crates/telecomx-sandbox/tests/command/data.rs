//! Whatever is given as the data file: a world, or one line that says what helps.

use std::{
    fs,
    path::Path,
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use telecomx_sandbox::{
    store::{SqliteStore, Store as _},
    world::Recipe,
};

use super::{Sandbox, command, first_request, output, status};

/// Makes the smallest world in a file.
fn make(path: &Path) {
    let recipe = Recipe::default();
    SqliteStore::make_file(path, recipe, &mut recipe.items()).unwrap();
}

/// The exit code, and what is printed for people.
fn failed(arguments: &[&str]) -> (Option<i32>, String) {
    let output = output(arguments);
    let error = String::from_utf8(output.stderr).unwrap();
    (output.status.code(), error)
}

#[test]
fn what_cannot_be_a_world_is_told_in_a_line() {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path().to_str().unwrap();
    let cases = [
        (":memory:", 2, "leave out --data"),
        (
            "file:world.db?mode=memory",
            2,
            "name a file by its path alone",
        ),
        ("", 2, "name a file"),
        (
            "Cargo.toml",
            1,
            "Cargo.toml is not a database, and is left as it is; choose another file",
        ),
        ("no/such/folder/world.db", 1, "its folder must exist"),
        ("Cargo.toml/world.db", 1, "its folder must exist"),
        (here, 1, "is a folder, not a file; name a file with --data"),
        #[cfg(unix)]
        (
            "/dev/null",
            1,
            "/dev/null is a device, not a file; name a file with --data",
        ),
        #[cfg(target_os = "linux")]
        ("/proc/world.db", 1, "/proc/world.db cannot be"),
    ];
    for (data, code, says) in cases {
        for arguments in [&["--data", data][..], &["--data", data, "--replace"]] {
            let (found, error) = failed(arguments);
            assert_eq!(found, Some(code), "{arguments:?}: {error}");
            assert!(error.contains(says), "{arguments:?}: {error}");
            assert!(!error.contains("panicked"), "{error}");
        }
    }
}

#[test]
fn a_damaged_world_is_told_and_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("world.db");
    let data = path.to_str().unwrap();
    make(&path);
    let mut damaged = fs::read(&path).unwrap();
    damaged[4_096..].fill(0xff);
    fs::write(&path, &damaged).unwrap();

    let (code, error) = failed(&["--data", data]);
    assert_eq!(code, Some(1), "{error}");
    assert!(
        error.contains("world.db is damaged") && error.contains("--replace"),
        "{error}"
    );
    assert_eq!(fs::read(&path).unwrap(), damaged);

    let mut sandbox = Sandbox(command(&["--data", data, "--replace"]).spawn().unwrap());
    assert_eq!(status(first_request(&sandbox.banner())), 200);
}

#[test]
fn two_sandboxes_serve_one_world_and_neither_replaces_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("world.db");
    let data = path.to_str().unwrap();
    let mut first = Sandbox(command(&["--data", data]).spawn().unwrap());
    let first_banner = first.banner();
    let mut second = Sandbox(command(&["--data", data]).spawn().unwrap());
    let second_banner = second.banner();
    let (code, error) = failed(&["--data", data, "--replace"]);
    assert_eq!(code, Some(1), "{error}");
    assert!(
        error.contains("world.db is served by another sandbox; end that one first"),
        "{error}"
    );
    for banner in [first_banner, second_banner] {
        assert_eq!(status(first_request(&banner)), 200);
    }
}

#[test]
#[cfg(unix)]
fn a_world_that_is_moved_away_ends_its_sandbox() {
    let folder = tempfile::tempdir().unwrap();
    let [path, other] = ["world.db", "other.db"].map(|name| folder.path().join(name));
    make(&other);
    let before = fs::read(&other).unwrap();
    let data = path.to_str().unwrap();
    let child = command(&["--data", data]).spawn().unwrap();
    let mut sandbox = Sandbox(child);
    assert_eq!(status(first_request(&sandbox.banner())), 200);

    let moved = Command::new("mv").args([&other, &path]).status().unwrap();
    assert!(moved.success());
    assert_eq!(sandbox.0.wait().unwrap().code(), Some(1));
    let mut error = String::new();
    let stderr = sandbox.0.stderr.as_mut().unwrap();
    std::io::Read::read_to_string(stderr, &mut error).unwrap();
    assert!(
        error.contains("world.db was replaced while it was served"),
        "{error}"
    );
    assert!(error.contains("start the sandbox again"), "{error}");
    assert_eq!(fs::read(&path).unwrap(), before);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn killed_while_it_makes_a_world_it_leaves_the_old_one() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("world.db");
    let data = path.to_str().unwrap();
    let old = Recipe::default();
    drop(SqliteStore::make_file(&path, old, &mut old.items()).unwrap());
    let before = fs::read(&path).unwrap();

    let large = ["--data", data, "--customers", "1000000", "--replace"];
    let mut sandbox = Sandbox(command(&large).stderr(Stdio::null()).spawn().unwrap());
    wait_until_it_writes(&path);
    sandbox.0.kill().unwrap();
    sandbox.0.wait().unwrap();

    assert_eq!(fs::read(&path).unwrap(), before);
    let store = SqliteStore::open_file(&path).unwrap().unwrap();
    assert_eq!(store.recipe().unwrap(), old);
    drop(store);
    // The next run takes away what the killed one has left.
    drop(SqliteStore::make_file(&path, old, &mut old.items()).unwrap());
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

/// The file beside the world grows past the cache once many customers are in it.
fn wait_until_it_writes(path: &Path) {
    let beside = path.with_extension("db.new");
    let patience = Instant::now() + Duration::from_secs(60);
    while fs::metadata(&beside).map_or(0, |file| file.len()) < 1_000_000 {
        assert!(Instant::now() < patience, "it writes nothing");
        thread::sleep(Duration::from_millis(10));
    }
}
