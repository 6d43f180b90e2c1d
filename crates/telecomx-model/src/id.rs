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
/// It is written as it was read; upper and lower case are the same id.
#[derive(Clone, Copy)]
pub struct Id([u8; Self::LENGTH]);

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
            Some(id) => id,
            None => panic!("an id is 24 hexadecimal characters"),
        }
    }

    /// The id as it was written.
    pub fn as_str(&self) -> &str {
        // Every byte was checked to be an ASCII character.
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    const fn from_bytes(bytes: &[u8]) -> Option<Self> {
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
        Some(Self(id))
    }

    fn lower(&self) -> [u8; Self::LENGTH] {
        self.0.map(|byte| byte.to_ascii_lowercase())
    }
}

impl FromStr for Id {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Self, Malformed> {
        Self::from_bytes(text.as_bytes()).ok_or(Malformed {
            expected: "24 hexadecimal characters",
        })
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
        self.0.eq_ignore_ascii_case(&other.0)
    }
}

impl Eq for Id {}

impl Hash for Id {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.lower().hash(state);
    }
}

impl Ord for Id {
    fn cmp(&self, other: &Self) -> Ordering {
        self.lower().cmp(&other.lower())
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
