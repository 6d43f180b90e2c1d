//! The version that was published before.

use std::{fs, path::Path, process::Command};

use anyhow::{Context as _, bail};
use telecomx_site::Previous;

/// Where a revision has its document.
const DOCUMENT: &str = "spec/openapi.json";

/// What is asked for; otherwise the newest tag `v*` before this commit that has a document, if there is one.
pub(super) fn find(since: Option<&str>, workspace: &Path) -> anyhow::Result<Option<Previous>> {
    let Some(since) = since else {
        return newest(workspace);
    };
    let file = Path::new(since);
    if let (true, Some(name)) = (file.is_file(), file.file_name()) {
        let text = fs::read_to_string(file).with_context(|| format!("cannot read {since}"))?;
        return previous(&name.to_string_lossy(), &text).map(Some);
    }
    match show(since, workspace)? {
        Some(text) => previous(since, &text).map(Some),
        None => bail!("{since} is neither a file nor a revision that has {DOCUMENT}"),
    }
}

fn newest(workspace: &Path) -> anyhow::Result<Option<Previous>> {
    // A tag of this very commit is the version that the site is made for.
    let arguments = [
        "tag",
        "--list",
        "v*",
        "--sort=-version:refname",
        "--merged",
        "HEAD",
        "--no-contains",
        "HEAD",
    ];
    let Some(tags) = git(&arguments, workspace)? else {
        return Ok(None);
    };
    for tag in tags.lines() {
        if let Some(text) = show(tag, workspace)? {
            return previous(tag, &text).map(Some);
        }
    }
    Ok(None)
}

fn previous(name: &str, text: &str) -> anyhow::Result<Previous> {
    Ok(Previous {
        name: name.to_owned(),
        document: serde_json::from_str(text)
            .with_context(|| format!("the document of {name} is no JSON"))?,
    })
}

/// The document of a revision, if it has one.
fn show(revision: &str, workspace: &Path) -> anyhow::Result<Option<String>> {
    // What begins as an option does is a revision too, and no option, behind this one.
    let commit = format!("{revision}^{{commit}}");
    let arguments = [
        "rev-parse",
        "--verify",
        "--quiet",
        "--end-of-options",
        &commit,
    ];
    let Some(commit) = git(&arguments, workspace)? else {
        return Ok(None);
    };
    let document = format!("{}:{DOCUMENT}", commit.trim());
    git(&["cat-file", "blob", &document], workspace)
}

/// What git prints; nothing where it fails, as it does outside a repository.
fn git(arguments: &[&str], workspace: &Path) -> anyhow::Result<Option<String>> {
    let done = Command::new("git")
        .args(arguments)
        .current_dir(workspace)
        .output()
        .context("cannot run git; install it, or name a document with --since")?;
    let text = String::from_utf8(done.stdout).context("git printed what is no text")?;
    Ok(done.status.success().then_some(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A repository with one commit, which has a document and is called `v1`.
    fn repository() -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path();
        fs::create_dir(path.join("spec")).unwrap();
        fs::write(path.join(DOCUMENT), r#"{"openapi": "3.0.3"}"#).unwrap();
        for arguments in [
            &["init", "--quiet"][..],
            &["add", "."],
            &[
                "-c",
                "user.name=a",
                "-c",
                "user.email=a@b.example",
                "commit",
                "--quiet",
                "-m",
                "a",
            ],
            &["tag", "v1"],
        ] {
            assert!(git(arguments, path).unwrap().is_some(), "{arguments:?}");
        }
        folder
    }

    #[test]
    fn a_revision_is_found_by_any_of_its_names() {
        let repository = repository();
        for name in ["v1", "HEAD", "v1^0"] {
            let found = find(Some(name), repository.path()).unwrap().unwrap();
            assert_eq!(found.name, name);
            assert_eq!(found.document["openapi"], "3.0.3");
        }
    }

    #[test]
    fn what_is_no_revision_is_no_option_either() {
        let repository = repository();
        for name in [
            "--output=stolen",
            "--help",
            "-p",
            "",
            "nothing",
            "v1:spec",
            "v1\nv1",
        ] {
            let error = find(Some(name), repository.path()).unwrap_err();
            assert_eq!(
                error.to_string(),
                format!("{name} is neither a file nor a revision that has {DOCUMENT}")
            );
        }
        let entries = fs::read_dir(repository.path()).unwrap();
        let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name()).collect();
        names.sort();
        assert_eq!(names, [".git", "spec"]);
    }
}
