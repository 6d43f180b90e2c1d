//! What a linter has against a document.

use std::fmt;

use serde::Deserialize;

/// How much a linter minds; what is less than a warning fails nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Severity {
    Error,
    Warning,
    Hint,
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Hint => "hint",
        })
    }
}

/// Something that a linter has against one place of a document.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Finding {
    pub(crate) severity: Severity,
    pub(crate) rule: String,
    /// The place as a JSON pointer, which is empty for the whole document.
    pub(crate) place: String,
    pub(crate) message: String,
}

/// A step of a path, as most linters print one.
#[derive(Deserialize)]
#[serde(untagged)]
pub(crate) enum Step {
    Name(String),
    Index(usize),
}

/// A path as a JSON pointer.
pub(crate) fn pointer(path: &[Step]) -> String {
    let steps = path.iter().map(|step| match step {
        Step::Name(name) => format!("/{}", name.replace('~', "~0").replace('/', "~1")),
        Step::Index(index) => format!("/{index}"),
    });
    steps.collect()
}
