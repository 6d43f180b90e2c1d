//! `cargo xtask dist`: the documents of a release.

use std::time::Instant;

use crate::{
    documents::Editions,
    folder::Folder,
    output,
    workspace::{Workspace, shown},
};

/// Writes every document of a release, and prints which.
pub(crate) fn run() -> anyhow::Result<()> {
    make(&Workspace::find()?).map(drop)
}

/// Makes the folder of the documents, and keeps other commands from it.
///
/// # Errors
///
/// If the contract cannot be published, or the target folder cannot be written; the previous folder stays.
pub(crate) fn make(workspace: &Workspace) -> anyhow::Result<Folder> {
    let start = Instant::now();
    let folder = Folder::take(workspace, "dist")?;
    let documents = Editions::new()?.released()?;
    folder.replace(&documents)?;
    for (name, text) in &documents {
        let size = text.len().div_ceil(1024);
        let path = shown(&folder.path().join(name));
        output::line(format_args!("wrote {path} ({size} KiB)"));
    }
    output::line(format_args!(
        "{} documents in {}, in {:.0?}",
        documents.len(),
        shown(folder.path()),
        start.elapsed()
    ));
    Ok(folder)
}
