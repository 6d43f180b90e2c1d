//! What has changed between two documents, and whether a client can break on it.
//!
//! Clients are taken to be what the contract asks of them: they ignore properties, enumerated values and error codes
//! that they do not know.

mod seen;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use crate::{document::text, schema::object_name};

pub(crate) use self::seen::seen_by;

/// One difference between two documents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Change {
    pub(crate) subject: Subject,
    /// What is different, in Markdown.
    pub(crate) what: String,
    /// Whether a client can break on it.
    pub(crate) breaks: bool,
}

/// What has changed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Subject {
    /// An operation, by its id.
    Operation(String),
    /// A parameter of an operation.
    Parameter(String, String),
    /// An object, by its name.
    Object(String),
    /// A property of an object.
    Property(String, String),
}

/// Which way a value travels: what is harmless in an answer may not be in a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Direction {
    Request,
    Answer,
}

/// What has changed from one document to another, in the order of the subjects.
pub(crate) fn between(before: &Value, after: &Value) -> Vec<Change> {
    let mut changes = Changes::default();
    let (old, new) = (operations(before), operations(after));
    for (route, old) in &old {
        let subject = Subject::Operation(text(old, "operationId").to_owned());
        match new.get(route) {
            Some(new) => changes.of_operation(old, new),
            None => changes.add(subject, true, format!("`{route}` is gone")),
        }
    }
    for (route, new) in &new {
        if !old.contains_key(route) {
            let subject = Subject::Operation(text(new, "operationId").to_owned());
            changes.add(subject, false, format!("`{route}` is new"));
        }
    }
    let sent = seen::sent_components(after);
    let (old, new) = (components(before), components(after));
    for (name, old) in &old {
        let subject = Subject::Object(name.clone());
        match new.get(name) {
            Some(new) => {
                let direction = match sent.contains(name) {
                    true => Direction::Request,
                    false => Direction::Answer,
                };
                changes.of_object(name, old, new, direction);
            }
            None => changes.add(subject, true, "is gone"),
        }
    }
    for name in new.keys().filter(|name| !old.contains_key(*name)) {
        changes.add(Subject::Object(name.clone()), false, "is new");
    }
    changes
        .found
        .sort_by(|one, other| one.subject.cmp(&other.subject));
    changes.found
}

/// The operations by method and path, as callers know them.
fn operations(document: &Value) -> BTreeMap<String, &Value> {
    let paths = document["paths"].as_object().into_iter().flatten();
    paths
        .flat_map(|(path, item)| {
            let methods = item.as_object().into_iter().flatten();
            methods
                .filter(|(_, operation)| operation.get("operationId").is_some())
                .map(move |(method, operation)| {
                    (format!("{} {path}", method.to_uppercase()), operation)
                })
        })
        .collect()
}

fn components(document: &Value) -> Map<String, Value> {
    let components = document["components"]["schemas"].as_object();
    components.cloned().unwrap_or_default()
}

#[derive(Default)]
struct Changes {
    found: Vec<Change>,
}

impl Changes {
    fn add(&mut self, subject: Subject, breaks: bool, what: impl Into<String>) {
        self.found.push(Change {
            subject,
            what: what.into(),
            breaks,
        });
    }

    fn of_operation(&mut self, old: &Value, new: &Value) {
        let id = text(new, "operationId");
        let subject = || Subject::Operation(id.to_owned());
        let was = text(old, "operationId");
        if was != id {
            self.add(
                subject(),
                true,
                format!("was called `{was}`: generated clients rename it"),
            );
        }
        let (before, now) = (access(old), access(new));
        for gone in before.difference(&now) {
            self.add(subject(), true, format!("{gone} may not call it any more"));
        }
        for added in now.difference(&before) {
            self.add(subject(), false, format!("{added} may call it"));
        }
        self.of_parameters(id, old, new);
        let answer = |operation: &Value| content(&operation["responses"]["200"]);
        if !same(&answer(old), &answer(new)) {
            self.add(subject(), true, "its answer is of another type");
        }
        match (old.get("requestBody"), new.get("requestBody")) {
            (None, Some(_)) => self.add(subject(), true, "takes a body"),
            (Some(_), None) => self.add(subject(), true, "takes no body any more"),
            (Some(before), Some(now)) if !same(&content(before), &content(now)) => {
                self.add(subject(), true, "its body is of another type");
            }
            _ => {}
        }
        let (before, now) = (statuses(old), statuses(new));
        for status in now.difference(&before) {
            self.add(subject(), false, format!("can answer {status}"));
        }
        for status in before.difference(&now) {
            self.add(
                subject(),
                false,
                format!("does not answer {status} any more"),
            );
        }
        if ["summary", "description"]
            .iter()
            .any(|key| old[key] != new[key])
        {
            self.add(subject(), false, "is described in other words");
        }
    }

