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
    git(&["show", &format!("{revision}:{DOCUMENT}")], workspace)
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
