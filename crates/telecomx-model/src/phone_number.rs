//! Phone numbers in E.164 format.

use std::{fmt, str::FromStr};

use crate::Malformed;

/// A phone number in E.164 format: `+`, the country code and the number, 2 to 15 digits in all.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PhoneNumber(u64);

impl PhoneNumber {
    /// The number that documents show.
    pub const EXAMPLE: Self = Self::from_static("+4512345678");

    /// A number that is known when the program is written.
    ///
    /// # Panics
    ///
    /// If the text is not in E.164 format; in a constant that is a compile error.
    pub const fn from_static(text: &'static str) -> Self {
        match Self::from_bytes(text.as_bytes()) {
            Some(number) => number,
            None => panic!("a phone number is `+` and 2 to 15 digits, the first of them not 0"),
        }
    }

    const fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let [b'+', digits @ ..] = bytes else {
            return None;
        };
        if digits.len() < 2 || digits.len() > 15 || digits[0] == b'0' {
            return None;
        }
        let mut number = 0;
        let mut index = 0;
        while index < digits.len() {
            if !digits[index].is_ascii_digit() {
                return None;
            }
            number = number * 10 + (digits[index] - b'0') as u64;
            index += 1;
        }
        Some(Self(number))
    }
}

impl FromStr for PhoneNumber {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Self, Malformed> {
        Self::from_bytes(text.as_bytes()).ok_or(Malformed {
            expected: "a phone number in E.164 format, such as +4512345678",
        })
    }
}

impl fmt::Display for PhoneNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "+{}", self.0)
    }
}

impl fmt::Debug for PhoneNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PhoneNumber({self})")
    }
}

crate::scalar!(PhoneNumber, {
    "type": "string",
    "minLength": 3,
    "maxLength": 16,
    "pattern": "^\\+[1-9][0-9]{1,14}$",
    "examples": [PhoneNumber::EXAMPLE],
});
