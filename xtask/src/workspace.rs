//! The workspace that a command runs for, as cargo knows it.

use std::{
    env,
    ffi::{OsStr, OsString},
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context as _, bail, ensure};
use serde::Deserialize;

/// A package that no other workspace has.
const CONTRACT: &str = "telecomx-api";

/// The workspace, and where cargo puts what is made in it.
///
/// Both are asked for when a command runs: where its program was compiled may be another checkout, which shares the
/// target folder with this one or filled the cache that it came out of.
#[derive(Debug)]
pub(crate) struct Workspace {
    root: PathBuf,
    target: PathBuf,
    cargo: OsString,
}

/// What `cargo metadata` says of a workspace.
#[derive(Deserialize)]
struct Metadata {
    workspace_root: PathBuf,
    target_directory: PathBuf,
    packages: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
}

impl Workspace {
    /// The workspace whose `cargo xtask` this is; a program that was started by itself works for the one it is
    /// started in.
    ///
    /// # Errors
    ///
    /// If cargo cannot be run, or there is no such workspace.
    pub(crate) fn find() -> anyhow::Result<Self> {
        let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let mut command = Command::new(&cargo);
        command.args(["metadata", "--no-deps", "--format-version", "1"]);
        if let Some(package) = package_of_cargo_run() {
            // The working directory stays as it is: a relative CARGO_TARGET_DIR counts from there.
            command
                .arg("--manifest-path")
                .arg(package.join("Cargo.toml"));
        }
        let output = command
            .output()
            .context("cannot run cargo; install Rust, or put cargo on the path")?;
        let cure = "run `cargo xtask` in a checkout of the contract, or in a folder below it";
        if !output.status.success() {
            let error = String::from_utf8_lossy(&output.stderr);
            bail!("cargo finds no workspace; {cure}\n{}", error.trim());
        }
        let metadata: Metadata =
            serde_json::from_slice(&output.stdout).context("cargo metadata cannot be read")?;
        ensure!(
            metadata.packages.iter().any(|found| found.name == CONTRACT),
            "the workspace at {} has no {CONTRACT}; {cure}",
            metadata.workspace_root.display()
        );
        Ok(Self {
            root: metadata.workspace_root,
            target: metadata.target_directory,
            cargo,
        })
    }

    /// The workspace's folder.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// A file or folder of the workspace.
    pub(crate) fn join(&self, path: impl AsRef<Path>) -> PathBuf {
        self.root.join(path)
    }

    /// A file or folder of what is made: `target/` and the path, if nobody has moved the target folder.
    pub(crate) fn target(&self, path: impl AsRef<Path>) -> PathBuf {
        self.target.join(path)
    }

    /// The cargo that runs this program.
    pub(crate) fn program(&self) -> &OsStr {
        &self.cargo
    }

    /// Cargo, for the workspace or the package in a folder. What it builds goes where this workspace's does.
    pub(crate) fn cargo(&self, subcommand: &str, folder: &Path) -> Command {
        let mut command = Command::new(&self.cargo);
        command
            .arg(subcommand)
            .arg("--manifest-path")
            .arg(folder.join("Cargo.toml"))
            .arg("--target-dir")
            .arg(&self.target);
        command
    }
}

/// A path as the user would write it in the working directory.
pub(crate) fn shown(path: &Path) -> String {
    let here = env::current_dir().unwrap_or_default();
    path.strip_prefix(here)
        .unwrap_or(path)
        .display()
        .to_string()
}

/// The folder of this package, where `cargo run` started this program.
///
/// Cargo tells programs in the environment which package they are of, and the programs that those start inherit it: a
/// test that starts this one has handed on the name of its own package.
fn package_of_cargo_run() -> Option<PathBuf> {
    let name = env::var_os("CARGO_PKG_NAME")?;
    (name == env!("CARGO_PKG_NAME"))
        .then(|| env::var_os("CARGO_MANIFEST_DIR"))?
        .map(PathBuf::from)
}
