//! `cargo xtask generate`: the documents in spec/.

use std::{collections::BTreeMap, fs, path::PathBuf, time::Instant};

use anyhow::{Context as _, ensure};

use crate::{
    documents::{Editions, LOSSES},
    files, output,
    workspace::Workspace,
};

/// Writes the documents that are not up to date, in this folder or in spec/; or fails if there are any.
pub(crate) fn run(out: Option<PathBuf>, check: bool) -> anyhow::Result<()> {
    let documents = Documents::in_folder(out)?;
    if check {
        documents.check()
    } else {
        documents.write()
    }
}

/// The folder of the documents that are reviewed, and how to bring it up to date.
struct Documents {
    folder: PathBuf,
    /// The folder as the user knows it.
    shown: String,
    /// The command that brings it up to date.
    cure: String,
}

impl Documents {
    /// The documents in this folder, or in spec/.
    fn in_folder(out: Option<PathBuf>) -> anyhow::Result<Self> {
        let command = "cargo xtask generate";
        Ok(match out {
            Some(folder) => Self {
                shown: folder.display().to_string(),
                // A folder may be called as an option is.
                cure: format!("{command} --out={}", folder.display()),
                folder,
            },
            None => Self {
                folder: Workspace::find()?.join("spec"),
                shown: "spec".to_owned(),
                cure: command.to_owned(),
            },
        })
    }

    /// Writes the documents that are not up to date.
    fn write(&self) -> anyhow::Result<()> {
        let start = Instant::now();
        // All of them are made before the first is written, so that a failure leaves the previous ones.
        let editions = Editions::new()?;
        let documents = editions.reviewed()?;
        files::remove_unfinished(&self.folder)?;
        let mut written = 0;
        for (name, text) in &documents {
            if self.read(name)?.as_ref() != Some(text) {
                files::replace(&self.folder.join(name), text)?;
                let size = text.len().div_ceil(1024);
                output::line(format_args!("wrote {}/{name} ({size} KiB)", self.shown));
                written += 1;
            }
        }
        let unchanged = documents.len() - written;
        output::line(format_args!(
            "{} documents in {}: {written} written, {unchanged} unchanged, in {:.0?}",
            documents.len(),
            self.shown,
            start.elapsed()
        ));
        output::line(format_args!(
            "OpenAPI 3.0 says less than 3.1 at {} places; {}/{LOSSES} tells what",
            editions.losses.len(),
            self.shown
        ));
        self.refuse_strays(&documents)
    }

    /// Fails if a document is not up to date, showing what would change.
    fn check(&self) -> anyhow::Result<()> {
        let documents = Editions::new()?.reviewed()?;
        let (mut stale, mut converted) = (Vec::new(), Vec::new());
        for (name, text) in &documents {
            let before = self.read(name)?.unwrap_or_default();
            let lines = before.replace("\r\n", "\n");
            let name = format!("{}/{name}", self.shown);
            if lines != *text {
                output::diff(&name, &lines, text);
                stale.push(name);
            } else if before != *text {
                converted.push(name);
            }
        }
        let mut failures = Vec::new();
        match stale.as_slice() {
            [] => {}
            [one] => failures.push(format!("{one} is stale; run `{}`", self.cure)),
            _ => failures.push(format!(
                "{} are stale; run `{}`",
                stale.join(", "),
                self.cure
            )),
        }
        if !converted.is_empty() {
            failures.push(format!(
                "CRLF stands where LF is generated, in {}; run `{}`, and see that git and the editor keep to .gitattributes",
                converted.join(", "),
                self.cure
            ));
        }
        ensure!(failures.is_empty(), failures.join("\n"));
        output::line(format_args!(
            "{} documents in {} are up to date",
            documents.len(),
            self.shown
        ));
        self.refuse_strays(&documents)
    }

    /// Fails if the folder holds something that nothing generates.
    fn refuse_strays(&self, documents: &BTreeMap<String, String>) -> anyhow::Result<()> {
        let mut strays = Vec::new();
        let context = || format!("cannot read {}", self.folder.display());
        for entry in fs::read_dir(&self.folder).with_context(context)? {
            let name = entry.with_context(context)?.file_name();
            let name = name.to_string_lossy();
            // Another run may be writing here too.
            if !files::is_unfinished(&name) && !documents.contains_key(&*name) {
                strays.push(format!("{}/{name}", self.shown));
            }
        }
        strays.sort();
        ensure!(
            strays.is_empty(),
            "nothing generates {}; delete it",
            strays.join(", ")
        );
        Ok(())
    }

    /// A document as it is, if it is there.
    fn read(&self, name: &str) -> anyhow::Result<Option<String>> {
        let path = self.folder.join(name);
        match fs::read_to_string(&path) {
            Ok(text) => Ok(Some(text)),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error).with_context(|| format!("cannot read {}", path.display())),
        }
    }
}
