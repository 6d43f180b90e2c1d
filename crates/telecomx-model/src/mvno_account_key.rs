//! What an MVNO account is found by.

use std::{fmt, str::FromStr};

use crate::{Id, Malformed, PhoneNumber, Scalar};

/// An MVNO account's id or its phone number. One that the platform sent is kept, and sent, as it came.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum MvnoAccountKey {
    /// The id.
    Id(Id),
    /// The phone number.
    Number(PhoneNumber),
}

impl FromStr for MvnoAccountKey {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Self, Malformed> {
        let id = text.parse().map(Self::Id);
        id.or_else(|_| text.parse().map(Self::Number)).map_err(|_: Malformed| Malformed {
            expected: "24 hexadecimal characters, or a phone number in E.164 format such as +4512345678",
        })
    }
}

impl Scalar for MvnoAccountKey {
    fn read(text: &str) -> Result<Self, Malformed> {
        text.parse().or_else(|_| Id::read(text).map(Self::Id))
    }

    fn check(&self) -> Result<(), Malformed> {
        match self {
            Self::Id(id) => id.check(),
            Self::Number(number) => number.check(),
        }
    }
}

impl fmt::Display for MvnoAccountKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Id(id) => id.fmt(f),
            Self::Number(number) => number.fmt(f),
        }
    }
}

impl From<Id> for MvnoAccountKey {
    fn from(id: Id) -> Self {
        Self::Id(id)
    }
}

impl From<PhoneNumber> for MvnoAccountKey {
    fn from(number: PhoneNumber) -> Self {
        Self::Number(number)
    }
}

// One pattern of two alternatives: as `oneOf` of two strings, no generator would make a plain string of it.
crate::scalar!(MvnoAccountKey, {
    "type": "string",
    "minLength": 3,
    "maxLength": 24,
    "pattern": "^([0-9a-fA-F]{24}|\\+[1-9][0-9]{1,14})$",
    "examples": [PhoneNumber::EXAMPLE],
});
