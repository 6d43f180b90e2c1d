//! What is on its way out.

use std::fmt;

/// That something works for now, and what to use in its place. It is declared with rustc's own `#[deprecated]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deprecation {
    /// The version of the contract since which it is so, such as `1.2.0`, if that is known.
    pub since: Option<&'static str>,
    /// What to use instead, as a phrase in Markdown: "use `email` instead".
    pub note: &'static str,
}

/// In words: "Deprecated since 1.2.0: use `email` instead".
impl fmt::Display for Deprecation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Deprecated")?;
        if let Some(since) = self.since {
            write!(f, " since {since}")?;
        }
        write!(f, ": {}", self.note)
    }
}
