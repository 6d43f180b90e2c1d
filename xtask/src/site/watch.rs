//! Making the site anew when something that it is made from changes.

use std::{
    fs,
    path::Path,
    thread,
    time::{Duration, SystemTime},
};

use anyhow::Context as _;

use super::Options;
use crate::{output, workspace::Workspace};

/// What the site is made from: the contract, the pages, and how they are put together.
const SOURCES: [&str; 3] = ["Cargo.lock", "crates", "xtask"];

/// How often it is looked for changes.
const PAUSE: Duration = Duration::from_millis(500);

/// Makes the site anew at every change, for ever.
///
/// The contract is compiled into this program, so a new one is built and run; if that fails, the previous site stays.
pub(super) fn remake_on_change(workspace: &Workspace, options: &Options) -> anyhow::Result<()> {
    let mut command = workspace.cargo("run", workspace.root());
    command.args(["--quiet", "--package", "xtask", "--", "site"]);
    if let Some(level) = options.audience {
        command.args(["--audience", level.as_str()]);
    }
    if let Some(since) = &options.since {
        // In one word, since a file may be called as an option is.
        command.arg(format!("--since={since}"));
    }
    let mut seen = newest(workspace.root());
    loop {
        thread::sleep(PAUSE);
        let now = newest(workspace.root());
        if now != seen {
            seen = now;
            output::line("something has changed");
            let status = command.status().context("cannot run cargo")?;
            match status.success() {
                true => output::line("reload the page to see it"),
                false => output::line("the previous site is still served; see above"),
            }
        }
    }
}

/// When the newest of the sources was changed, and how many there are: one that goes away is a change too.
fn newest(workspace: &Path) -> (Option<SystemTime>, usize) {
    let mut found = (None, 0);
    let mut next: Vec<_> = SOURCES.map(|source| workspace.join(source)).into();
    while let Some(path) = next.pop() {
        // What cannot be read just now is looked at again after the pause.
        if let Ok(entries) = fs::read_dir(&path) {
            next.extend(entries.flatten().map(|entry| entry.path()));
        } else {
            let changed = fs::metadata(&path).and_then(|file| file.modified()).ok();
            found = (found.0.max(changed), found.1 + 1);
        }
    }
    found
}
