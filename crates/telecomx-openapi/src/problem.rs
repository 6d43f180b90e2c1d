//! Why a contract cannot be published.

use std::fmt;

/// One thing that is wrong with a contract.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The operation, component or property it concerns.
    pub place: String,
    /// What is wrong, and what to do about it.
    pub message: String,
}

/// A contract that cannot be published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContractError {
    /// Everything that is wrong with it, at least one thing.
    pub problems: Vec<Problem>,
}

impl fmt::Display for ContractError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the contract cannot be published:")?;
        for Problem { place, message } in &self.problems {
            write!(f, "\n  {place}: {message}")?;
        }
        Ok(())
    }
}

impl std::error::Error for ContractError {}

/// Collects problems, so that all are reported at once.
#[derive(Debug, Default)]
pub(crate) struct Problems(Vec<Problem>);

impl Problems {
    pub(crate) fn add(&mut self, place: impl fmt::Display, message: impl fmt::Display) {
        self.0.push(Problem {
            place: place.to_string(),
            message: message.to_string(),
        });
    }

    /// The value, if nothing was wrong.
    pub(crate) fn finish<T>(self, value: T) -> Result<T, ContractError> {
        match self.0.is_empty() {
            true => Ok(value),
            false => Err(ContractError { problems: self.0 }),
        }
    }
}
