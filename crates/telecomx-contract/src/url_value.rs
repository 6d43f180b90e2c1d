//! Values that can stand in a URL.

use std::borrow::Cow;

use schemars::JsonSchema;

/// A value that can be a path variable or a query parameter.
///
/// The text is plain: [`RequestWriter`](crate::RequestWriter) and
/// [`RequestReader`](crate::RequestReader) do the percent-encoding.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot stand in a URL",
    label = "not a path variable or query parameter",
    note = "`Id`, `String`, `bool`, `i32` and `i64` can; so can a type of your own that implements `telecomx_contract::UrlValue`; what stands in the path is always given, so it is no `Option`"
)]
pub trait UrlValue: JsonSchema + Sized {
    /// The value as plain text.
    fn to_text(&self) -> Cow<'_, str>;

    /// Reads the value from plain text.
    ///
    /// # Errors
    ///
    /// What was expected, as a phrase that follows "expected", such as "24 hexadecimal characters".
    fn from_text(text: &str) -> Result<Self, String>;
}

impl UrlValue for String {
    fn to_text(&self) -> Cow<'_, str> {
        Cow::Borrowed(self)
    }

    fn from_text(text: &str) -> Result<Self, String> {
        Ok(text.to_owned())
    }
}

impl UrlValue for bool {
    fn to_text(&self) -> Cow<'_, str> {
        Cow::Borrowed(if *self { "true" } else { "false" })
    }

    /// Also reads `1` and `0`, which some generated clients send.
    fn from_text(text: &str) -> Result<Self, String> {
        match text {
            "true" | "1" => Ok(true),
            "false" | "0" => Ok(false),
            _ => Err("`true` or `false`".to_owned()),
        }
    }
}

impl UrlValue for i32 {
    fn to_text(&self) -> Cow<'_, str> {
        Cow::Owned(self.to_string())
    }

    fn from_text(text: &str) -> Result<Self, String> {
        text.parse()
            .map_err(|_| "a whole number of at most 32 bits".to_owned())
    }
}

impl UrlValue for i64 {
    fn to_text(&self) -> Cow<'_, str> {
        Cow::Owned(self.to_string())
    }

    fn from_text(text: &str) -> Result<Self, String> {
        text.parse()
            .map_err(|_| "a whole number of at most 64 bits".to_owned())
    }
}
