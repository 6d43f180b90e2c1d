//! The scripts of a client, run in its output folder; what they print goes into a log there.

use std::{
    ffi::OsString,
    fs::{self, File},
    io::Write as _,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context as _, bail};

use super::outcome::Task;
use crate::lock::Lock;

/// What scripts are told, by name.
pub(crate) type Variables = Vec<(&'static str, OsString)>;

/// Runs scripts in one folder, with the same variables.
pub(crate) struct Scripts<'l> {
    folder: PathBuf,
    lock: &'l Lock,
    variables: Variables,
}

impl<'l> Scripts<'l> {
    /// Scripts with these variables in an output folder, which is new or empty, and locked.
    pub(crate) fn new(
        folder: &Path,
        lock: &'l Lock,
        mut variables: Variables,
    ) -> anyhow::Result<Self> {
        let client = folder.join("client");
        let context = || format!("cannot create {}", client.display());
        fs::create_dir_all(&client).with_context(context)?;
        variables.push(("CLIENT", client.into()));
        Ok(Self {
            folder: folder.to_owned(),
            lock,
            variables,
        })
    }

    /// Runs a script; an error shows the end of what it printed.
    pub(crate) fn run(&self, step: &str, script: &str) -> anyhow::Result<()> {
        let log = self.log(step)?;
        let context = || format!("cannot write {}", log.display());
        let output = File::create(&log).with_context(context)?;
        let status = self
            .bash(script)?
            .stdout(output.try_clone().with_context(context)?)
            .stderr(output)
            .status()
            .context("cannot start bash")?;
        match status.success() {
            true => Ok(()),
            false => bail!("{step} failed:\n{}", end_of(&log)),
        }
    }

    /// Whether a script that was run printed these words.
    pub(crate) fn printed(&self, step: &str, words: &str) -> anyhow::Result<bool> {
        let log = self.log(step)?;
        let text = fs::read_to_string(&log);
        let text = text.with_context(|| format!("cannot read {}", log.display()))?;
        Ok(text.contains(words))
    }

    /// Runs a driver with the task as its argument, and returns what it printed.
    pub(crate) fn drive(&self, script: &str, task: &Task<'_>) -> anyhow::Result<String> {
        let log = self.log(&format!("drive-{}", task.name))?;
        let output = self
            .bash(script)?
            .arg(task.argument)
            .envs(task.variables.iter().map(|(name, value)| (name, value)))
            .stderr(File::create(&log).with_context(|| format!("cannot write {}", log.display()))?)
            .output()
            .context("cannot start bash")?;
        let printed = String::from_utf8_lossy(&output.stdout).into_owned();
        File::options()
            .append(true)
            .open(&log)
            .and_then(|mut file| file.write_all(printed.as_bytes()))
            .with_context(|| format!("cannot write {}", log.display()))?;
        match output.status.success() {
            true => Ok(printed),
            false => bail!("the driver failed at {}:\n{}", task.name, end_of(&log)),
        }
    }

    fn bash(&self, script: &str) -> anyhow::Result<Command> {
        let mut command = Command::new("bash");
        command
            .args(["-euo", "pipefail", "-c", script, "bash"])
            .envs(self.variables.iter().map(|(name, value)| (name, value)))
            .current_dir(&self.folder)
            .stdin(self.lock.stdin()?);
        Ok(command)
    }

    fn log(&self, step: &str) -> anyhow::Result<PathBuf> {
        let logs = self.folder.join("log");
        fs::create_dir_all(&logs).with_context(|| format!("cannot create {}", logs.display()))?;
        Ok(logs.join(format!("{step}.txt")))
    }
}

/// The last lines of a log, and where the rest is.
fn end_of(log: &Path) -> String {
    let text = fs::read_to_string(log).unwrap_or_default();
    let lines: Vec<&str> = text.lines().collect();
    let end = lines[lines.len().saturating_sub(20)..].join("\n");
    format!("{end}\n(all of it is in {})", log.display())
}
