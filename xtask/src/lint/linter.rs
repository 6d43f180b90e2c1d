//! What all linters have in common: a command that prints a report, and a reader of reports.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::Context as _;

use super::{documents::Document, finding::Finding};
use crate::tools::Tools;

/// A linter, as its adapter describes it.
pub(crate) struct Linter {
    /// Its name in reports and waivers.
    pub(crate) name: &'static str,
    /// The command that prints its report on a document.
    pub(crate) command: fn(&Installed, &Path) -> Command,
    /// Reads the report.
    pub(crate) read: fn(&str) -> serde_json::Result<Vec<Finding>>,
}

impl Linter {
    /// What the linter has against a document.
    ///
    /// How its process ends does not matter: some fail where they find something, and some do not.
    pub(crate) fn run(
        &self,
        installed: &Installed,
        document: &Document,
    ) -> anyhow::Result<Vec<Finding>> {
        let Self { name, .. } = self;
        let output = (self.command)(installed, &document.path)
            .output()
            .with_context(|| {
                let folders = [&installed.node, &installed.python];
                let [node, python] = folders.map(|folder| folder.display());
                format!("cannot run {name}; delete {node} and {python}, and try again")
            })?;
        (self.read)(&String::from_utf8_lossy(&output.stdout)).with_context(|| {
            format!(
                "{name} printed no report on {}\n{}",
                document.shown,
                String::from_utf8_lossy(&output.stderr).trim()
            )
        })
    }
}

/// The linters' programs.
pub(crate) struct Installed {
    node: PathBuf,
    python: PathBuf,
    /// The folder of what they are given: pins, scripts, rulesets.
    config: PathBuf,
}

impl Installed {
    /// Installs what the folder pins.
    pub(crate) fn new(tools: &Tools<'_>, config: PathBuf) -> anyhow::Result<Self> {
        Ok(Self {
            node: tools.node("lint-node", &config)?,
            python: tools.python("lint-python", &config.join("requirements.txt"))?,
            config,
        })
    }

    /// A file of the folder.
    pub(crate) fn config(&self, name: &str) -> PathBuf {
        self.config.join(name)
    }

    /// A program of an npm package.
    pub(crate) fn npm(&self, program: &str) -> Command {
        self.with_packages(Command::new(
            self.node.join("node_modules/.bin").join(program),
        ))
    }

    /// Node.js, for a script that uses npm packages.
    pub(crate) fn node(&self) -> Command {
        self.with_packages(Command::new("node"))
    }

    /// Python, with its packages.
    pub(crate) fn python(&self) -> Command {
        Command::new(self.python.join("bin/python"))
    }

    fn with_packages(&self, mut command: Command) -> Command {
        // Scripts and rulesets name packages, and stand in another folder than those do. The working
        // directory is one in which no linter finds a configuration of its own.
        command
            .env("NODE_PATH", self.node.join("node_modules"))
            .current_dir(&self.node);
        command
    }
}
