//! What may be given once.

use quote::ToTokens;

use crate::sink::Errors;

/// The value of an attribute, or of a key of one, that may be given once.
pub(super) struct Once<T>(Option<T>);

impl<T> Default for Once<T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<T> Once<T> {
    /// Takes the value that stands at these tokens; a second one is a mistake.
    pub(super) fn set(&mut self, name: &str, tokens: impl ToTokens, value: T, errors: &mut Errors) {
        if self.0.is_some() {
            errors.at(tokens, format_args!("`{name}` is given twice; remove one"));
        } else {
            self.0 = Some(value);
        }
    }

    pub(super) fn into_option(self) -> Option<T> {
        self.0
    }
}
