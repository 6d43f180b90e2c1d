//! What the commands print: results on standard output, failures on standard error, colours on a
//! terminal only.

use std::fmt::Display;

use anstream::{eprintln, println};
use anstyle::{AnsiColor, Style};
use similar::{ChangeTag, TextDiff};

const ADDED: Style = AnsiColor::Green.on_default();
const REMOVED: Style = AnsiColor::Red.on_default();
const HEADING: Style = Style::new().bold();
const FAILED: Style = AnsiColor::Red.on_default().bold();

/// Prints one line of a command's report.
pub(crate) fn line(text: impl Display) {
    println!("{text}");
}

/// Prints why a command failed.
pub(crate) fn failure(error: &anyhow::Error) {
    eprintln!("{FAILED}error{FAILED:#}: {error:#}");
}

/// Prints something that is to be cured, after a word for what it is.
pub(crate) fn problem(kind: impl Display, text: impl Display) {
    println!("{FAILED}{kind}{FAILED:#}: {text}");
}

/// Prints how a file would change.
pub(crate) fn diff(name: &str, before: &str, after: &str) {
    println!("{HEADING}--- {name}\n+++ {name} (generated){HEADING:#}");
    for hunk in TextDiff::from_lines(before, after)
        .unified_diff()
        .context_radius(3)
        .iter_hunks()
    {
        println!("{}", hunk.header());
        for change in hunk.iter_changes() {
            let (sign, style) = match change.tag() {
                ChangeTag::Delete => ('-', REMOVED),
                ChangeTag::Insert => ('+', ADDED),
                ChangeTag::Equal => (' ', Style::new()),
            };
            let text = change.value().trim_end_matches('\n');
            println!("{style}{sign}{text}{style:#}");
        }
    }
}
