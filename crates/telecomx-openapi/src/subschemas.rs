//! Where schemas stand in a document, and inside one another; everything else is data.

use serde_json::{Map, Value};

/// The schemas of a document that stand in no other schema, each with its place: a component's name, or
/// the way to where it is used.
pub(crate) fn of_document(document: &mut Value) -> Vec<(String, &mut Value)> {
    let mut found = Vec::new();
    collect(String::new(), document, &mut found);
    found
}

fn collect<'d>(place: String, value: &'d mut Value, found: &mut Vec<(String, &'d mut Value)>) {
    let inside = |key: &str| format!("{place} {key}").trim_start().to_owned();
    match value {
        Value::Object(object) => {
            for (key, value) in object {
                match (key.as_str(), value) {
                    ("schemas", Value::Object(components)) => {
                        found.extend(
                            components
                                .iter_mut()
                                .map(|(name, schema)| (name.clone(), schema)),
                        );
                    }
                    ("schema", schema) => found.push((place.clone(), schema)),
                    ("examples", _) => {}
                    (_, value) => collect(inside(key), value, found),
                }
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter_mut().enumerate() {
                collect(inside(&index.to_string()), item, found);
            }
        }
        _ => {}
    }
}

/// Calls `change` for this schema and all schemas inside it, innermost first, with the place of each:
/// `Customer`, `Customer.addresses`, `Customer.addresses[]`.
pub(crate) fn for_each(
    place: &str,
    schema: &mut Value,
    change: &mut impl FnMut(&str, &mut Map<String, Value>),
) {
    if let Value::Object(schema) = schema {
        for (step, inner) in inside(schema) {
            for_each(&format!("{place}{step}"), inner, change);
        }
        change(place, schema);
    }
}

/// The schemas directly inside a schema, each with the step to it.
fn inside(schema: &mut Map<String, Value>) -> Vec<(String, &mut Value)> {
    let mut found = Vec::new();
    for (keyword, value) in schema {
        match (keyword.as_str(), value) {
            ("properties", Value::Object(properties)) => found.extend(
                properties
                    .iter_mut()
                    .map(|(name, schema)| (format!(".{name}"), schema)),
            ),
            ("allOf" | "anyOf" | "oneOf", Value::Array(members)) => {
                found.extend(members.iter_mut().map(|member| (String::new(), member)));
            }
            ("items", items @ Value::Object(_)) => found.push(("[]".to_owned(), items)),
            ("additionalProperties" | "not", schema @ Value::Object(_)) => {
                found.push((String::new(), schema));
            }
            _ => {}
        }
    }
    found
}
