//! A machine with checkouts of the workspace, for the commands to run in.

use std::{
    fs,
    os::unix::fs::PermissionsExt as _,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use tempfile::TempDir;

use crate::built;

/// Puts what passes for a renderer where npm would, and tells what it was asked; or does what a test has it do.
const NPM: &str = r#"#!/bin/sh
echo "$@" >> "$0.log"
if [ -e "$0.instead" ]; then . "$0.instead"; fi
mkdir -p node_modules/redoc/bundles
cd node_modules/redoc
for file in LICENSE bundles/redoc.standalone.js bundles/redoc.standalone.js.LICENSE.txt; do echo https://cdn.redoc.ly/redoc/logo-mini.svg > $file; done
"#;

/// No checkout here is a repository.
const GIT: &str = "#!/bin/sh\nexit 1\n";

/// A folder with two checkouts of a workspace that cargo takes for this one, and with programs for them.
pub struct Machine(TempDir);

impl Machine {
    pub fn new() -> Self {
        let machine = Self(tempfile::tempdir().unwrap());
        for checkout in ["one", "two"] {
            let write = |path: &str, text: &str| write(&machine.path(checkout).join(path), text);
            write(
                "Cargo.toml",
                "[workspace]\nresolver = \"3\"\nmembers = [\"api\", \"xtask\"]\n",
            );
            for (folder, name) in [("api", "telecomx-api"), ("xtask", "xtask")] {
                let manifest = format!("[package]\nname = \"{name}\"\nedition = \"2024\"\n");
                write(&format!("{folder}/Cargo.toml"), &manifest);
                write(&format!("{folder}/src/lib.rs"), "");
            }
            write("xtask/site/renderer/package.json", "{}\n");
            write("xtask/site/renderer/package-lock.json", "{}\n");
        }
        machine.add_program("npm", NPM);
        machine.add_program("git", GIT);
        machine
    }

    pub fn add_program(&self, name: &str, text: &str) {
        let path = self.path("programs").join(name);
        write(&path, text);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    }

    pub fn path(&self, path: &str) -> PathBuf {
        // As the working directory is told to those who ask for it.
        self.0.path().canonicalize().unwrap().join(path)
    }

    /// The command, as a program that nobody's cargo runs, in a folder of the machine.
    pub fn xtask(&self, folder: &str, arguments: &[&str]) -> Command {
        let path = std::env::var("PATH").unwrap();
        let mut command = Command::new(built::binary("xtask"));
        command
            .args(arguments)
            .current_dir(self.path(folder))
            .env(
                "PATH",
                format!("{}:{path}", self.path("programs").display()),
            )
            .env_remove("CARGO_PKG_NAME")
            .env_remove("CARGO_MANIFEST_DIR")
            .env_remove("CARGO_TARGET_DIR")
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }

    /// What the fake npm does before it installs, or instead.
    pub fn have_npm(&self, script: &str) {
        write(&self.path("programs/npm.instead"), script);
    }

    pub fn exists(&self, path: &str) -> bool {
        self.path(path).exists()
    }
}

pub fn write(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// The names in a folder, sorted.
pub fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<_> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

pub fn succeed(command: &mut Command) -> String {
    let output = command.output().unwrap();
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).unwrap()
}
