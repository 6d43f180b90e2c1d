//! Telling null from absent.

use serde::{Deserialize, Deserializer};

/// Reads a property whose null differs from its absence: null is `Some(None)`.
///
/// For `#[serde(default, deserialize_with = "telecomx_contract::some_or_null")]` on an
/// `Option<Option<T>>`; absent stays `None` by the default.
///
/// # Errors
///
/// Whatever reading a `T` reports.
pub fn some_or_null<'de, D, T>(deserializer: D) -> Result<Option<Option<T>>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    Option::deserialize(deserializer).map(Some)
}
