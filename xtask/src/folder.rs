//! Folders that are written whole.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use anyhow::Context as _;

use crate::{files, lock::Lock, workspace::Workspace};

/// A folder in the target folder that one command at a time replaces whole: a run that fails, or is killed, leaves the
/// previous one.
#[derive(Debug)]
pub(crate) struct Folder {
    path: PathBuf,
    lock: Lock,
}

impl Folder {
    /// Takes hold of the folder of this name, once no other command has it, and brings it back to what it was before a
    /// run that was killed while it replaced it.
    ///
    /// # Errors
    ///
    /// If the target folder cannot be written, or is in a file system that knows no locks.
    pub(crate) fn take(workspace: &Workspace, name: &str) -> anyhow::Result<Self> {
        let lock = Lock::take(workspace, name)?;
        let path = workspace.target(name);
        let [new, old] = beside(&path);
        if !path.exists() && old.exists() {
            fs::rename(&old, &path).with_context(|| format!("cannot write {}", path.display()))?;
        }
        files::remove_folder(&new)?;
        files::remove_folder(&old)?;
        Ok(Self { path, lock })
    }

    /// Where it is.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// What keeps other commands from it.
    pub(crate) fn lock(&self) -> &Lock {
        &self.lock
    }

    /// Replaces what is in it by these texts, each at its path.
    ///
    /// # Errors
    ///
    /// If the target folder cannot be written.
    pub(crate) fn replace(&self, texts: &BTreeMap<String, String>) -> anyhow::Result<()> {
        let [new, old] = beside(&self.path);
        let context = || format!("cannot write {}", self.path.display());
        for (path, text) in texts {
            let file = new.join(path);
            if let Some(above) = file.parent() {
                fs::create_dir_all(above).with_context(context)?;
            }
            fs::write(&file, text).with_context(context)?;
        }
        if self.path.exists() {
            fs::rename(&self.path, &old).with_context(context)?;
        }
        fs::rename(&new, &self.path).with_context(context)?;
        files::remove_folder(&old)
    }
}

/// Where a new folder is written, and where the previous one is for a moment.
fn beside(folder: &Path) -> [PathBuf; 2] {
    ["new", "old"].map(|extension| folder.with_added_extension(extension))
}
