//! Typed examples as JSON, checked for credentials.

use serde_json::{Map, Value, json};
use telecomx_contract::{ErrorCode, Operation, Secret};

use crate::{Audience, problem::Problems, schemas};

/// The examples of an operation's response as its audience sees them, by name.
pub(crate) fn of_response(
    operation: &Operation,
    audience: Audience,
    schema: &Value,
    components: &Map<String, Value>,
    problems: &mut Problems,
) -> Map<String, Value> {
    let mut named = Map::new();
    let examples = (operation.response.examples)();
    if examples.is_empty() {
        problems.add(
            operation.id,
            "its response has no example; `Examples::examples` returns at least one",
        );
    }
    for mut example in examples {
        if let Audience::Level(level) = audience {
            example.value.redact(level);
        }
        let place = format!("{}, example `{}`", operation.id, example.name);
        if named.contains_key(example.name) {
            problems.add(&place, "two examples have this name; rename one");
        }
        match example.value.to_json() {
            Ok(value) => {
                refuse_secrets(&value, schema, components, &place, problems);
                named.insert(
                    example.name.to_owned(),
                    self::example(example.summary, value),
                );
            }
            Err(error) => problems.add(place, error),
        }
    }
    named
}

/// The example of an error, with its name.
pub(crate) fn of_error(error: &ErrorCode, problems: &mut Problems) -> Option<(String, Value)> {
    match serde_json::to_value(error.body()) {
        Ok(value) => Some((error.code.to_owned(), example(error.code, value))),
        Err(problem) => {
            problems.add(format_args!("error `{}`", error.code), problem);
            None
        }
    }
}

fn example(summary: &str, value: Value) -> Value {
    json!({ "summary": summary, "value": value })
}

/// Records every credential that is not the placeholder.
fn refuse_secrets(
    value: &Value,
    schema: &Value,
    components: &Map<String, Value>,
    place: &str,
    problems: &mut Problems,
) {
    if let Some(component) = schemas::component_name(schema).and_then(|name| components.get(name)) {
        refuse_secrets(value, component, components, place, problems);
    }
    let members = ["allOf", "anyOf", "oneOf"]
        .iter()
        .filter_map(|key| schema.get(key)?.as_array());
    for member in members.flatten() {
        refuse_secrets(value, member, components, place, problems);
    }
    match value {
        Value::Object(object) => {
            for (name, value) in object {
                if let Some(schema) = schema.get("properties").and_then(|all| all.get(name)) {
                    let place = format!("{place} at `{name}`");
                    refuse_secrets(value, schema, components, &place, problems);
                }
            }
        }
        Value::Array(items) => {
            for item in items {
                if let Some(schema) = schema.get("items") {
                    refuse_secrets(item, schema, components, place, problems);
                }
            }
        }
        _ => {
            let secret = schema
                .get("format")
                .is_some_and(|format| format == "password");
            if secret && value != Secret::PLACEHOLDER {
                problems.add(place, "it shows a credential; use `Secret::placeholder()`");
            }
        }
    }
}
