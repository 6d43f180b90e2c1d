//! How the levels that a page names are read, wherever it names them.

use std::fmt;

use crate::AccessLevel;

/// A decision about every place where a page names a level: others are meant too.
///
/// It is made once, so that no operation and no property repeats it as an erratum. The pages' facts are held against it:
/// each place that it is about is published so, and a rule that no page needs fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LevelRule {
    /// What the levels are named for.
    pub grant: Grant,
    /// The level that the page names, alone or among others.
    pub named: AccessLevel,
    /// The levels that are meant too.
    pub also: &'static [AccessLevel],
    /// Why, in words that follow a colon.
    pub why: &'static str,
}

/// What a page names levels for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grant {
    /// Calling an operation without condition.
    Call,
    /// Seeing a property.
    See,
}

/// How the pages' levels are read.
pub const LEVEL_RULES: &[LevelRule] = &[
    LevelRule {
        grant: Grant::Call,
        named: AccessLevel::ADMIN,
        also: &[AccessLevel::RESELLER_ADMIN],
        why: "the level is newer than most pages",
    },
    LevelRule {
        grant: Grant::See,
        named: AccessLevel::RESELLER,
        also: &[AccessLevel::RESELLER_ADMIN, AccessLevel::ADMIN],
        why: "they may see what a reseller may see",
    },
];

impl LevelRule {
    /// The levels that the rule adds to those that a page names for something; none where it says nothing of them.
    pub fn added(&self, grant: Grant, named: &[AccessLevel]) -> Vec<AccessLevel> {
        if self.grant != grant || !named.contains(&self.named) {
            return Vec::new();
        }
        let missing = self.also.iter().filter(|level| !named.contains(level));
        missing.copied().collect()
    }
}

impl fmt::Display for LevelRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let also: Vec<String> = self.also.iter().map(|level| format!("`{level}`")).collect();
        let also = also.join(" and ");
        let Self { named, why, .. } = self;
        match self.grant {
            Grant::Call => write!(
                f,
                "Where a page lets `{named}` call an operation without condition, {also} may call it too: {why}."
            ),
            Grant::See => write!(
                f,
                "Where a page says that a property is for `{named}`, {also} see it too: {why}."
            ),
        }
    }
}

/// The levels that are meant where a page names these for something, from the least trusted to the most.
pub fn meant_levels(grant: Grant, named: &[AccessLevel]) -> Vec<AccessLevel> {
    let rules = LEVEL_RULES.iter();
    let added: Vec<_> = rules.flat_map(|rule| rule.added(grant, named)).collect();
    let is_meant = |level: &AccessLevel| named.contains(level) || added.contains(level);
    AccessLevel::ALL.into_iter().filter(is_meant).collect()
}

#[cfg(test)]
mod tests {
    use super::{Grant, meant_levels};
    use crate::AccessLevel::{self, *};

    #[test]
    fn rules_add_what_a_page_means() {
        let call: [(&[AccessLevel], &[AccessLevel]); 5] = [
            (&[ADMIN], &[RESELLER_ADMIN, ADMIN]),
            (&[ADMIN, RESELLER], &[RESELLER, RESELLER_ADMIN, ADMIN]),
            (&[ADMIN, RESELLER_ADMIN], &[RESELLER_ADMIN, ADMIN]),
            (&[RESELLER], &[RESELLER]),
            (&[], &[]),
        ];
        for (named, meant) in call {
            assert_eq!(meant_levels(Grant::Call, named), meant, "{named:?}");
        }
        let see: [(&[AccessLevel], &[AccessLevel]); 5] = [
            (&[RESELLER], &[RESELLER, RESELLER_ADMIN, ADMIN]),
            (&[RESELLER, ADMIN], &[RESELLER, RESELLER_ADMIN, ADMIN]),
            (&[ADMIN], &[ADMIN]),
            (&[RESELLER_ADMIN, ADMIN], &[RESELLER_ADMIN, ADMIN]),
            (&[], &[]),
        ];
        for (named, meant) in see {
            assert_eq!(meant_levels(Grant::See, named), meant, "{named:?}");
        }
    }
}
