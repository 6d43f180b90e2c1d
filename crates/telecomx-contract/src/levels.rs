//! Sets of access levels.

use std::fmt;

use crate::AccessLevel;

/// A set of access levels, in the order of [`AccessLevel::ALL`].
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Levels(u8);

impl Levels {
    /// No level.
    pub const NONE: Self = Self(0);

    /// Every level.
    pub const ALL: Self = Self::of(&AccessLevel::ALL);

    /// These levels.
    pub const fn of(levels: &[AccessLevel]) -> Self {
        let mut set = 0;
        let mut rest = levels;
        while let [level, others @ ..] = rest {
            set |= bit(*level);
            rest = others;
        }
        Self(set)
    }

    /// Whether a level is among them.
    pub const fn contains(self, level: AccessLevel) -> bool {
        self.0 & bit(level) != 0
    }

    /// Whether there is none.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Those that are among the others too.
    #[must_use]
    pub const fn intersection(self, others: Self) -> Self {
        Self(self.0 & others.0)
    }

    /// Those, and the others.
    #[must_use]
    pub const fn union(self, others: Self) -> Self {
        Self(self.0 | others.0)
    }

    /// Each of them.
    pub fn iter(self) -> impl Iterator<Item = AccessLevel> + Clone {
        let all = AccessLevel::ALL.into_iter();
        all.filter(move |level| self.contains(*level))
    }
}

/// Each level has a bit of its own, in the order of their declaration.
const fn bit(level: AccessLevel) -> u8 {
    1 << level as u8
}

impl FromIterator<AccessLevel> for Levels {
    fn from_iter<I: IntoIterator<Item = AccessLevel>>(levels: I) -> Self {
        let levels = levels.into_iter();
        levels.fold(Self::NONE, |all, level| all.union(Self::of(&[level])))
    }
}

/// `RESELLER, ADMIN`; nothing for no level.
impl fmt::Display for Levels {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, level) in self.iter().enumerate() {
            let separator = if index > 0 { ", " } else { "" };
            write!(f, "{separator}{level}")?;
        }
        Ok(())
    }
}

impl fmt::Debug for Levels {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::AccessLevel::{ADMIN, NO_LOGIN, OWNER, RESELLER, VIEWER};

    #[test]
    fn they_stand_in_the_order_of_the_levels_however_they_are_given() {
        let levels = Levels::of(&[ADMIN, VIEWER, RESELLER, VIEWER]);
        assert_eq!(levels.iter().collect::<Vec<_>>(), [VIEWER, RESELLER, ADMIN]);
        assert_eq!(levels.to_string(), "VIEWER, RESELLER, ADMIN");
        assert_eq!(format!("{levels:?}"), "{VIEWER, RESELLER, ADMIN}");
        assert_eq!(levels, [RESELLER, ADMIN, VIEWER].into_iter().collect());
    }

    #[test]
    fn a_level_is_among_them_or_not() {
        let levels = Levels::of(&[NO_LOGIN, ADMIN]);
        assert!(levels.contains(NO_LOGIN) && levels.contains(ADMIN));
        assert!(!levels.contains(OWNER));
        assert_eq!(Levels::ALL.iter().collect::<Vec<_>>(), AccessLevel::ALL);
    }

    #[test]
    fn sets_meet_and_join() {
        let (one, other) = (Levels::of(&[VIEWER, OWNER]), Levels::of(&[OWNER, ADMIN]));
        assert_eq!(one.intersection(other), Levels::of(&[OWNER]));
        assert_eq!(one.union(other), Levels::of(&[VIEWER, OWNER, ADMIN]));
        assert!(one.intersection(Levels::of(&[ADMIN])).is_empty());
        assert_eq!(Levels::NONE.to_string(), "");
    }
}
