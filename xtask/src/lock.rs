//! What one command at a time may write.

use std::{
    fs::{self, File},
    process::Stdio,
};

use anyhow::Context as _;

use crate::{
    output,
    workspace::{Workspace, shown},
};

/// A part of the target folder, held for writing until this is dropped.
///
/// A command that is killed holds nothing any more, but a program that it started may still write: whatever writes is
/// given [`Self::stdin`], and holds the part as long as it runs.
#[derive(Debug)]
pub(crate) struct Lock {
    file: File,
}

impl Lock {
    /// Takes hold of what is called `name`, once no other command has it.
    ///
    /// # Errors
    ///
    /// If the target folder cannot be written, or is in a file system that knows no locks.
    pub(crate) fn take(workspace: &Workspace, name: &str) -> anyhow::Result<Self> {
        let folder = workspace.target("locks");
        let path = folder.join(name.replace('/', "-"));
        let context = || format!("cannot lock {}", shown(&path));
        fs::create_dir_all(&folder).with_context(context)?;
        let file = File::create(&path).with_context(context)?;
        if file.try_lock().is_err() {
            output::line(format_args!("waiting for another command to leave {name}"));
            file.lock().with_context(context)?;
        }
        Ok(Self { file })
    }

    /// An empty standard input for a program that writes here.
    ///
    /// # Errors
    ///
    /// If there are too many open files.
    pub(crate) fn stdin(&self) -> anyhow::Result<Stdio> {
        let file = self.file.try_clone();
        Ok(file.context("cannot open a lock once more")?.into())
    }
}
