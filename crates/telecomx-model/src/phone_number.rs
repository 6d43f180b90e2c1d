//! Phone numbers in E.164 format.

use std::{fmt, str::FromStr};

use crate::Malformed;

/// A phone number in E.164 format: `+`, the country code and the number, 2 to 15 digits in all.
///
/// What the platform sends is kept whatever its form, and is sent back as it came; only what a caller makes is checked.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PhoneNumber(Form);

#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Form {
    /// The digits, which begin with no 0.
    E164(u64),
    /// What the platform sent instead.
    Other(Box<str>),
}

const MALFORMED: Malformed = Malformed {
    expected: "a phone number in E.164 format, such as +4512345678",
};

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
            Some(number) => Self(Form::E164(number)),
            None => panic!("a phone number is `+` and 2 to 15 digits, the first of them not 0"),
        }
    }

    const fn from_bytes(bytes: &[u8]) -> Option<u64> {
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
        Some(number)
    }
}

impl FromStr for PhoneNumber {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Self, Malformed> {
        let number = Self::from_bytes(text.as_bytes()).ok_or(MALFORMED)?;
        Ok(Self(Form::E164(number)))
    }
}

impl crate::Scalar for PhoneNumber {
    fn read(text: &str) -> Result<Self, Malformed> {
        Ok(text
            .parse()
            .unwrap_or_else(|_| Self(Form::Other(text.into()))))
    }

    fn check(&self) -> Result<(), Malformed> {
        match self.0 {
            Form::E164(_) => Ok(()),
            Form::Other(_) => Err(MALFORMED),
        }
    }
}

impl fmt::Display for PhoneNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Form::E164(number) => write!(f, "+{number}"),
            Form::Other(text) => f.write_str(text),
        }
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
