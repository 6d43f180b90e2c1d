//! Whom something is made for, and what of the contract they may know.

use crate::{AccessLevel, AccessRule, Levels, Operation, ParameterGroup, Property};

/// For whom a document or a page is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// Everybody; what is for them says who may do what.
    All,
    /// Callers of one access level: what is for them holds nothing that is not, and speaks of no other level.
    Level(AccessLevel),
}

impl Audience {
    /// The levels that it is told of.
    pub const fn levels(self) -> Levels {
        match self {
            Self::All => Levels::ALL,
            Self::Level(level) => Levels::of(&[level]),
        }
    }

    /// Whether it may call an operation.
    pub fn may_call(self, operation: &Operation) -> bool {
        self.is_among(operation.callers())
    }

    /// Whether it may send the parameters of a group, where it may call the operation.
    pub fn may_send(self, group: &ParameterGroup) -> bool {
        self.is_among(group.levels)
    }

    /// Whether it may see a property, where it may see the object.
    pub fn may_see(self, property: &Property) -> bool {
        self.is_among(property.visible_to)
    }

    /// The rules of an operation that concern it, each with those levels alone that it is told of.
    pub fn rules(self, operation: &Operation) -> impl Iterator<Item = AccessRule> + use<> {
        let rules = operation.access.iter().map(move |rule| AccessRule {
            levels: rule.levels.intersection(self.levels()),
            ..*rule
        });
        rules.filter(|rule| !rule.levels.is_empty())
    }

    /// The levels that it is told of as those alone for whom something is: none where it is for everybody, and none to
    /// callers of one level, whom it does not concern who else may have what they may.
    pub fn told_of(self, levels: Levels) -> Option<Levels> {
        (self == Self::All && levels != Levels::ALL).then_some(levels)
    }

    fn is_among(self, levels: Levels) -> bool {
        !levels.intersection(self.levels()).is_empty()
    }
}