    fn of_parameters(&mut self, id: &str, old: &Value, new: &Value) {
        let (before, now) = (parameters(old), parameters(new));
        let subject = |name: &str| Subject::Parameter(id.to_owned(), name.to_owned());
        let required = |parameter: &Value| parameter["required"] == true;
        for (key @ (_, name), old) in &before {
            let Some(new) = now.get(key) else {
                self.add(subject(name), true, "is gone");
                continue;
            };
            match (required(old), required(new)) {
                (false, true) => self.add(subject(name), true, "must be given"),
                (true, false) => self.add(subject(name), false, "may be left out"),
                _ => {}
            }
            self.of_schema(
                &subject(name),
                &old["schema"],
                &new["schema"],
                Direction::Request,
            );
            if old["description"] != new["description"] {
                self.add(subject(name), false, "is described in other words");
            }
        }
        for (key @ (_, name), new) in &now {
            if !before.contains_key(key) {
                let what = if required(new) {
                    "is new, and must be given"
                } else {
                    "is new"
                };
                self.add(subject(name), required(new), what);
            }
        }
    }

    fn of_object(&mut self, object: &str, old: &Value, new: &Value, direction: Direction) {
        let properties = |schema: &Value| {
            let properties = schema["properties"].as_object();
            properties.cloned().unwrap_or_default()
        };
        let (before, now) = (properties(old), properties(new));
        let subject = |name: &str| Subject::Property(object.to_owned(), name.to_owned());
        let is_required = |schema: &Value, name: &str| {
            let required = schema["required"].as_array();
            required.is_some_and(|names| names.iter().any(|required| required == name))
        };
        let is_sent = direction == Direction::Request;
        for (name, was) in &before {
            let Some(is) = now.get(name) else {
                self.add(subject(name), true, "is gone");
                continue;
            };
            match (is_required(old, name), is_required(new, name)) {
                (true, false) => self.add(subject(name), !is_sent, "may be left out"),
                (false, true) => self.add(subject(name), is_sent, "is always there"),
                _ => {}
            }
            self.of_visibility(&subject(name), was, is);
            self.of_schema(&subject(name), was, is, direction);
            if was["description"] != is["description"] {
                self.add(subject(name), false, "is described in other words");
            }
        }
        for name in now.keys().filter(|name| !before.contains_key(*name)) {
            let breaks = is_sent && is_required(new, name);
            let what = if breaks {
                "is new, and must be given"
            } else {
                "is new"
            };
            self.add(subject(name), breaks, what);
        }
        if old["description"] != new["description"] {
            self.add(
                Subject::Object(object.to_owned()),
                false,
                "is described in other words",
            );
        }
    }

    fn of_visibility(&mut self, subject: &Subject, old: &Value, new: &Value) {
        match (strings(old, "x-visible-to"), strings(new, "x-visible-to")) {
            (None, Some(levels)) => {
                self.add(
                    subject.clone(),
                    true,
                    format!("only {} see it now", list(&levels)),
                );
            }
            (Some(_), None) => self.add(subject.clone(), false, "every level sees it now"),
            (Some(before), Some(now)) => {
                for level in before.difference(&now) {
                    self.add(
                        subject.clone(),
                        true,
                        format!("`{level}` does not see it any more"),
                    );
                }
                for level in now.difference(&before) {
                    self.add(subject.clone(), false, format!("`{level}` sees it now"));
                }
            }
            (None, None) => {}
        }
    }

