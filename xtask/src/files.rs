//! Where the workspace is, and files that are written whole.

use std::{
    fs,
    io::Write as _,
    path::{Path, PathBuf},
};

use anyhow::Context as _;

/// The workspace's folder.
pub(crate) fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).with_file_name("")
}

/// Replaces a file whole: a reader sees the old text or the new, never a part.
pub(crate) fn replace(path: &Path, text: &str) -> anyhow::Result<()> {
    let context = || format!("cannot write {}", path.display());
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder).with_context(context)?;
    // Created plainly, so that the file has the permissions of any other.
    let mut file = tempfile::Builder::new()
        .prefix(".xtask-")
        .make_in(folder, |path| fs::File::create_new(path))
        .with_context(context)?;
    file.write_all(text.as_bytes()).with_context(context)?;
    file.persist(path).with_context(context)?;
    Ok(())
}
