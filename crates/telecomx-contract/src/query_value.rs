//! Values that can stand in a query.

use std::borrow::Cow;

use crate::{BadRequest, RequestReader, UrlValue};

/// A query parameter: a value, which must be given, or an `Option` of one, which may be left out.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot stand in a query",
    label = "not a query parameter",
    note = "a `UrlValue` can (`Id`, `String`, `bool`, `i32`, `i64`), and an `Option` of one"
)]
pub trait QueryValue: Sized {
    /// The value.
    type Value: UrlValue;

    /// Whether it must be given.
    const REQUIRED: bool;

    /// The value as plain text, if there is one.
    fn to_query(&self) -> Option<Cow<'_, str>>;

    /// Reads the parameter of this name.
    ///
    /// # Errors
    ///
    /// A missing, malformed or repeated value.
    fn from_query(reader: &RequestReader<'_>, name: &'static str) -> Result<Self, BadRequest>;
}

impl<T: UrlValue> QueryValue for T {
    type Value = T;

    const REQUIRED: bool = true;

    fn to_query(&self) -> Option<Cow<'_, str>> {
        Some(self.to_text())
    }

    fn from_query(reader: &RequestReader<'_>, name: &'static str) -> Result<Self, BadRequest> {
        reader.query(name)?.ok_or(BadRequest::Missing { name })
    }
}

impl<T: UrlValue> QueryValue for Option<T> {
    type Value = T;

    const REQUIRED: bool = false;

    fn to_query(&self) -> Option<Cow<'_, str>> {
        self.as_ref().map(UrlValue::to_text)
    }

    fn from_query(reader: &RequestReader<'_>, name: &'static str) -> Result<Self, BadRequest> {
        reader.query(name)
    }
}
