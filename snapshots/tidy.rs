//! Rules for the files of the workspace that no compiler holds.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use serde_json::Value;

use crate::built;

/// The files of the workspace with this ending, without what is built or installed.
fn files(ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![built::workspace().to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let entry = entry.unwrap();
            let name = entry.file_name().into_string().unwrap();
            if ["target", ".git", "node_modules"].contains(&name.as_str()) {
                continue;
            } else if entry.file_type().unwrap().is_dir() {
                folders.push(entry.path());
            } else if name.ends_with(ending) {
                found.push(entry.path());
            }
        }
    }
    assert!(!found.is_empty(), "no file ends with {ending}");
    found.sort();
    found
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap()
}

/// Why a requirements file would install something that it does not name by its content; empty if it would not.
fn unpinned(requirements: &str) -> Vec<&str> {
    // A requirement goes on in the next line behind a backslash.
    let mut requirements = requirements.lines().filter(|line| !line.starts_with('#'));
    let mut found = Vec::new();
    while let Some(line) = requirements.next() {
        let mut hashes = 0;
        let mut last = line;
        while last.ends_with('\\') {
            last = requirements.next().unwrap_or_default();
            let hash = last
                .trim()
                .trim_end_matches(" \\")
                .strip_prefix("--hash=sha256:");
            let is_hash = |hash: &str| {
                hash.len() == 64 && hash.bytes().all(|digit| digit.is_ascii_hexdigit())
            };
            hashes += usize::from(hash.is_some_and(is_hash));
        }
        let is_exact = line.split_once("==").is_some_and(|(name, _)| {
            name.bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte))
        });
        if !is_exact || hashes == 0 {
            found.push(line);
        }
    }
    found
}

#[test]
fn every_python_package_is_pinned_by_its_hash() {
    assert_eq!(
        unpinned(&format!(
            "# a\na==1 ; b < '2' \\\n    --hash=sha256:{:064}\n",
            0
        )),
        [""; 0]
    );
    for requirement in [
        "a==1",
        "a==1 \\\n    --hash=sha256:0",
        "a>=1",
        "-e .",
        "--index-url=a",
        "a @ b",
    ] {
        assert_eq!(unpinned(requirement), [requirement.lines().next().unwrap()]);
    }
    for wanted in files(".in") {
        let pins = wanted.with_extension("txt");
        let text = read(&pins);
        assert_eq!(unpinned(&text), [""; 0], "{}", pins.display());
        for line in read(&wanted).lines() {
            let is_pinned = text.lines().any(|pin| pin.split(' ').next() == Some(line));
            assert!(
                is_pinned,
                "{} has no {line}; run the command at its start",
                pins.display()
            );
        }
    }
    for pins in files("requirements.txt") {
        assert!(
            pins.with_extension("in").exists(),
            "what {} was made from is missing",
            pins.display()
        );
    }
}

#[test]
fn every_npm_package_is_pinned_by_its_hash() {
    for lock in files("package-lock.json") {
        let text: Value = serde_json::from_str(&read(&lock)).unwrap();
        for (name, package) in text["packages"].as_object().unwrap() {
            let hash = package["integrity"].as_str().unwrap_or_default();
            assert!(
                name.is_empty() || hash.starts_with("sha512-"),
                "{} has no hash of {name}; run `npm install --package-lock-only` there",
                lock.display()
            );
        }
    }
}

#[test]
fn every_crate_is_pinned_by_its_hash() {
    for lock in files("Cargo.lock") {
        let text: toml::Table = toml::from_str(&read(&lock)).unwrap();
        for package in text["package"].as_array().unwrap() {
            let value = |key| package.get(key).and_then(toml::Value::as_str);
            let (name, source) = (value("name").unwrap(), value("source"));
            assert!(
                source.is_none() || value("checksum").is_some_and(|hash| hash.len() == 64),
                "{} has no hash of {name}, which comes from {source:?}",
                lock.display()
            );
        }
    }
}

#[test]
fn a_checkout_has_the_same_bytes_everywhere() {
    let folder = tempfile::tempdir().unwrap();
    let origin = folder.path().join("origin");
    fs::create_dir(&origin).unwrap();
    fs::copy(
        built::workspace().join(".gitattributes"),
        origin.join(".gitattributes"),
    )
    .unwrap();
    let texts = ["run", "openapi.json", "page.html"];
    for name in texts {
        fs::write(origin.join(name), "one\r\ntwo\n").unwrap();
    }
    fs::write(origin.join("picture.png"), "\u{89}PNG\r\n").unwrap();
    let git = |folder: &Path, arguments: &[&str]| {
        // As on Windows, where this is usual.
        let mut git = Command::new("git");
        git.args(["-c", "core.autocrlf=true", "-c", "core.safecrlf=false"]);
        git.args(["-c", "user.name=a", "-c", "user.email=a@b.example"]);
        let output = git.args(arguments).current_dir(folder).output();
        let output = output.expect("install git, which this test needs");
        assert!(output.status.success(), "{output:?}");
    };
    git(&origin, &["init", "--quiet"]);
    git(&origin, &["add", "."]);
    git(&origin, &["commit", "--quiet", "--message", "a"]);
    git(folder.path(), &["clone", "--quiet", "origin", "copy"]);

    let copy = folder.path().join("copy");
    for name in texts {
        assert_eq!(read(&copy.join(name)), "one\ntwo\n", "{name}");
    }
    assert_eq!(read(&copy.join("picture.png")), "\u{89}PNG\r\n");
}
