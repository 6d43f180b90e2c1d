//! The documents of a release.

use std::{fs, path::Path, process::Child};

use serde_json::Value;
use telecomx_contract::AccessLevel;

use crate::{
    audiences,
    machine::{Machine, names, succeed, write},
    published::DOCUMENT_3_1,
};

#[test]
fn a_release_holds_what_is_published_and_nothing_else() {
    let machine = Machine::new();
    succeed(&mut machine.xtask("one", &["generate"]));
    let dist = machine.path("one/target/dist");
    // What an earlier release held.
    write(&dist.join("audiences/GONE.json"), "{}");

    let printed = succeed(&mut machine.xtask("one", &["dist"]));

    let documents = [
        "audiences",
        "lost-in-3.0.txt",
        "openapi-3.1.json",
        "openapi-3.1.yaml",
        "openapi.json",
        "openapi.yaml",
        "schemas",
    ];
    assert_eq!(names(&dist), documents);
    for committed in ["openapi.json", "openapi-3.1.json", "lost-in-3.0.txt"] {
        let read = |folder: &Path| fs::read_to_string(folder.join(committed)).unwrap();
        assert_eq!(read(&dist), read(&machine.path("one/spec")), "{committed}");
    }
    let mut levels = AccessLevel::ALL.map(|level| format!("{level}.json"));
    levels.sort();
    assert_eq!(names(&dist.join("audiences")), levels);
    for level in AccessLevel::ALL {
        let text = fs::read_to_string(dist.join(format!("audiences/{level}.json"))).unwrap();
        let read: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(read, audiences::document(level), "{level}");
    }
    let schemas = telecomx_openapi::standalone_schemas(&DOCUMENT_3_1);
    let schemas: Vec<_> = schemas
        .keys()
        .map(|name| format!("{name}.schema.json"))
        .collect();
    assert_eq!(names(&dist.join("schemas")), schemas);
    let lines: Vec<_> = printed.lines().collect();
    assert!(
        lines[0].starts_with("wrote target/dist/audiences/ADMIN.json ("),
        "{printed}"
    );
    let (written, total) = (lines.len() - 1, lines[lines.len() - 1]);
    let expected = format!("{written} documents in target/dist, in ");
    assert!(total.starts_with(&expected), "{printed}");
}

#[test]
fn a_release_is_replaced_whole_or_stays() {
    let machine = Machine::new();
    let target = machine.path("one/target");
    let all: Vec<Child> = (0..4)
        .map(|_| machine.xtask("one", &["dist"]).spawn().unwrap())
        .collect();
    for child in all {
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success(), "{output:?}");
    }
    let document = target.join("dist/openapi.json");
    let before = fs::read_to_string(&document).unwrap();

    // It cannot be written where a file stands in the way.
    write(&target.join("dist.new"), "mine");
    let output = machine.xtask("one", &["dist"]).output().unwrap();
    assert!(!output.status.success());
    let message = String::from_utf8(output.stderr).unwrap();
    assert!(message.contains("dist.new"), "{message}");
    assert_eq!(fs::read_to_string(&document).unwrap(), before);
    fs::remove_file(target.join("dist.new")).unwrap();

    // A run was killed between the two renames.
    write(&target.join("dist.new/openapi.json"), "half");
    fs::rename(target.join("dist"), target.join("dist.old")).unwrap();
    succeed(&mut machine.xtask("one", &["dist"]));
    assert_eq!(fs::read_to_string(&document).unwrap(), before);
    assert_eq!(names(&target), ["dist", "locks"]);
}
