//! For whom a document is.

use telecomx_contract::{AccessLevel, Operation};

/// For whom a document is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// Everybody; the document says who may do what.
    All,
    /// Callers of one access level; the document holds nothing that is not for them and speaks of no
    /// other level.
    Level(AccessLevel),
}

impl Audience {
    /// The levels among these that the document speaks of.
    pub(crate) fn among(self, levels: &[AccessLevel]) -> Vec<AccessLevel> {
        let mut levels = levels.to_vec();
        if let Self::Level(own) = self {
            levels.retain(|level| *level == own);
        }
        levels
    }

    /// Whether it may have what only these levels may have, or everybody if there are none.
    pub(crate) fn may_have(self, levels: Option<&[AccessLevel]>) -> bool {
        levels.is_none_or(|levels| !self.among(levels).is_empty())
    }

    /// Whether it may call an operation.
    pub(crate) fn may_call(self, operation: &Operation) -> bool {
        operation
            .access
            .iter()
            .any(|rule| self.may_have(Some(rule.levels)))
    }
}
