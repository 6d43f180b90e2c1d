//! Who may call an operation.

use std::{fmt, str::FromStr};

use crate::Levels;

/// How much the platform trusts a caller. The names are the platform's own.
///
/// The levels are not a total order: an operation may grant `VIEWER` what it denies `RESELLER`, so a
/// rule always lists its levels.
#[expect(
    non_camel_case_types,
    reason = "the levels are spelt as on the platform, everywhere"
)]
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AccessLevel {
    /// Somebody without a login.
    NO_LOGIN,
    /// A user who may see only what is their own.
    PERSONAL,
    /// A user of a customer who may look.
    VIEWER,
    /// A user of a customer who may also change things.
    MANAGER,
    /// A user who answers for a customer.
    OWNER,
    /// A user of a reseller, for the reseller's customers.
    RESELLER,
    /// A user of a reseller who administers the reseller itself.
    RESELLER_ADMIN,
    /// An administrator of the platform.
    ADMIN,
}

impl AccessLevel {
    /// Every level, from the least trusted to the most.
    pub const ALL: [Self; 8] = [
        Self::NO_LOGIN,
        Self::PERSONAL,
        Self::VIEWER,
        Self::MANAGER,
        Self::OWNER,
        Self::RESELLER,
        Self::RESELLER_ADMIN,
        Self::ADMIN,
    ];

    /// The platform's name for the level.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NO_LOGIN => "NO_LOGIN",
            Self::PERSONAL => "PERSONAL",
            Self::VIEWER => "VIEWER",
            Self::MANAGER => "MANAGER",
            Self::OWNER => "OWNER",
            Self::RESELLER => "RESELLER",
            Self::RESELLER_ADMIN => "RESELLER_ADMIN",
            Self::ADMIN => "ADMIN",
        }
    }
}

impl fmt::Display for AccessLevel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A text that is no level's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("there is no such level; the levels are {}", Levels::ALL)]
pub struct UnknownLevel;

impl FromStr for AccessLevel {
    type Err = UnknownLevel;

    fn from_str(name: &str) -> Result<Self, UnknownLevel> {
        let mut levels = Self::ALL.into_iter();
        levels
            .find(|level| level.as_str() == name)
            .ok_or(UnknownLevel)
    }
}

/// One way to be allowed: a caller of one of these levels, standing in this relation.
///
/// An operation has a list of rules; one that fits is enough.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AccessRule {
    /// The levels the rule admits.
    pub levels: Levels,
    /// The relation the caller must stand in; without one the level alone decides.
    pub scope: Option<Scope>,
}

/// The relation between a caller and the customer an operation is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// The caller is a user of the customer.
    OwnCustomer,
    /// The customer belongs to the caller's reseller.
    OwnReseller,
}

impl Scope {
    /// The scope's name in documents.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::OwnCustomer => "OwnCustomer",
            Self::OwnReseller => "OwnReseller",
        }
    }

    /// The condition in words, to follow the levels: "when …".
    pub const fn condition(self) -> &'static str {
        match self {
            Self::OwnCustomer => "when the caller is a user of the customer",
            Self::OwnReseller => "when the customer belongs to the caller's reseller",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_level_is_read_by_its_name() {
        assert_eq!("RESELLER_ADMIN".parse(), Ok(AccessLevel::RESELLER_ADMIN));
        assert_eq!("viewer".parse::<AccessLevel>(), Err(UnknownLevel));
        assert_eq!(
            UnknownLevel.to_string(),
            "there is no such level; the levels are NO_LOGIN, PERSONAL, VIEWER, MANAGER, OWNER, RESELLER, \
             RESELLER_ADMIN, ADMIN"
        );
    }
}
