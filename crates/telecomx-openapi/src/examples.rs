//! Typed examples as JSON, checked for credentials.

use openapiv3::{Example, ReferenceOr};
use serde_json::{Map, Value};
use telecomx_contract::{ErrorCode, Operation, Secret};

use crate::{problem::Problems, schemas::COMPONENTS};

type Named = Vec<(String, ReferenceOr<Example>)>;

/// The examples of an operation's response.
pub(crate) fn of_response(
    operation: &Operation,
    schema: &Value,
    components: &Map<String, Value>,
    problems: &mut Problems,
) -> Named {
    let mut named: Named = Vec::new();
    for example in (operation.response.examples)() {
        let place = format!("{}, example `{}`", operation.id, example.name);
        if named.iter().any(|(name, _)| name == example.name) {
            problems.add(&place, "two examples have this name; rename one");
        }
        match example.value.to_json() {
            Ok(value) => {
                refuse_secrets(&value, schema, components, &place, problems);
                named.push((
                    example.name.to_owned(),
                    self::example(example.summary, value),
                ));
            }
            Err(error) => problems.add(place, error),
        }
    }
    if named.is_empty() {
        problems.add(
            operation.id,
            "its response has no example; `Examples::examples` returns at least one",
        );
    }
    named
}

/// The example of an error.
pub(crate) fn of_error(error: &ErrorCode, problems: &mut Problems) -> Named {
    match serde_json::to_value(error.body()) {
        Ok(value) => vec![(error.code.to_owned(), example(error.code, value))],
        Err(problem) => {
            problems.add(format_args!("error `{}`", error.code), problem);
            Vec::new()
        }
    }
}

fn example(summary: &str, value: Value) -> ReferenceOr<Example> {
    ReferenceOr::Item(Example {
        summary: Some(summary.to_owned()),
        value: Some(value),
        ..Example::default()
    })
}

/// Records every credential that is not the placeholder.
fn refuse_secrets(
    value: &Value,
    schema: &Value,
    components: &Map<String, Value>,
    place: &str,
    problems: &mut Problems,
) {
    let reference = schema.get("$ref").and_then(Value::as_str);
    if let Some(component) =
        reference.and_then(|path| components.get(path.strip_prefix(COMPONENTS)?))
    {
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
