//! The scripts of a client, run in its output folder; what they print goes into a log there.

use std::{
    ffi::OsString,
    fs::{self, File},
    io::Write as _,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context as _, bail};

use crate::lock::Lock;

/// Runs scripts in one folder, with the same variables.
pub(crate) struct Scripts {
    folder: PathBuf,
    lock: Lock,
    variables: Vec<(&'static str, OsString)>,
}

impl Scripts {
    /// Scripts of a client, in its output folder, which is empty and locked.
    pub(crate) fn new(folder: &Path, lock: Lock) -> anyhow::Result<Self> {
        let client = folder.join("client");
        fs::create_dir(&client).with_context(|| format!("cannot create {}", client.display()))?;
        Ok(Self {
            folder: folder.to_owned(),
            lock,
            variables: vec![("CLIENT", client.into())],
        })
    }

    /// Gives every script a variable.
    pub(crate) fn set(&mut self, name: &'static str, value: impl Into<OsString>) {
        self.variables.push((name, value.into()));
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

    /// Runs a driver with the task as its argument, and returns what it printed.
    pub(crate) fn drive(
        &self,
        script: &str,
        task: &str,
        variables: &[(&str, &str)],
    ) -> anyhow::Result<String> {
        let log = self.log(&format!("drive-{task}"))?;
        let output = self
            .bash(script)?
            .arg(task)
            .envs(variables.iter().copied())
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
            false => bail!("the driver failed at {task}:\n{}", end_of(&log)),
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
