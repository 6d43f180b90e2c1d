//! Values that do not fit, and writing those that do.

use std::fmt;

use crate::{Check, Redact};

/// Where a value does not fit, and why. It quotes nothing of the value.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("at `{path}`: {problem}")]
pub struct Misfit {
    /// The JSON path of what does not fit, such as `finance.creditMax` or `addresses[2].city`; `.` for the whole value.
    pub path: String,
    /// What is wrong with it.
    pub problem: String,
}

impl Misfit {
    /// A value that does not fit as a whole.
    pub fn new(problem: impl fmt::Display) -> Self {
        Self {
            path: ".".to_owned(),
            problem: problem.to_string(),
        }
    }

    /// The same, seen from the object of which the value is a property.
    #[must_use]
    pub fn within(self, property: &str) -> Self {
        let below = match self.path.as_str() {
            "." => String::new(),
            path if path.starts_with('[') => path.to_owned(),
            path => format!(".{path}"),
        };
        Self {
            path: format!("{property}{below}"),
            ..self
        }
    }

    /// The same, seen from the list of which the value is an item.
    #[must_use]
    pub fn at(self, index: usize) -> Self {
        self.within(&format!("[{index}]"))
    }
}

/// Writes a JSON body.
///
/// # Errors
///
/// A number that JSON does not have, or whatever else the value refuses to be written for.
pub fn write_json<T: Redact>(value: &T) -> Result<Vec<u8>, Misfit> {
    write(value, || serde_json::to_vec(value))
}

/// Writes a value as JSON of some form.
pub(crate) fn write<T: Redact, J>(
    value: &T,
    write: impl FnOnce() -> serde_json::Result<J>,
) -> Result<J, Misfit> {
    let look = || value.check(Check::Written);
    if !T::IS_FINITE {
        look()?;
    }
    write().map_err(|error| look().err().unwrap_or_else(|| Misfit::new(error)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_told_from_the_outside() {
        let path = |misfit: Misfit| misfit.path;
        let misfit = Misfit::new("p");
        assert_eq!(path(misfit.clone()), ".");
        assert_eq!(path(misfit.clone().within("a").at(2).within("b")), "b[2].a");
        assert_eq!(path(misfit.at(0).at(1).within("b")), "b[1][0]");
    }
}
