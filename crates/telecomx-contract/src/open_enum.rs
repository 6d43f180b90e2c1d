//! What `#[derive(OpenEnum)]` expands to calls of.

use std::{fmt, marker::PhantomData};

use schemars::{Schema, json_schema};
use serde::{Deserializer, de};
use serde_json::Value;

use crate::Deprecation;

/// Reads an open enumeration of strings without allocating for the values it knows.
///
/// # Errors
///
/// Anything but a string.
pub fn read_open_enum<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: for<'a> From<&'a str>,
    D: Deserializer<'de>,
{
    struct Visitor<T>(PhantomData<T>);

    impl<T: for<'a> From<&'a str>> de::Visitor<'_> for Visitor<T> {
        type Value = T;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a string")
        }

        fn visit_str<E: de::Error>(self, value: &str) -> Result<T, E> {
            Ok(T::from(value))
        }
    }

    deserializer.deserialize_str(Visitor(PhantomData))
}

/// A value that the contract knows.
#[derive(Debug, Clone, Copy)]
pub struct KnownValue<V> {
    /// The value on the wire.
    pub value: V,
    /// What it means, in Markdown.
    pub meaning: &'static str,
    /// That it is on its way out, if it is.
    pub deprecated: Option<Deprecation>,
}

/// The schema of an open enumeration of strings: its name, its known values and their meanings.
pub fn text_enum_schema(
    name: &str,
    description: &str,
    deprecated: Option<Deprecation>,
    known: &[KnownValue<&str>],
) -> Schema {
    let plain = json_schema!({ "type": "string" });
    open_enum_schema(name, description, deprecated, plain, known)
}

/// The schema of an open enumeration of whole numbers: its name, its known values and their meanings.
///
/// It has 64 bits only where a known value does: validators of JavaScript take `int64` for a `bigint`, which
/// cannot be written as JSON.
pub fn number_enum_schema(
    name: &str,
    description: &str,
    deprecated: Option<Deprecation>,
    known: &[KnownValue<i64>],
) -> Schema {
    let is_small = |known: &KnownValue<i64>| i32::try_from(known.value).is_ok();
    let format = if known.iter().all(is_small) {
        "int32"
    } else {
        "int64"
    };
    let plain = json_schema!({ "type": "integer", "format": format });
    open_enum_schema(name, description, deprecated, plain, known)
}

fn open_enum_schema<V>(
    name: &str,
    description: &str,
    deprecated: Option<Deprecation>,
    mut schema: Schema,
    known: &[KnownValue<V>],
) -> Schema
where
    V: Copy,
    Value: From<V>,
{
    let values: Vec<Value> = known.iter().map(|known| known.value.into()).collect();
    let meanings: Value = known
        .iter()
        .map(|known| with_deprecation(known.meaning, known.deprecated, " "))
        .collect();
    let outgoing = known.iter().filter(|known| known.deprecated.is_some());
    let outgoing: Vec<Value> = outgoing.map(|known| known.value.into()).collect();
    // A component is called otherwise than its type where two types have one name: the title tells.
    schema.insert("title".to_owned(), name.into());
    let description = with_deprecation(description, deprecated, "\n\n");
    schema.insert("description".to_owned(), description.into());
    if deprecated.is_some() {
        schema.insert("deprecated".to_owned(), true.into());
    }
    let first = values.first().cloned();
    schema.insert("x-extensible-enum".to_owned(), Value::Array(values));
    schema.insert("x-enum-descriptions".to_owned(), meanings);
    // There is no keyword for a single value.
    if !outgoing.is_empty() {
        schema.insert("x-enum-deprecated".to_owned(), Value::Array(outgoing));
    }
    if let Some(first) = first {
        schema.insert("examples".to_owned(), Value::Array(vec![first]));
    }
    schema
}

/// A description, and behind it that what it describes is on its way out.
fn with_deprecation(description: &str, deprecated: Option<Deprecation>, between: &str) -> String {
    match deprecated {
        Some(deprecated) => format!("{description}{between}{deprecated}"),
        None => description.to_owned(),
    }
}
