//! The editions of the published document, of which a client can be made.

use std::{fmt, path::PathBuf};

use serde::Deserialize;

/// An edition of the published document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub(crate) enum Edition {
    #[serde(rename = "3.0")]
    V3_0,
    #[serde(rename = "3.1")]
    V3_1,
}

impl Edition {
    /// Every edition, in the order of the table's columns.
    pub(crate) const ALL: [Self; 2] = [Self::V3_0, Self::V3_1];

    /// The edition as tables and folders have it: `3.1`.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::V3_0 => "3.0",
            Self::V3_1 => "3.1",
        }
    }

    /// Its document, below the workspace.
    pub(crate) fn document(self) -> PathBuf {
        PathBuf::from(match self {
            Self::V3_0 => "spec/openapi.json",
            Self::V3_1 => "spec/openapi-3.1.json",
        })
    }
}

impl fmt::Display for Edition {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::workspace::Workspace;

    #[test]
    fn each_edition_is_what_its_document_says() {
        let workspace = Workspace::find().unwrap();
        for edition in Edition::ALL {
            let document = workspace.join(edition.document());
            let text = fs::read_to_string(&document).unwrap();
            let line = format!("\"openapi\": \"{edition}.");
            assert!(text.contains(&line), "{}: {line}", document.display());
        }
    }
}
