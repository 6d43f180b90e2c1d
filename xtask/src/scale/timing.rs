//! Running cargo and the generated programs, and timing them.

use std::{
    ffi::OsString,
    fs::{self, File},
    io,
    path::{Path, PathBuf},
    process::Command,
    time::{Duration, Instant, SystemTime},
};

use anyhow::{Context as _, bail};
use serde_json::Value;

use super::workspace::{Variant, package};
use crate::{lock::Lock, workspace::Workspace};

/// What checking costs.
#[derive(Clone, Copy)]
pub(crate) struct Toll {
    /// The contract.
    pub(crate) contract: Duration,
    /// Its plain twin.
    pub(crate) plain: Duration,
}

impl Toll {
    /// How much more the contract takes.
    pub(crate) fn ratio(self) -> f64 {
        self.contract.as_secs_f64() / self.plain.as_secs_f64()
    }
}

/// What emitting a document costs.
pub(crate) struct Emission {
    /// The best of several runs.
    pub(crate) best: Duration,
    /// The document as JSON.
    pub(crate) bytes: u64,
}

/// A comparison of the model with its twin: nanoseconds of both, and the ratio.
pub(crate) type Comparison = Vec<(String, [f64; 3])>;

/// Runs cargo in the generated workspaces. They share a target folder, so that a dependency is built
/// once, and it is no other's, so that nobody's build is disturbed.
pub(crate) struct Timer<'f> {
    folder: &'f Path,
    lock: &'f Lock,
    cargo: OsString,
}

impl<'f> Timer<'f> {
    /// A timer for the workspaces in a folder, which is locked.
    pub(crate) fn new(workspace: &Workspace, folder: &'f Path, lock: &'f Lock) -> Self {
        Self {
            folder,
            lock,
            cargo: workspace.program().to_owned(),
        }
    }

    /// What cargo knows about a workspace.
    pub(crate) fn metadata(&self, workspace: &Path) -> anyhow::Result<Value> {
        let text = self.run(
            workspace,
            &["metadata", "--no-deps", "--format-version", "1"],
        )?;
        Ok(serde_json::from_str(&text)?)
    }

    /// Builds the dependencies, which are the same everywhere.
    pub(crate) fn warm_up(&self, workspace: &Path) -> anyhow::Result<()> {
        self.run(workspace, &["check", "--quiet"]).map(drop)
    }

    /// Times `cargo check` of model and API, without and with what an earlier run left behind: as after
    /// a fresh clone, and as while editing.
    pub(crate) fn checks(
        &self,
        contract_workspace: &Path,
        plain_workspace: &Path,
        rounds: usize,
    ) -> anyhow::Result<(Toll, Toll)> {
        let mut times = [const { Vec::new() }; 4];
        let [contract, contract_again, plain, plain_again] = &mut times;
        for _ in 0..rounds {
            for (variant, workspace, fresh, again) in [
                (
                    Variant::Contract,
                    contract_workspace,
                    &mut *contract,
                    &mut *contract_again,
                ),
                (
                    Variant::Plain,
                    plain_workspace,
                    &mut *plain,
                    &mut *plain_again,
                ),
            ] {
                self.forget()?;
                fresh.push(self.check(variant, workspace)?);
                again.push(self.check(variant, workspace)?);
            }
        }
        let [contract, contract_again, plain, plain_again] = times.map(median);
        Ok((
            Toll { contract, plain },
            Toll {
                contract: contract_again,
                plain: plain_again,
            },
        ))
    }

    /// Times the emission of a workspace's document.
    pub(crate) fn emission(&self, workspace: &Path, operations: usize) -> anyhow::Result<Emission> {
        let program = format!("emit-{operations}");
        let text = self.run(
            workspace,
            &["run", "--quiet", "--release", "--package", &program],
        )?;
        let numbers: Vec<u64> = text
            .split_whitespace()
            .filter_map(|number| number.parse().ok())
            .collect();
        let [nanoseconds, bytes] = numbers.as_slice() else {
            bail!("`{program}` prints two numbers, not {text:?}");
        };
        Ok(Emission {
            best: Duration::from_nanos(*nanoseconds),
            bytes: *bytes,
        })
    }

    /// Compares the model with its twin.
    pub(crate) fn comparison(&self, workspace: &Path) -> anyhow::Result<Comparison> {
        let text = self.run(
            workspace,
            &["run", "--quiet", "--release", "--package", "compare"],
        )?;
        text.lines()
            .map(|line| {
                let mut words = line.split_whitespace();
                let name = words.next().unwrap_or_default().to_owned();
                let numbers: Vec<f64> = words.filter_map(|number| number.parse().ok()).collect();
                let numbers: [f64; 3] = numbers
                    .try_into()
                    .map_err(|_| anyhow::anyhow!("`compare` prints three numbers, not {line:?}"))?;
                Ok((name, numbers))
            })
            .collect()
    }

    /// Times one check, after touching both crates.
    fn check(&self, variant: Variant, workspace: &Path) -> anyhow::Result<Duration> {
        let (model, api) = (package("model", variant), package("api", variant));
        for name in ["model", "api"] {
            touch(&workspace.join(name).join("src/lib.rs"))?;
        }
        let start = Instant::now();
        self.run(
            workspace,
            &["check", "--quiet", "--package", &model, "--package", &api],
        )?;
        Ok(start.elapsed())
    }

    /// Makes the compiler forget what it knows from earlier runs.
    fn forget(&self) -> anyhow::Result<()> {
        let folder = self.target().join("debug/incremental");
        match fs::remove_dir_all(&folder) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                Err(error).with_context(|| format!("cannot empty {}", folder.display()))
            }
            _ => Ok(()),
        }
    }

    fn target(&self) -> PathBuf {
        self.folder.join("target")
    }

    /// Runs cargo and returns what it prints.
    fn run(&self, workspace: &Path, arguments: &[&str]) -> anyhow::Result<String> {
        let command = || format!("`cargo {}` in {}", arguments.join(" "), workspace.display());
        let output = Command::new(&self.cargo)
            .args(arguments)
            .current_dir(workspace)
            .env("CARGO_TARGET_DIR", self.target())
            .stdin(self.lock.stdin()?)
            .output()
            .with_context(|| format!("cannot run {}", command()))?;
        if !output.status.success() {
            let errors = String::from_utf8_lossy(&output.stderr);
            bail!(
                "{} failed; run it by hand to see more:\n{errors}",
                command()
            );
        }
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    }
}

/// Makes a file look changed.
fn touch(path: &Path) -> anyhow::Result<()> {
    File::options()
        .append(true)
        .open(path)
        .and_then(|file| file.set_modified(SystemTime::now()))
        .with_context(|| format!("cannot touch {}", path.display()))
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times.get(times.len() / 2).copied().unwrap_or_default()
}
