//! The published document, and walking through it.

use std::sync::LazyLock;

use jsonschema::Validator;
use serde_json::{Value, json};
use telecomx_api::API;
use telecomx_contract::{AccessLevel, Audience, Operation, ResponseValue};
use telecomx_openapi::Lowered;

/// The document as it is published, in OpenAPI 3.1.
pub static DOCUMENT_3_1: LazyLock<Value> = LazyLock::new(|| {
    telecomx_openapi::document(&API, Audience::All).unwrap_or_else(|error| panic!("{error}"))
});

/// What the document becomes in OpenAPI 3.0.
pub static LOWERED: LazyLock<Lowered> = LazyLock::new(|| {
    let lowered = telecomx_openapi::lower(DOCUMENT_3_1.clone());
    lowered.unwrap_or_else(|error| panic!("{error}"))
});

/// The document as it is published, in OpenAPI 3.0.
pub static DOCUMENT: LazyLock<&Value> = LazyLock::new(|| &LOWERED.document);

/// Whether an operation is documented to answer this; the message names what does not fit.
pub fn validate(operation: &Operation, answer: &Value) -> Result<(), String> {
    let path = operation.path.replace('/', "~1");
    let method = operation.method.as_str().to_lowercase();
    let place = format!("/paths/{path}/{method}/responses/200/content/application~1json/schema");
    let validator = validator(&DOCUMENT_3_1, &place);
    let errors: Vec<String> = validator
        .iter_errors(answer)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    errors
        .is_empty()
        .then_some(())
        .ok_or_else(|| errors.join("; "))
}

/// A validator of the schema at a place in a document, which is written in JSON Schema 2020-12.
pub fn validator(document: &Value, place: &str) -> Validator {
    let mut schema = document.pointer(place).unwrap().clone();
    schema["components"] = document["components"].clone();
    jsonschema::options()
        .should_validate_formats(true)
        .build(&schema)
        .unwrap()
}

/// The schema of an operation's successful response.
pub fn response_schema(operation: &Operation) -> &'static Value {
    let item = &DOCUMENT["paths"][operation.path][operation.method.as_str().to_lowercase()];
    &item["responses"]["200"]["content"]["application/json"]["schema"]
}

/// The schema that a reference stands for: alone, with a description in an `allOf`, or beside null in an `anyOf`.
pub fn resolve(schema: &'static Value) -> &'static Value {
    let reference = schema.get("$ref").or_else(|| {
        schema
            .get("allOf")
            .or(schema.get("anyOf"))?
            .get(0)?
            .get("$ref")
    });
    match reference {
        Some(reference) => DOCUMENT.pointer(&reference.as_str().unwrap()[1..]).unwrap(),
        None => schema,
    }
}

/// Every property of an operation's response with its schema at the place of use, each before its
/// children: `finance.billingCustomers[].name`.
pub fn properties(operation: &Operation) -> Vec<(String, &'static Value)> {
    let mut found = Vec::new();
    let mut root = resolve(response_schema(operation));
    if let Some(items) = root.get("items") {
        root = resolve(items);
    }
    collect("", root, &mut found);
    found
}

fn collect(prefix: &str, object: &'static Value, found: &mut Vec<(String, &'static Value)>) {
    for (name, schema) in object["properties"].as_object().into_iter().flatten() {
        let path = format!("{prefix}{name}");
        found.push((path.clone(), schema));
        match schema.get("items") {
            Some(items) => collect(&format!("{path}[]."), resolve(items), found),
            None => collect(&format!("{path}."), resolve(schema), found),
        }
    }
}

/// The levels that see a property; a property below a restricted one is seen by who sees all above it.
pub fn sees(operation: &Operation, path: &str, level: AccessLevel) -> bool {
    properties(operation)
        .iter()
        .filter(|(above, _)| path == above || is_below(path, above))
        .filter_map(|(_, schema)| schema.get("x-visible-to")?.as_array())
        .all(|levels| levels.contains(&json!(level.as_str())))
}

/// Whether a path leads below another.
pub fn is_below(path: &str, above: &str) -> bool {
    path.strip_prefix(above)
        .is_some_and(|rest| rest.starts_with(['.', '[']))
}

/// An operation's first example, which sets every property.
pub fn complete_example(operation: &Operation) -> Value {
    (operation.response.examples)()[0].value.to_json().unwrap()
}

/// Reads an answer as the operation's response.
pub fn read(operation: &Operation, answer: &Value) -> Result<Box<dyn ResponseValue>, String> {
    (operation.response.read)(answer.to_string().as_bytes()).map_err(|error| error.to_string())
}

/// The values at a path such as `addresses[].city`; a list answer is looked through item by item.
pub fn values_at<'v>(value: &'v Value, path: &str) -> Vec<&'v Value> {
    if let Value::Array(items) = value {
        return items
            .iter()
            .flat_map(|item| values_at(item, path))
            .collect();
    }
    let (name, rest) = path.split_once('.').unwrap_or((path, ""));
    let found = value.get(name.trim_end_matches("[]"));
    match rest {
        "" => found.into_iter().collect(),
        _ => found
            .into_iter()
            .flat_map(|value| values_at(value, rest))
            .collect(),
    }
}

/// Changes the values at a path.
pub fn change_at(value: &mut Value, path: &str, change: &mut dyn FnMut(&mut Value)) {
    if let Value::Array(items) = value {
        items
            .iter_mut()
            .for_each(|item| change_at(item, path, change));
        return;
    }
    let (name, rest) = path.split_once('.').unwrap_or((path, ""));
    if let Some(value) = value.get_mut(name.trim_end_matches("[]")) {
        match rest {
            "" => change(value),
            _ => change_at(value, rest, change),
        }
    }
}

/// Removes the property at a path.
pub fn remove_at(value: &mut Value, path: &str) {
    if let Value::Array(items) = value {
        items.iter_mut().for_each(|item| remove_at(item, path));
        return;
    }
    match path.split_once('.') {
        None => {
            value
                .as_object_mut()
                .and_then(|object| object.shift_remove(path));
        }
        Some((name, rest)) => {
            if let Some(value) = value.get_mut(name.trim_end_matches("[]")) {
                remove_at(value, rest);
            }
        }
    }
}
