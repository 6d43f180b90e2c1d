//! Files and folders that are written whole.

use std::{
    fs::{self, File},
    io::{self, Write as _},
    path::Path,
};

use anyhow::Context as _;
use tempfile::NamedTempFile;

/// What the name of a file begins with that is still being written.
const UNFINISHED: &str = ".xtask-";

/// Replaces a file whole: a reader sees the old text or the new, never a part.
///
/// # Errors
///
/// If the folder cannot be written.
pub(crate) fn replace(path: &Path, text: &str) -> anyhow::Result<()> {
    let context = || format!("cannot write {}", path.display());
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder).with_context(context)?;
    remove_unfinished(folder)?;
    let mut file = unfinished(folder).with_context(context)?;
    file.write_all(text.as_bytes()).with_context(context)?;
    file.persist(path).with_context(context)?;
    Ok(())
}

/// Whether a file of this name is one that [`replace`] has not finished.
pub(crate) fn is_unfinished(name: &str) -> bool {
    name.starts_with(UNFINISHED)
}

/// Removes the files of a folder that a command was killed over. Those of a command that runs are locked, and stay.
///
/// # Errors
///
/// If the folder is there and cannot be read, or such a file cannot be removed.
pub(crate) fn remove_unfinished(folder: &Path) -> anyhow::Result<()> {
    let context = || format!("cannot clean {}", folder.display());
    let Some(entries) = unless_absent(fs::read_dir(folder)).with_context(context)? else {
        return Ok(());
    };
    for entry in entries {
        let entry = entry.with_context(context)?;
        if !is_unfinished(&entry.file_name().to_string_lossy()) {
            continue;
        }
        // It may be renamed or removed at any time by the command that it is of.
        let file = unless_absent(File::open(entry.path())).with_context(context)?;
        // The lock is held until the file is gone: see `unfinished`.
        if let Some(file) = &file
            && file.try_lock().is_ok()
        {
            unless_absent(fs::remove_file(entry.path())).with_context(context)?;
        }
    }
    Ok(())
}

/// Removes a folder with all that is in it, if it is there.
///
/// # Errors
///
/// If something of it cannot be removed.
pub(crate) fn remove_folder(folder: &Path) -> anyhow::Result<()> {
    unless_absent(fs::remove_dir_all(folder))
        .with_context(|| format!("cannot remove {}", folder.display()))?;
    Ok(())
}

/// Makes a folder that is empty, whatever was there.
///
/// # Errors
///
/// If what was there cannot be removed, or the folder cannot be created.
pub(crate) fn clear_folder(folder: &Path) -> anyhow::Result<()> {
    remove_folder(folder)?;
    fs::create_dir_all(folder).with_context(|| format!("cannot create {}", folder.display()))
}

/// A new file, locked while it is open.
fn unfinished(folder: &Path) -> io::Result<NamedTempFile<File>> {
    loop {
        // Created plainly, so that the file has the permissions of any other.
        let file = tempfile::Builder::new()
            .prefix(UNFINISHED)
            .make_in(folder, |path| File::create_new(path))?;
        file.as_file().lock()?;
        // Before it was locked, it may have been taken for one that was left behind.
        if file.path().exists() {
            return Ok(file);
        }
    }
}

/// What was asked for; nothing where there is no such file.
fn unless_absent<T>(result: io::Result<T>) -> io::Result<Option<T>> {
    match result {
        Ok(found) => Ok(Some(found)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        names.collect()
    }

    #[test]
    fn what_a_killed_command_left_is_removed_and_what_another_writes_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path();
        fs::write(folder.join(".xtask-killed"), "half").unwrap();
        let others = unfinished(folder).unwrap();
        let path = folder.join("document.json");

        replace(&path, "whole").unwrap();

        assert_eq!(fs::read_to_string(&path).unwrap(), "whole");
        assert!(!folder.join(".xtask-killed").exists());
        assert!(others.path().exists());
        drop(others);
        assert_eq!(names(folder), ["document.json"]);
    }

    #[test]
    fn a_link_is_replaced_and_not_followed() {
        let folder = tempfile::tempdir().unwrap();
        let (path, elsewhere) = (folder.path().join("a"), folder.path().join("b"));
        fs::write(&elsewhere, "mine").unwrap();
        std::os::unix::fs::symlink(&elsewhere, &path).unwrap();

        replace(&path, "new").unwrap();

        assert_eq!(fs::read_to_string(&path).unwrap(), "new");
        assert_eq!(fs::read_to_string(&elsewhere).unwrap(), "mine");
    }

    #[test]
    fn clearing_a_linked_folder_removes_the_link_alone() {
        let folder = tempfile::tempdir().unwrap();
        let (path, elsewhere) = (folder.path().join("a"), folder.path().join("b"));
        fs::create_dir(&elsewhere).unwrap();
        fs::write(elsewhere.join("mine"), "").unwrap();
        std::os::unix::fs::symlink(&elsewhere, &path).unwrap();

        clear_folder(&path).unwrap();

        assert_eq!(names(&path), Vec::<String>::new());
        assert_eq!(names(&elsewhere), ["mine"]);
    }
}
