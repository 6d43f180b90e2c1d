//! What `#[derive(OpenEnum)]` expands to calls of.

use std::{fmt, marker::PhantomData};

use schemars::{Schema, json_schema};
use serde::{Deserializer, de};
use serde_json::Value;

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

/// The schema of an open enumeration of strings: its name, its known values and their meanings.
pub fn text_enum_schema(name: &str, description: &str, known: &[(&str, &str)]) -> Schema {
    open_enum_schema(name, description, json_schema!({ "type": "string" }), known)
}

/// The schema of an open enumeration of whole numbers: its name, its known values and their meanings.
///
/// It has 64 bits only where a known value does: validators of JavaScript take `int64` for a `bigint`, which
/// cannot be written as JSON.
pub fn number_enum_schema(name: &str, description: &str, known: &[(i64, &str)]) -> Schema {
    let is_small = |(value, _): &(i64, &str)| i32::try_from(*value).is_ok();
    let format = if known.iter().all(is_small) {
        "int32"
    } else {
        "int64"
    };
    let plain = json_schema!({ "type": "integer", "format": format });
    open_enum_schema(name, description, plain, known)
}

fn open_enum_schema<V>(
    name: &str,
    description: &str,
    mut schema: Schema,
    known: &[(V, &str)],
) -> Schema
where
    V: Copy,
    Value: From<V>,
{
    let values: Vec<Value> = known.iter().map(|(value, _)| Value::from(*value)).collect();
    let meanings: Value = known.iter().map(|(_, meaning)| *meaning).collect();
    // A component is called otherwise than its type where two types have one name: the title tells.
    schema.insert("title".to_owned(), name.into());
    schema.insert("description".to_owned(), description.into());
    let first = values.first().cloned();
    schema.insert("x-extensible-enum".to_owned(), Value::Array(values));
    schema.insert("x-enum-descriptions".to_owned(), meanings);
    if let Some(first) = first {
        schema.insert("examples".to_owned(), Value::Array(vec![first]));
    }
    schema
}
