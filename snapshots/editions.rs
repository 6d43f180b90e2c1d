//! Every edition allows the same values: generated ones, and those with one mistake.

mod generator;
mod semantics;

use jsonschema::Validator;
use serde_json::{Map, Value, json};
use telecomx_api::API;

pub use self::{generator::Generator, semantics::in_json_schema};
use crate::published::{DOCUMENT, DOCUMENT_3_1, validator};

/// How many values are made of each schema. Each is tried as it is, and thrice with a mistake.
const VALUES: usize = 500;

/// The way to every component, and to every schema where it is used, that both editions have.
fn places() -> Vec<String> {
    let mut found = Vec::new();
    collect(&DOCUMENT, "", &mut found);
    found
}

fn collect(value: &Value, place: &str, found: &mut Vec<String>) {
    let members: Vec<(String, &Value)> = match value {
        Value::Object(object) => object
            .iter()
            .map(|(key, value)| (key.clone(), value))
            .collect(),
        Value::Array(items) => (0..)
            .map(|index: usize| index.to_string())
            .zip(items)
            .collect(),
        _ => Vec::new(),
    };
    for (key, value) in members {
        let inside = format!("{place}/{}", key.replace('/', "~1"));
        match (key.as_str(), value) {
            ("schema", _) => found.push(inside),
            // What stands there is data.
            ("examples", _) => {}
            ("schemas", Value::Object(components)) => {
                found.extend(components.keys().map(|name| format!("{inside}/{name}")));
            }
            _ => collect(value, &inside, found),
        }
    }
}

/// How two editions judge values.
#[derive(Default)]
struct Comparison {
    allowed: usize,
    refused: usize,
    disagreements: Vec<String>,
}

/// Compares the published document of 3.1 at a place with what another edition has for it.
fn compare(place: &str, other: &Validator, values: usize) -> Comparison {
    let schema = DOCUMENT_3_1.pointer(place).unwrap();
    let published = validator(&DOCUMENT_3_1, place);
    let mut comparison = Comparison::default();
    let mut judge = |value: &Value| {
        let (is_allowed, is_allowed_by_other) = (published.is_valid(value), other.is_valid(value));
        match is_allowed {
            true => comparison.allowed += 1,
            false => comparison.refused += 1,
        }
        if is_allowed != is_allowed_by_other {
            comparison.disagreements.push(format!(
                "{place}: 3.1 says {is_allowed}, the other says {is_allowed_by_other} of {value}"
            ));
        }
        is_allowed
    };
    let mut generator = Generator::new(&DOCUMENT_3_1);
    for _ in 0..values {
        let value = generator.value(schema);
        assert!(judge(&value), "{place} does not allow {value}");
        for _ in 0..3 {
            judge(&generator.with_mistake(value.clone()));
        }
    }
    comparison
}

/// A document of 3.0 with its schemas as a validator of JSON Schema reads them.
fn readable(mut document: Value) -> Value {
    for place in places() {
        in_json_schema(document.pointer_mut(&place).unwrap());
    }
    document
}

fn assert_agreement(place: &str, other: &Validator) {
    let comparison = compare(place, other, VALUES);
    assert_eq!(comparison.disagreements.first(), None);
    // Neither verdict is rare.
    assert!(comparison.allowed > VALUES + VALUES / 10, "{place}");
    assert!(comparison.refused > VALUES / 10, "{place}");
}

#[test]
fn openapi_3_0_agrees() {
    let document = readable(DOCUMENT.clone());
    for place in places() {
        assert_agreement(&place, &validator(&document, &place));
    }
}

#[test]
fn standalone_schemas_agree() {
    let schemas = telecomx_openapi::standalone_schemas(&DOCUMENT_3_1);
    for operation in API.operations() {
        let object = operation.response.object.unwrap();
        assert!(schemas.contains_key(object.name), "{}", object.name);
    }
    for (name, schema) in schemas {
        jsonschema::meta::validate(&schema).unwrap();
        let standalone = jsonschema::options()
            .should_validate_formats(true)
            .build(&schema)
            .unwrap();
        assert_agreement(&format!("/components/schemas/{name}"), &standalone);
    }
}

/// The tests above would pass over values that tell nothing apart.
#[test]
fn a_difference_is_found() {
    type Change = fn(&mut Map<String, Value>);
    let changes: [(&str, Change); 8] = [
        ("a null that is refused", |schema| {
            schema.remove("nullable");
        }),
        ("a null that is allowed", |schema| {
            if schema.contains_key("type") {
                schema.insert("nullable".to_owned(), json!(true));
            }
        }),
        ("a property that may be left out", |schema| {
            schema.remove("required");
        }),
        ("a pattern that is lost", |schema| {
            schema.remove("pattern");
        }),
        ("a format that is lost", |schema| {
            schema.remove("format");
        }),
        ("an enumeration that is closed", |schema| {
            if let Some(values) = schema.get("x-extensible-enum") {
                schema.insert("enum".to_owned(), values.clone());
            }
        }),
        ("an object that is closed", |schema| {
            if schema.contains_key("required") {
                schema.insert("additionalProperties".to_owned(), json!(false));
            }
        }),
        ("a whole number that may be a fraction", |schema| {
            if schema.get("type") == Some(&json!("integer")) {
                schema.insert("type".to_owned(), json!("number"));
            }
        }),
    ];
    for (what, change) in changes {
        let mut document = DOCUMENT.clone();
        for place in places() {
            change_all(document.pointer_mut(&place).unwrap(), change);
        }
        let document = readable(document);
        let is_found = |place: &String| {
            let comparison = compare(place, &validator(&document, place), VALUES / 10);
            !comparison.disagreements.is_empty()
        };
        assert!(places().iter().any(is_found), "{what} is not found");
    }
}

/// Changes a schema and the schemas inside it.
fn change_all(schema: &mut Value, change: fn(&mut Map<String, Value>)) {
    let object = schema.as_object_mut().unwrap();
    change(object);
    for (keyword, value) in object {
        match (keyword.as_str(), value) {
            ("properties", Value::Object(properties)) => {
                properties
                    .values_mut()
                    .for_each(|schema| change_all(schema, change));
            }
            ("items", items) => change_all(items, change),
            _ => {}
        }
    }
}
