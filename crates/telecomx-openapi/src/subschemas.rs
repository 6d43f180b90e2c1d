//! Where schemas stand inside a schema; everything else in it is data.

use serde_json::{Map, Value};

/// The schemas directly inside a schema.
pub(crate) fn subschemas_mut(schema: &mut Map<String, Value>) -> Vec<&mut Value> {
    let mut found = Vec::new();
    for (keyword, value) in schema {
        match (keyword.as_str(), value) {
            ("properties", Value::Object(properties)) => found.extend(properties.values_mut()),
            ("allOf" | "anyOf" | "oneOf", Value::Array(members)) => found.extend(members),
            ("items" | "additionalProperties" | "not", value @ Value::Object(_)) => {
                found.push(value)
            }
            _ => {}
        }
    }
    found
}

/// Calls `change` for this schema and all schemas inside it, innermost first.
pub(crate) fn for_each(schema: &mut Value, change: &mut impl FnMut(&mut Map<String, Value>)) {
    if let Value::Object(schema) = schema {
        for inner in subschemas_mut(schema) {
            for_each(inner, change);
        }
        change(schema);
    }
}
