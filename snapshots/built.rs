//! What cargo built for this test run.

use std::{
    env,
    path::{Path, PathBuf},
    process::Command,
    sync::LazyLock,
};

use serde_json::Value;

/// The messages of a build of the whole workspace, which is up to date but for the commands' binary.
static MESSAGES: LazyLock<Vec<Value>> = LazyLock::new(|| {
    // The cargo that runs the tests: another one would build everything anew.
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args([
            "build",
            "--workspace",
            "--tests",
            "--bins",
            "--message-format=json-render-diagnostics",
            "--quiet",
        ])
        .current_dir(workspace())
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let messages = String::from_utf8(output.stdout).unwrap();
    messages
        .lines()
        .filter_map(|line| serde_json::from_str(line).ok())
        .collect()
});

/// This package's folder. Cargo tells it to the tests that it runs: where they were compiled may be another checkout,
/// which shares the target folder with this one.
static PACKAGE: LazyLock<PathBuf> = LazyLock::new(|| {
    let folder = env::var_os("CARGO_MANIFEST_DIR");
    folder.expect("run the tests with cargo").into()
});

/// A file or folder of this package.
pub fn package(path: &str) -> PathBuf {
    PACKAGE.join(path)
}

/// The workspace's root.
pub fn workspace() -> &'static Path {
    PACKAGE.parent().unwrap()
}

/// The library file of a crate.
pub fn library(name: &str) -> PathBuf {
    let files = MESSAGES
        .iter()
        .filter(|message| message["target"]["name"] == name)
        .filter_map(|message| message["filenames"].as_array())
        .flatten();
    let library = files
        .filter_map(Value::as_str)
        .find(|file| file.ends_with(".rlib"));
    PathBuf::from(library.unwrap_or_else(|| panic!("{name} was not built")))
}

/// A binary.
pub fn binary(name: &str) -> PathBuf {
    let is_binary = |message: &&Value| {
        message["target"]["name"] == name && message["profile"]["test"] == Value::Bool(false)
    };
    let file = MESSAGES
        .iter()
        .filter(is_binary)
        .find_map(|message| message["executable"].as_str());
    PathBuf::from(file.unwrap_or_else(|| panic!("{name} was not built")))
}
