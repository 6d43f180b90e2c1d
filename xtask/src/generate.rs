//! `cargo xtask generate`: the documents in spec/.

use std::{
    fs,
    io::Write as _,
    path::{Path, PathBuf},
    time::Instant,
};

use anyhow::{Context as _, bail};
use telecomx_api::API;

use crate::output;

/// The command that makes spec/ up to date.
const CURE: &str = "cargo xtask generate";

/// One generated file.
struct Document {
    name: &'static str,
    text: String,
}

/// Writes the documents that are not up to date.
pub(crate) fn write() -> anyhow::Result<()> {
    let start = Instant::now();
    // All of them are made before the first is written, so that a failure leaves the previous ones.
    let documents = documents()?;
    let folder = folder();
    fs::create_dir_all(&folder).with_context(|| format!("cannot create {}", folder.display()))?;
    let mut written = 0;
    for Document { name, text } in &documents {
        if read(name)?.as_ref() != Some(text) {
            replace(&folder.join(name), text)?;
            output::line(format_args!(
                "wrote spec/{name} ({} KiB)",
                text.len().div_ceil(1024)
            ));
            written += 1;
        }
    }
    output::line(format_args!(
        "{} documents in spec/: {written} written, {} unchanged, in {:.0?}",
        documents.len(),
        documents.len() - written,
        start.elapsed()
    ));
    strays(&documents)
}

/// Fails if a document is not up to date, showing what would change.
pub(crate) fn check() -> anyhow::Result<()> {
    let documents = documents()?;
    let mut stale = Vec::new();
    for Document { name, text } in &documents {
        let before = read(name)?.unwrap_or_default();
        if before != *text {
            output::diff(&format!("spec/{name}"), &before, text);
            stale.push(format!("spec/{name}"));
        }
    }
    match stale.as_slice() {
        [] => output::line(format_args!(
            "{} documents in spec/ are up to date",
            documents.len()
        )),
        [one] => bail!("{one} is stale; run `{CURE}`"),
        _ => bail!("{} are stale; run `{CURE}`", stale.join(", ")),
    }
    strays(&documents)
}

fn documents() -> anyhow::Result<Vec<Document>> {
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

/// Fails if spec/ holds a file that nothing generates.
fn strays(documents: &[Document]) -> anyhow::Result<()> {
    let folder = folder();
    let entries =
        fs::read_dir(&folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let mut strays = Vec::new();
    for entry in entries {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if !documents.iter().any(|document| document.name == name) {
            strays.push(format!("spec/{name}"));
        }
    }
    strays.sort();
    match strays.is_empty() {
        true => Ok(()),
        false => bail!("nothing generates {}; delete it", strays.join(", ")),
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).with_file_name("spec")
}

/// A document as it is, if it is there.
fn read(name: &str) -> anyhow::Result<Option<String>> {
    let path = folder().join(name);
    match fs::read_to_string(&path) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error).with_context(|| format!("cannot read {}", path.display())),
    }
}

/// Replaces a file whole: a reader sees the old text or the new, never a part.
fn replace(path: &Path, text: &str) -> anyhow::Result<()> {
    let context = || format!("cannot write {}", path.display());
    let folder = path.parent().unwrap_or(Path::new("."));
    // Created plainly, so that the file has the permissions of any other.
    let mut file = tempfile::Builder::new()
        .prefix(".generate-")
        .make_in(folder, |path| fs::File::create_new(path))
        .with_context(context)?;
    file.write_all(text.as_bytes()).with_context(context)?;
    file.persist(path).with_context(context)?;
    Ok(())
}
