//! What stands where in a document. Everything else in it is data: examples, defaults, values, extensions.

use serde_json::{Map, Value};

/// What an object in a document is, and so what its keys mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A document of OpenAPI.
    Document,
    /// What a document holds to be referred to.
    Components,
    /// The paths of a document, by template.
    Paths,
    /// The operations of a path, by method.
    PathItem,
    /// An operation.
    Operation,
    /// What has a schema, or media types that have: a parameter, a body, a response.
    Message,
    /// A JSON Schema.
    Schema,
}

/// How often a key holds something.
#[derive(Clone, Copy)]
enum Times {
    Once,
    /// In a list.
    Listed,
    /// In an object whose keys are names.
    Named,
}

impl Kind {
    /// What a key of such an object holds; nothing if it holds data.
    fn below(self, key: &str) -> Option<(Times, Self)> {
        use Times::{Listed, Named, Once};
        let found = match (self, key) {
            (Self::Document, "components") => (Once, Self::Components),
            (Self::Document, "paths") => (Once, Self::Paths),
            (Self::Components, "schemas") => (Named, Self::Schema),
            (Self::Components, "parameters" | "requestBodies" | "responses") => {
                (Named, Self::Message)
            }
            (Self::Paths, _) => (Once, Self::PathItem),
            (Self::PathItem, "get" | "delete" | "post") => (Once, Self::Operation),
            (Self::Operation, "parameters") => (Listed, Self::Message),
            (Self::Operation, "requestBody") => (Once, Self::Message),
            (Self::Operation, "responses") => (Named, Self::Message),
            (Self::Message, "content") => (Named, Self::Message),
            (Self::Message, "schema") => (Once, Self::Schema),
            (Self::Schema, "$defs" | "dependentSchemas" | "patternProperties" | "properties") => {
                (Named, Self::Schema)
            }
            (Self::Schema, "allOf" | "anyOf" | "oneOf" | "prefixItems") => (Listed, Self::Schema),
            (
                Self::Schema,
                "additionalProperties"
                | "contains"
                | "contentSchema"
                | "else"
                | "if"
                | "items"
                | "not"
                | "propertyNames"
                | "then"
                | "unevaluatedItems"
                | "unevaluatedProperties",
            ) => (Once, Self::Schema),
            _ => return None,
        };
        Some(found)
    }

    /// What a reference within a document refers to, by the place of it.
    pub(crate) fn of_target(reference: &str) -> Option<Self> {
        let (kind, _) = reference.strip_prefix("#/components/")?.split_once('/')?;
        let (_, kind) = Self::Components.below(kind)?;
        Some(kind)
    }

    /// How a reader calls what is below a key, where this is called `place`: `Customer`, `Customer.addresses`,
    /// `Customer.addresses[]`, `Customer.prices{}`, or the way to where a schema is used.
    fn place(self, place: &str, key: &str, name: &str) -> String {
        match (self, key) {
            (Self::Components, "schemas") => name.to_owned(),
            (Self::Message, "schema") => place.to_owned(),
            (Self::Schema, "properties") => format!("{place}.{name}"),
            (Self::Schema, "contains" | "items" | "prefixItems") => format!("{place}[]"),
            (
                Self::Schema,
                "additionalProperties" | "patternProperties" | "unevaluatedProperties",
            ) => {
                format!("{place}{{}}")
            }
            (Self::Schema, _) => place.to_owned(),
            _ => format!("{place} {key} {name}").trim().to_owned(),
        }
    }
}

/// The way from an object to one directly below it.
struct Step {
    pointer: String,
    place: String,
    kind: Kind,
}

fn steps(kind: Kind, place: &str, object: &Value) -> Vec<Step> {
    let mut found = Vec::new();
    for (key, value) in object.as_object().into_iter().flatten() {
        let Some((times, below)) = kind.below(key) else {
            continue;
        };
        let mut add = |pointer: &[&str], name: &str| {
            found.push(Step {
                pointer: pointer
                    .iter()
                    .map(|key| format!("/{}", escaped(key)))
                    .collect(),
                place: kind.place(place, key, name),
                kind: below,
            });
        };
        match (times, value) {
            (Times::Once, Value::Object(_)) => add(&[key], ""),
            (Times::Listed, Value::Array(items)) => {
                for index in 0..items.len() {
                    let index = index.to_string();
                    add(&[key, &index], &index);
                }
            }
            (Times::Named, Value::Object(named)) => {
                for name in named.keys() {
                    add(&[key, name], name);
                }
            }
            _ => {}
        }
    }
    found
}

/// A key as a JSON pointer writes it.
fn escaped(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

/// Visits an object and all below it, innermost first, each with what it is and the place of it.
pub(crate) fn visit<'d>(
    kind: Kind,
    place: &str,
    object: &'d Value,
    visitor: &mut impl FnMut(Kind, &str, &'d Map<String, Value>),
) {
    for step in steps(kind, place, object) {
        if let Some(below) = object.pointer(&step.pointer) {
            visit(step.kind, &step.place, below, visitor);
        }
    }
    if let Value::Object(object) = object {
        visitor(kind, place, object);
    }
}

/// Changes a schema, or every schema in an object, and all schemas inside them, innermost first, each with the place
/// of it.
pub(crate) fn change_schemas(
    kind: Kind,
    place: &str,
    object: &mut Value,
    change: &mut impl FnMut(&str, &mut Map<String, Value>),
) {
    for step in steps(kind, place, object) {
        if let Some(below) = object.pointer_mut(&step.pointer) {
            change_schemas(step.kind, &step.place, below, change);
        }
    }
    if let (Kind::Schema, Value::Object(schema)) = (kind, object) {
        change(place, schema);
    }
}
