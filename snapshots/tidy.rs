//! Rules for the files of the workspace that no compiler holds.

use std::{
    fs,
    path::Path,
    process::Command,
};

use crate::built;

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap()
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