    /// What a value may be.
    fn of_schema(&mut self, subject: &Subject, old: &Value, new: &Value, direction: Direction) {
        let open = "x-extensible-enum";
        for (key, kind) in [(open, "known value"), ("enum", "value")] {
            let (before, now) = (strings(old, key), strings(new, key));
            let (before, now) = (before.unwrap_or_default(), now.unwrap_or_default());
            for value in now.difference(&before) {
                let breaks = key != open && direction == Direction::Answer;
                self.add(subject.clone(), breaks, format!("has the {kind} `{value}`"));
            }
            for value in before.difference(&now) {
                let breaks = direction == Direction::Request;
                self.add(
                    subject.clone(),
                    breaks,
                    format!("has the {kind} `{value}` no more"),
                );
            }
        }
        if !same(old, new) {
            let (before, now) = (kind(old), kind(new));
            let what = match before == now {
                true => "has other limits".to_owned(),
                false => format!("was {before}, and is {now}"),
            };
            self.add(subject.clone(), true, what);
        }
        if let (Some(old), Some(new)) = (old.get("items"), new.get("items")) {
            self.of_schema(subject, old, new, direction);
        }
    }
}

/// Whether two schemas admit the same, apart from what is compared by itself.
fn same(old: &Value, new: &Value) -> bool {
    let limits = |schema: &Value| -> BTreeMap<String, Value> {
        let keywords = schema.as_object().into_iter().flatten();
        keywords
            .filter(|(key, _)| {
                !matches!(key.as_str(), "description" | "example" | "enum" | "items")
            })
            .filter(|(key, _)| !key.starts_with("x-"))
            .map(|(key, value)| (key.clone(), value.clone()))
            .collect()
    };
    limits(old) == limits(new) && old.get("items").is_some() == new.get("items").is_some()
}

/// The kind of a value, in code: `string`, `Customer`.
fn kind(schema: &Value) -> String {
    let name = object_name(schema).unwrap_or_else(|| text(schema, "type"));
    match text(schema, "format") {
        "" => format!("`{name}`"),
        format => format!("`{name}` ({format})"),
    }
}

/// The schema of a body or answer.
fn content(holder: &Value) -> Value {
    holder["content"]["application/json"]["schema"].clone()
}

fn parameters(operation: &Value) -> BTreeMap<(String, String), &Value> {
    let parameters = operation["parameters"].as_array().into_iter().flatten();
    parameters
        .map(|it| ((text(it, "in").to_owned(), text(it, "name").to_owned()), it))
        .collect()
}

/// Who may call an operation, in words.
fn access(operation: &Value) -> BTreeSet<String> {
    let rules = operation["x-access"].as_array().into_iter().flatten();
    rules
        .flat_map(|rule| {
            let scope = match text(rule, "scope") {
                "" => String::new(),
                scope => format!(" ({scope})"),
            };
            let levels = strings(rule, "levels").unwrap_or_default();
            levels
                .into_iter()
                .map(move |level| format!("`{level}`{scope}"))
        })
        .collect()
}

/// The errors that an operation can answer.
fn statuses(operation: &Value) -> BTreeSet<String> {
    let responses = operation["responses"].as_object().into_iter().flatten();
    responses
        .flat_map(|(status, response)| {
            let codes = strings(response, "x-error-codes").unwrap_or_default();
            match codes.is_empty() {
                true => vec![format!("`{status}`")],
                false => codes
                    .iter()
                    .map(|code| format!("`{status} {code}`"))
                    .collect(),
            }
        })
        .collect()
}

fn strings(value: &Value, key: &str) -> Option<BTreeSet<String>> {
    let items = value.get(key)?.as_array()?;
    Some(items.iter().map(crate::schema::shown).collect())
}

fn list(items: &BTreeSet<String>) -> String {
    let items: Vec<String> = items.iter().map(|item| format!("`{item}`")).collect();
    items.join(", ")
}

#[cfg(test)]
mod tests;
