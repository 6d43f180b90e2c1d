//! What an author reads who misuses a derive: source, caret and message, as rustc prints them.
//!
//! Each file in `diagnostics/` is compiled against the workspace's own crates. It may hold several
//! mistakes of one kind, all of which must be reported at once.

use std::{fs, path::Path, process::Command, thread};

use crate::{
    built,
    suite::{Suite, snapshot},
};

/// The crates that a misuse can name.
const CRATES: [&str; 4] = ["schemars", "serde", "telecomx_contract", "telecomx_model"];

#[test]
fn diagnostics() {
    let folder = built::package("diagnostics");
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .filter_map(|entry| {
            let file = entry.unwrap().file_name().into_string().unwrap();
            Some(file.strip_suffix(".rs")?.to_owned())
        })
        .collect();
    names.sort();
    let out = tempfile::tempdir().unwrap();
    let compiled: Vec<String> = thread::scope(|scope| {
        let chunks = names.chunks(names.len().div_ceil(2));
        let threads: Vec<_> = chunks
            .map(|names| {
                let compile_all = || {
                    names
                        .iter()
                        .map(|name| compile(name, out.path()))
                        .collect::<Vec<_>>()
                };
                scope.spawn(compile_all)
            })
            .collect();
        threads
            .into_iter()
            .flat_map(|thread| thread.join().unwrap())
            .collect()
    });
    let mut suite = Suite::new("diagnostics");
    for (name, messages) in names.iter().zip(compiled) {
        snapshot!(suite, name, messages);
    }
    suite.finish();
}

/// What rustc says about a misuse.
fn compile(name: &str, out: &Path) -> String {
    let mut rustc = Command::new("rustc");
    rustc
        .current_dir(built::package(""))
        .args([
            "--edition=2024",
            "--crate-type=lib",
            "--emit=metadata",
            "--color=never",
        ])
        .arg("-o")
        .arg(out.join(name))
        .arg(format!("diagnostics/{name}.rs"));
    for name in CRATES {
        let library = built::library(name);
        let folder = library.parent().unwrap();
        rustc
            .arg("--extern")
            .arg(format!("{name}={}", library.display()));
        for folder in [folder, &folder.join("deps")] {
            rustc
                .arg("-L")
                .arg(format!("dependency={}", folder.display()));
        }
    }
    let output = rustc.output().unwrap();
    assert!(!output.status.success(), "{name} compiles, and should not");
    normalise(&String::from_utf8(output.stderr).unwrap())
}

/// Leaves out what differs between machines and says nothing.
fn normalise(messages: &str) -> String {
    let workspace = format!("{}/", built::workspace().display());
    messages
        .lines()
        .map(|line| {
            // The place of a mistake is told; that of what it collides with would change with every edit.
            let line = match line.replace(&workspace, "") {
                elsewhere if elsewhere.contains(" crates/") => without_position(&elsewhere),
                line => line,
            };
            match (line.find("/registry/src/"), line.find("--> ")) {
                (Some(registry), Some(arrow)) => {
                    let path = line[registry..]
                        .splitn(5, '/')
                        .last()
                        .unwrap_or_default()
                        .to_owned();
                    format!("{}--> {path}", &line[..arrow])
                }
                _ => line,
            }
        })
        .collect::<Vec<_>>()
        .join("\n")
}

/// `--> file.rs:12:34` → `--> file.rs`.
fn without_position(line: &str) -> String {
    let end = line
        .find(".rs:")
        .map_or(line.len(), |dot| dot + ".rs".len());
    line[..end].to_owned()
}
