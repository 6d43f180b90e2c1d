//! `cargo xtask generate`: the documents in spec/.

use std::{
    fs,
    path::{Path, PathBuf},
    time::Instant,
};

use anyhow::{Context as _, bail};
use telecomx_api::API;

use crate::{files, output};

/// The folder of the published documents, and how to bring it up to date.
pub(crate) struct Documents {
    folder: PathBuf,
    /// The folder as the user knows it.
    shown: String,
    /// The command that brings it up to date.
    cure: String,
}

/// One generated file.
struct Document {
    name: &'static str,
    text: String,
}

impl Documents {
    /// The documents in this folder, or in spec/.
    pub(crate) fn in_folder(out: Option<PathBuf>) -> Self {
        let command = "cargo xtask generate";
        match out {
            Some(folder) => Self {
                shown: folder.display().to_string(),
                cure: format!("{command} --out {}", folder.display()),
                folder,
            },
            None => Self {
                folder: Path::new(env!("CARGO_MANIFEST_DIR")).with_file_name("spec"),
                shown: "spec".to_owned(),
                cure: command.to_owned(),
            },
        }
    }

    /// Writes the documents that are not up to date.
    pub(crate) fn write(&self) -> anyhow::Result<()> {
        let start = Instant::now();
        // All of them are made before the first is written, so that a failure leaves the previous ones.
        let documents = generate()?;
        let context = || format!("cannot create {}", self.folder.display());
        fs::create_dir_all(&self.folder).with_context(context)?;
        let mut written = 0;
        for Document { name, text } in &documents {
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
        self.refuse_strays(&documents)
    }

    /// Fails if a document is not up to date, showing what would change.
    pub(crate) fn check(&self) -> anyhow::Result<()> {
        let documents = generate()?;
        let mut stale = Vec::new();
        for Document { name, text } in &documents {
            let before = self.read(name)?.unwrap_or_default();
            if before != *text {
                let name = format!("{}/{name}", self.shown);
                output::diff(&name, &before, text);
                stale.push(name);
            }
        }
        match stale.as_slice() {
            [] => {}
            [one] => bail!("{one} is stale; run `{}`", self.cure),
            _ => bail!("{} are stale; run `{}`", stale.join(", "), self.cure),
        }
        output::line(format_args!(
            "{} documents in {} are up to date",
            documents.len(),
            self.shown
        ));
        self.refuse_strays(&documents)
    }

    /// Fails if the folder holds a file that nothing generates.
    fn refuse_strays(&self, documents: &[Document]) -> anyhow::Result<()> {
        let context = || format!("cannot read {}", self.folder.display());
        let mut strays = Vec::new();
        for entry in fs::read_dir(&self.folder).with_context(context)? {
            let name = entry.with_context(context)?.file_name();
            if !documents.iter().any(|document| name == document.name) {
                strays.push(format!("{}/{}", self.shown, name.display()));
            }
        }
        strays.sort();
        match strays.is_empty() {
            true => Ok(()),
            false => bail!("nothing generates {}; delete it", strays.join(", ")),
        }
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

fn generate() -> anyhow::Result<Vec<Document>> {
    let document = telecomx_openapi::document(&API)?;
    Ok(vec![
        Document {
            name: "openapi.json",
            text: serde_json::to_string_pretty(&document)? + "\n",
        },
        Document {
            name: "openapi.yaml",
            text: serde_saphyr::to_string(&document)?,
        },
        Document {
            name: "operations.txt",
            text: telecomx_openapi::operations(&API),
        },
        Document {
            name: "errata.md",
            text: telecomx_openapi::errata(&API),
        },
    ])
}
