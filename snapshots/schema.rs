//! What every component schema is like.

use openapiv3::{ReferenceOr, Schema};
use serde_json::Value;

use crate::published::DOCUMENT;

fn components() -> impl Iterator<Item = (&'static String, &'static Value)> {
    DOCUMENT["components"]["schemas"]
        .as_object()
        .unwrap()
        .iter()
}

#[test]
fn a_schema_survives_being_read_and_written() {
    for (name, schema) in components() {
        let read: ReferenceOr<Schema> = serde_json::from_value(schema.clone()).unwrap();
        assert_eq!(serde_json::to_value(read).unwrap(), *schema, "{name}");
    }
}

#[test]
fn every_component_is_used() {
    let text = DOCUMENT.to_string();
    for (name, _) in components() {
        let reference = format!("\"#/components/schemas/{name}\"");
        assert!(text.contains(&reference), "nothing refers to {name}");
    }
}

/// No combinator of one member but the one that carries a description, and nothing beside a reference.
#[test]
fn references_are_plain() {
    fn check(place: &str, value: &Value) {
        if let Value::Object(object) = value {
            assert!(
                !object.contains_key("$ref") || object.len() == 1,
                "{place}: {value}"
            );
            for combinator in ["anyOf", "oneOf", "allOf"] {
                if let Some(Value::Array(members)) = object.get(combinator) {
                    let carries_description = combinator == "allOf" && object.len() > 1;
                    assert!(members.len() > 1 || carries_description, "{place}: {value}");
                }
            }
            object
                .iter()
                .for_each(|(name, value)| check(&format!("{place}/{name}"), value));
        } else if let Value::Array(items) = value {
            items.iter().for_each(|item| check(place, item));
        }
    }
    components().for_each(|(name, schema)| check(name, schema));
}
