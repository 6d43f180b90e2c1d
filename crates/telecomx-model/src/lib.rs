//! The resources of the Telecom X API, maintained by hand: one file is one JSON object.
//!
//! A field's doc comment is its published description; `#[visible]`, `#[nullable]` and the errata beside
//! it are the only place where those facts stand. A property without a value is `None`, whether the
//! server left it out or sent null.

mod custom_data;
mod customer;
mod customer_summary;
mod feature;
mod id;
mod integrations;
mod mvno_account;
mod mvno_account_key;
mod phone_number;
mod reseller;
mod sim_card;
mod timestamp;

pub use self::custom_data::{CustomData, CustomDataTooLarge};
pub use self::customer::*;
pub use self::customer_summary::CustomerSummary;
pub use self::feature::Feature;
pub use self::id::Id;
pub use self::integrations::*;
pub use self::mvno_account::*;
pub use self::mvno_account_key::MvnoAccountKey;
pub use self::phone_number::PhoneNumber;
pub use self::reseller::*;
pub use self::sim_card::{FormFactor, Network, SimCard};
pub use self::timestamp::Timestamp;

/// A text that is not of the form its type requires.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Malformed {
    /// What was expected, as a phrase: "24 hexadecimal characters".
    pub expected: &'static str,
}

impl std::fmt::Display for Malformed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "expected {}", self.expected)
    }
}

impl std::error::Error for Malformed {}

/// A scalar with a text form of its own, which a caller keeps to (`FromStr`).
trait Scalar: std::str::FromStr<Err = Malformed> {
    /// Reads what the platform sent.
    fn read(text: &str) -> Result<Self, Malformed> {
        text.parse()
    }

    /// Whether a caller may send it.
    fn check(&self) -> Result<(), Malformed> {
        Ok(())
    }
}

/// What a scalar with a text form of its own has in common with the others: `Display` and `Scalar` are
/// given, and its way to and from JSON and URLs follows.
macro_rules! scalar {
    ($type:ident, $schema:tt) => {
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str($crate::TextVisitor(std::marker::PhantomData))
            }
        }

        impl schemars::JsonSchema for $type {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($type).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!($schema)
            }
        }

        impl telecomx_contract::Redact for $type {
            const IS_FINITE: bool = true;

            fn check(
                &self,
                as_what: telecomx_contract::Check,
            ) -> Result<(), telecomx_contract::Misfit> {
                match as_what {
                    telecomx_contract::Check::Written => Ok(()),
                    telecomx_contract::Check::Sent => {
                        $crate::Scalar::check(self).map_err(telecomx_contract::Misfit::new)
                    }
                }
            }
        }

        impl telecomx_contract::UrlValue for $type {
            fn to_text(&self) -> std::borrow::Cow<'_, str> {
                self.to_string().into()
            }

            fn from_text(text: &str) -> Result<Self, String> {
                text.parse()
                    .map_err(|malformed: $crate::Malformed| malformed.expected.to_owned())
            }
        }
    };
}
use scalar;

/// Reads a scalar from a JSON string.
struct TextVisitor<T>(std::marker::PhantomData<T>);

impl<T: Scalar> serde::de::Visitor<'_> for TextVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<T, E> {
        T::read(text).map_err(E::custom)
    }
}
