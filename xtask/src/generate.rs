//! `cargo xtask generate`: the documents in spec/.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    time::Instant,
};

use anyhow::{Context as _, bail, ensure};
use serde_json::Value;
use telecomx_api::API;
use telecomx_contract::AccessLevel;
use telecomx_openapi::{Audience, Loss};

use crate::{files, output, workspace::Workspace};

/// The document that tells what OpenAPI 3.0 loses.
const LOSSES: &str = "lost-in-3.0.txt";

/// Writes the documents that are not up to date, in this folder or in spec/; or fails if there are any.
pub(crate) fn run(out: Option<PathBuf>, check: bool) -> anyhow::Result<()> {
    let documents = Documents::in_folder(out)?;
    if check {
        documents.check()
    } else {
        documents.write()
    }
}

/// The folder of the published documents, and how to bring it up to date.
struct Documents {
    folder: PathBuf,
    /// The folder as the user knows it.
    shown: String,
    /// The command that brings it up to date.
    cure: String,
}

/// One generated file.
struct Document {
    /// Its path in the folder, with `/` between the names.
    name: String,
    text: String,
}

impl Document {
    fn new(name: impl Into<String>, text: String) -> Self {
        Self {
            name: name.into(),
            text,
        }
    }

    fn json(name: impl Into<String>, value: &Value) -> anyhow::Result<Self> {
        Ok(Self::new(name, serde_json::to_string_pretty(value)? + "\n"))
    }

    fn yaml(name: impl Into<String>, value: &Value) -> anyhow::Result<Self> {
        Ok(Self::new(name, serde_saphyr::to_string(value)?))
    }
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
        let (documents, losses) = generate()?;
        for folder in self.folders(&documents) {
            files::remove_unfinished(&folder)?;
        }
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
        output::line(format_args!(
            "OpenAPI 3.0 says less than 3.1 at {} places; {}/{LOSSES} tells what",
            losses.len(),
            self.shown
        ));
        self.refuse_strays(&documents)
    }

    /// Fails if a document is not up to date, showing what would change.
    fn check(&self) -> anyhow::Result<()> {
        let (documents, _) = generate()?;
        let (mut stale, mut converted) = (Vec::new(), Vec::new());
        for Document { name, text } in &documents {
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

    /// The folders that the documents are in.
    fn folders(&self, documents: &[Document]) -> BTreeSet<PathBuf> {
        let paths = documents
            .iter()
            .map(|document| self.folder.join(&document.name));
        paths
            .filter_map(|path| path.parent().map(Path::to_owned))
            .collect()
    }

    /// Fails if the folder holds a file that nothing generates.
    fn refuse_strays(&self, documents: &[Document]) -> anyhow::Result<()> {
        let mut strays = Vec::new();
        self.collect_strays("", documents, &mut strays)?;
        strays.sort();
        match strays.is_empty() {
            true => Ok(()),
            false => bail!("nothing generates {}; delete it", strays.join(", ")),
        }
    }

    /// Collects the strays in a subfolder, which is given with a `/` at its end.
    fn collect_strays(
        &self,
        subfolder: &str,
        documents: &[Document],
        strays: &mut Vec<String>,
    ) -> anyhow::Result<()> {
        let folder = self.folder.join(subfolder);
        let context = || format!("cannot read {}", folder.display());
        for entry in fs::read_dir(&folder).with_context(context)? {
            let entry = entry.with_context(context)?;
            let name = format!("{subfolder}{}", entry.file_name().display());
            // Another run may be writing here too.
            if files::is_unfinished(&entry.file_name().to_string_lossy()) {
                continue;
            }
            let inside = format!("{name}/");
            if documents
                .iter()
                .any(|document| document.name.starts_with(&inside))
            {
                self.collect_strays(&inside, documents, strays)?;
            } else if !documents.iter().any(|document| document.name == name) {
                strays.push(format!("{}/{name}", self.shown));
            }
        }
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

/// Every document, and what OpenAPI 3.0 loses.
fn generate() -> anyhow::Result<(Vec<Document>, Vec<Loss>)> {
    let document = telecomx_openapi::document(&API, Audience::All)?;
    let lowered = telecomx_openapi::lower(document.clone())?;
    let mut documents = vec![
        Document::json("openapi.json", &lowered.document)?,
        Document::yaml("openapi.yaml", &lowered.document)?,
        Document::json("openapi-3.1.json", &document)?,
        Document::yaml("openapi-3.1.yaml", &document)?,
        Document::new(LOSSES, telecomx_openapi::losses(&lowered.losses)),
        Document::new("operations.txt", telecomx_openapi::operations(&API)),
        Document::new("errata.md", telecomx_openapi::errata(&API)),
    ];
    for (name, schema) in telecomx_openapi::standalone_schemas(&document) {
        documents.push(Document::json(
            format!("schemas/{name}.schema.json"),
            &schema,
        )?);
    }
    for level in AccessLevel::ALL {
        let document = telecomx_openapi::document(&API, Audience::Level(level))?;
        documents.push(Document::json(
            format!("audiences/{level}.json"),
            &document,
        )?);
    }
    Ok((documents, lowered.losses))
}
