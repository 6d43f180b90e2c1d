//! Ids: 24 hexadecimal characters.

use std::{
    cmp::Ordering,
    fmt,
    hash::{Hash, Hasher},
    str::FromStr,
};

use crate::Malformed;

/// The id of an object: 24 hexadecimal characters.
///
/// It is written as it was read; upper and lower case are the same id. What the platform sends is kept whatever its
/// form, and is sent back as it came; only what a caller makes is checked.
#[derive(Clone)]
pub struct Id(Form);

#[derive(Clone)]
enum Form {
    Hexadecimal([u8; Id::LENGTH]),
    /// What the platform sent instead.
    Other(Box<str>),
}

const MALFORMED: Malformed = Malformed {
    expected: "24 hexadecimal characters",
};

impl Id {
    /// The id that documents show.
    pub const EXAMPLE: Self = Self::from_static("52f4fd7734697b28ccaf77ec");

    const LENGTH: usize = 24;

    /// An id that is known when the program is written.
    ///
    /// # Panics
    ///
    /// If the text is not 24 hexadecimal characters; in a constant that is a compile error.
    pub const fn from_static(text: &'static str) -> Self {
        match Self::from_bytes(text.as_bytes()) {
            Some(id) => Self(Form::Hexadecimal(id)),
            None => panic!("an id is 24 hexadecimal characters"),
        }
    }

    /// The id as it was written.
    pub fn as_str(&self) -> &str {
        match &self.0 {
            // Every byte was checked to be an ASCII character.
            Form::Hexadecimal(id) => std::str::from_utf8(id).unwrap_or_default(),
            Form::Other(text) => text,
        }
    }

    const fn from_bytes(bytes: &[u8]) -> Option<[u8; Self::LENGTH]> {
        let mut id = [0; Self::LENGTH];
        if bytes.len() != Self::LENGTH {
            return None;
        }
        let mut index = 0;
        while index < Self::LENGTH {
            if !bytes[index].is_ascii_hexdigit() {
                return None;
            }
            id[index] = bytes[index];
            index += 1;
        }
        Some(id)
    }
}

fn lower(id: &[u8; Id::LENGTH]) -> [u8; Id::LENGTH] {
    id.map(|byte| byte.to_ascii_lowercase())
}

impl FromStr for Id {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Self, Malformed> {
        let id = Self::from_bytes(text.as_bytes()).ok_or(MALFORMED)?;
        Ok(Self(Form::Hexadecimal(id)))
    }
}

impl crate::Scalar for Id {
    fn read(text: &str) -> Result<Self, Malformed> {
        Ok(text
            .parse()
            .unwrap_or_else(|_| Self(Form::Other(text.into()))))
    }

    fn check(&self) -> Result<(), Malformed> {
        match self.0 {
            Form::Hexadecimal(_) => Ok(()),
            Form::Other(_) => Err(MALFORMED),
        }
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Id({self})")
    }
}

impl PartialEq for Id {
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (Form::Hexadecimal(id), Form::Hexadecimal(other)) => id.eq_ignore_ascii_case(other),
            (Form::Other(text), Form::Other(other)) => text == other,
            _ => false,
        }
    }
}

impl Eq for Id {}

impl Hash for Id {
    fn hash<H: Hasher>(&self, state: &mut H) {
        match &self.0 {
            Form::Hexadecimal(id) => lower(id).hash(state),
            Form::Other(text) => text.hash(state),
        }
    }
}

impl Ord for Id {
    fn cmp(&self, other: &Self) -> Ordering {
        match (&self.0, &other.0) {
            (Form::Hexadecimal(id), Form::Hexadecimal(other)) => lower(id).cmp(&lower(other)),
            (Form::Other(text), Form::Other(other)) => text.cmp(other),
            (Form::Hexadecimal(_), Form::Other(_)) => Ordering::Less,
            (Form::Other(_), Form::Hexadecimal(_)) => Ordering::Greater,
        }
    }
}

impl PartialOrd for Id {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

crate::scalar!(Id, {
    "type": "string",
    "minLength": 24,
    "maxLength": 24,
    "pattern": "^[0-9a-fA-F]{24}$",
    "examples": [Id::EXAMPLE],
});
