//! Typed examples as JSON, checked for credentials.

use std::{collections::BTreeSet, fmt::Display};

use serde_json::{Map, Value, json};
use telecomx_contract::{Audience, ErrorCode, Example, ExampleError, Operation, Secret};

use crate::{problem::Problems, schemas};

/// The examples of an operation's requests as its audience knows them, by name: of each the body, where there is one.
pub(crate) fn of_body(
    operation: &Operation,
    audience: Audience,
    schema: Option<&Value>,
    components: &Map<String, Value>,
    problems: &mut Problems,
) -> Map<String, Value> {
    let level = match audience {
        Audience::All => None,
        Audience::Level(level) => Some(level),
    };
    let mut named = Named::new(operation, "it", components, problems);
    for example in (operation.examples)() {
        named.add(
            example.map(|request| request?.body(level).map_err(ExampleError::Refused)),
            schema,
        );
    }
    named.finish()
}

/// The examples of an operation's response as its audience sees them, by name.
pub(crate) fn of_response(
    operation: &Operation,
    audience: Audience,
    schema: &Value,
    components: &Map<String, Value>,
    problems: &mut Problems,
) -> Map<String, Value> {
    let mut named = Named::new(operation, "its response", components, problems);
    for mut example in (operation.response.examples)() {
        if let Audience::Level(level) = audience {
            example.value.redact(level);
        }
        named.add(example.map(|value| value.to_json().map(Some)), Some(schema));
    }
    named.finish()
}

/// Examples by name, on their way into a document.
struct Named<'p> {
    operation: &'p Operation,
    /// What they are examples of.
    of: &'static str,
    components: &'p Map<String, Value>,
    problems: &'p mut Problems,
    names: BTreeSet<&'static str>,
    found: Map<String, Value>,
}

impl<'p> Named<'p> {
    fn new(
        operation: &'p Operation,
        of: &'static str,
        components: &'p Map<String, Value>,
        problems: &'p mut Problems,
    ) -> Self {
        Self {
            operation,
            of,
            components,
            problems,
            names: BTreeSet::new(),
            found: Map::new(),
        }
    }

    /// Adds an example that can be shown, if there is anything to show of it.
    fn add<E: Display>(
        &mut self,
        example: Example<Result<Option<Value>, E>>,
        schema: Option<&Value>,
    ) {
        let place = format!("{}, example `{}`", self.operation.id, example.name);
        if !self.names.insert(example.name) {
            self.problems
                .add(&place, "two examples have this name; rename one");
        }
        match example.value {
            Ok(Some(value)) => {
                if let Some(schema) = schema {
                    refuse_secrets(&value, schema, self.components, &place, self.problems);
                }
                let shown = self::example(example.summary, value);
                self.found.insert(example.name.to_owned(), shown);
            }
            Ok(None) => {}
            Err(error) => self.problems.add(place, error),
        }
    }

    /// The examples, of which there is one at least.
    fn finish(self) -> Map<String, Value> {
        if self.names.is_empty() {
            self.problems.add(
                self.operation.id,
                format_args!(
                    "{} has no example; `Examples::examples` returns at least one",
                    self.of
                ),
            );
        }
        self.found
    }
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
