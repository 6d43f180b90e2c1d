//! Credentials.

use std::{borrow::Cow, fmt};

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::Redact;

/// A credential: a token, a password, a PIN or PUK, an activation code.
///
/// It travels as a plain JSON string. `Debug` prints a placeholder, and the error about a malformed one
/// does not quote it; only [`expose`](Self::expose) and writing it to the wire give it away.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// What stands in for a credential wherever one must be shown.
    pub const PLACEHOLDER: &'static str = "********";

    /// Wraps a credential.
    pub fn new(value: impl Into<String>) -> Self {
        Self(value.into())
    }

    /// A credential for examples.
    pub fn placeholder() -> Self {
        Self::new(Self::PLACEHOLDER)
    }

    /// The credential itself. Keep it out of logs and errors.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Secret({})", Self::PLACEHOLDER)
    }
}

impl Serialize for Secret {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Secret {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // Asking for a string would let serde_json quote a number that stands there instead, so the
        // visitor takes anything and refuses it in words of its own.
        deserializer.deserialize_any(SecretVisitor)
    }
}

struct SecretVisitor;

impl SecretVisitor {
    fn refuse<E: de::Error>() -> Result<Secret, E> {
        Err(E::custom("a credential must be a string"))
    }
}

impl<'de> de::Visitor<'de> for SecretVisitor {
    type Value = Secret;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a credential as a string")
    }

    fn visit_str<E: de::Error>(self, value: &str) -> Result<Secret, E> {
        Ok(Secret::new(value))
    }

    fn visit_string<E: de::Error>(self, value: String) -> Result<Secret, E> {
        Ok(Secret(value))
    }

    fn visit_bool<E: de::Error>(self, _: bool) -> Result<Secret, E> {
        Self::refuse()
    }

    fn visit_i64<E: de::Error>(self, _: i64) -> Result<Secret, E> {
        Self::refuse()
    }

    fn visit_u64<E: de::Error>(self, _: u64) -> Result<Secret, E> {
        Self::refuse()
    }

    fn visit_f64<E: de::Error>(self, _: f64) -> Result<Secret, E> {
        Self::refuse()
    }

    fn visit_bytes<E: de::Error>(self, _: &[u8]) -> Result<Secret, E> {
        Self::refuse()
    }
}

impl Redact for Secret {
    const IS_SECRET: bool = true;
    const IS_FINITE: bool = true;
}

impl JsonSchema for Secret {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Secret".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "format": "password" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug_shows_a_placeholder() {
        assert_eq!(format!("{:?}", Secret::new("canary")), "Secret(********)");
    }

    #[test]
    fn a_malformed_secret_is_not_quoted() {
        for text in [
            "86753",
            "-86753",
            "86753.5",
            "true",
            "[86753]",
            "{\"86753\":1}",
            "null",
        ] {
            let error = serde_json::from_str::<Secret>(text)
                .unwrap_err()
                .to_string();
            assert!(
                !error.contains("86753") && !error.contains("true"),
                "{error}"
            );
        }
    }

    #[test]
    fn it_travels_as_a_string() {
        let secret: Secret = serde_json::from_str("\"can\\u0061ry\"").unwrap();
        assert_eq!(secret.expose(), "canary");
        assert_eq!(serde_json::to_string(&secret).unwrap(), "\"canary\"");
    }
}
