//! Programs of other languages: installed, as the project's files pin them, into one cache folder.

use std::{
    fs,
    hash::{DefaultHasher, Hash as _, Hasher as _},
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context as _, bail};

use crate::{
    files,
    lock::Lock,
    output,
    workspace::{Workspace, shown},
};

/// The cache folder, `tools` in the target folder, which can be deleted at any time.
///
/// What one set of pins asks for has a folder of its own there, which nothing changes once it is whole: so another
/// command, be it of another checkout with other pins, may install beside it at any time.
pub(crate) struct Tools<'w> {
    workspace: &'w Workspace,
    folder: PathBuf,
}

impl<'w> Tools<'w> {
    /// The cache of this workspace.
    pub(crate) fn of(workspace: &'w Workspace) -> Self {
        Self {
            workspace,
            folder: workspace.target("tools"),
        }
    }

    /// A folder beside the programs, which keeps what a compiler has made.
    pub(crate) fn cache(&self, name: &str) -> anyhow::Result<PathBuf> {
        let folder = self.folder.join(name);
        fs::create_dir_all(&folder)
            .with_context(|| format!("cannot create {}", folder.display()))?;
        Ok(folder)
    }

    /// A Python environment with what a requirements file pins. Its programs are in `bin/`.
    pub(crate) fn python(&self, name: &str, requirements: &Path) -> anyhow::Result<PathBuf> {
        self.install(name, &[requirements], |environment, lock| {
            succeed(
                Command::new("python3")
                    .args(["-m", "venv"])
                    .arg(environment),
                lock,
                "cannot make a Python environment; install python3 with venv",
            )?;
            succeed(
                Command::new(environment.join("bin/pip"))
                    .args(["install", "--quiet", "--disable-pip-version-check"])
                    // A package that is built here would run what it likes, with tools that nothing pins.
                    .args(["--require-hashes", "--only-binary", ":all:"])
                    .arg("--requirement")
                    .arg(requirements),
                lock,
                "pip failed; see that the Python package index is reachable, and that the packages have the hashes that \
                 are pinned",
            )
        })
    }

    /// A folder with the packages that a `package-lock.json` pins, in `node_modules/`.
    pub(crate) fn node(&self, name: &str, package: &Path) -> anyhow::Result<PathBuf> {
        let (manifest, pins) = (
            package.join("package.json"),
            package.join("package-lock.json"),
        );
        self.install(name, &[&manifest, &pins], |folder, lock| {
            for file in [&manifest, &pins] {
                copy(file, folder)?;
            }
            succeed(
                Command::new("npm")
                    // What a package would run while it is installed, none needs.
                    .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
                    .args(["--loglevel", "error"])
                    .current_dir(folder),
                lock,
                "npm failed; install Node.js 20 or later, see that the npm registry is reachable, and that the packages \
                 have the hashes that are pinned",
            )
        })
    }

    /// Sees that a program, or a file by its whole path, is there; else installs its Debian packages where allowed.
    ///
    /// Debian's packages go where the system has its programs, so that only root can install one; the
    /// system's release pins its version.
    pub(crate) fn debian(&self, program: &str, packages: &str) -> anyhow::Result<()> {
        if is_there(program) {
            return Ok(());
        }
        let cure = format!("`{program}` is not here; install it: apt-get install {packages}");
        if !is_there("apt-get") || !is_root() {
            bail!(cure);
        }
        let lock = Lock::take(self.workspace, "debian")?;
        if is_there(program) {
            return Ok(());
        }
        output::line(format_args!("  installing Debian's {packages}"));
        // The lists of a new machine are empty, or too old to be true.
        for arguments in [
            vec!["update", "--quiet=2"],
            ["install", "--yes", "--quiet=2", "--no-install-recommends"]
                .into_iter()
                // Somebody else may be installing something.
                .chain(["-o", "DPkg::Lock::Timeout=600"])
                .chain(packages.split_whitespace())
                .collect(),
        ] {
            succeed(
                Command::new("apt-get")
                    .args(arguments)
                    .env("DEBIAN_FRONTEND", "noninteractive"),
                &lock,
                &cure,
            )?;
        }
        match is_there(program) {
            true => Ok(()),
            false => bail!("Debian's {packages} brought no `{program}`"),
        }
    }

    /// Installs into a folder of its own, unless that was done from the same pins before.
    fn install(
        &self,
        name: &str,
        pins: &[&Path],
        install: impl FnOnce(&Path, &Lock) -> anyhow::Result<()>,
    ) -> anyhow::Result<PathBuf> {
        let mut pinned = String::new();
        for pin in pins {
            pinned += &fs::read_to_string(pin)
                .with_context(|| format!("cannot read {}", pin.display()))?;
        }
        let mut hasher = DefaultHasher::new();
        pinned.hash(&mut hasher);
        let folder = self.folder.join(format!("{name}-{:016x}", hasher.finish()));
        // Some programs know by its whole path where they are: one that was moved is of no use.
        let installed = format!("{}\n{pinned}", folder.display());
        let lock = Lock::take(self.workspace, &format!("tools/{name}"))?;
        // Written last, so that an installation that was cut off is begun anew.
        let whole = folder.join("installed");
        if fs::read_to_string(&whole).is_ok_and(|found| found == installed) {
            return Ok(folder);
        }
        output::line(format_args!("  installing {name} into {}", shown(&folder)));
        files::clear_folder(&folder)?;
        if let Err(error) = install(&folder, &lock) {
            files::remove_folder(&folder)?;
            return Err(error.context(format!("cannot install {name}")));
        }
        files::replace(&whole, &installed)?;
        Ok(folder)
    }
}

/// Copies a file into a folder, under its own name.
fn copy(file: &Path, folder: &Path) -> anyhow::Result<()> {
    let name = file.file_name().context("a path without a file name")?;
    fs::copy(file, folder.join(name)).with_context(|| format!("cannot copy {}", file.display()))?;
    Ok(())
}

/// Whether a program can be started by its name.
pub(crate) fn is_there(program: &str) -> bool {
    let folders = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&folders).any(|folder| folder.join(program).is_file())
}

fn is_root() -> bool {
    let id = Command::new("id").arg("-u").output();
    id.is_ok_and(|id| id.stdout.trim_ascii() == b"0")
}

/// Runs an installation that writes what is locked, and shows what it printed only if it fails.
fn succeed(command: &mut Command, lock: &Lock, cure: &str) -> anyhow::Result<()> {
    let done = command
        .stdin(lock.stdin()?)
        .output()
        .with_context(|| cure.to_owned())?;
    match done.status.success() {
        true => Ok(()),
        false => bail!("{cure}\n{}", String::from_utf8_lossy(&done.stderr)),
    }
}
