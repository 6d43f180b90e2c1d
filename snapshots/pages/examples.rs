//! Each example is read and fits its schema, but for what the errata say of it; and what they say is true.

use serde_json::{Value, json};
use telecomx_contract::{Claim, Property};
use telecomx_model::Id;

use super::{assert_claim, matching::Comparison, types::is_id, values::known_values};
use crate::published::{change_at, read, remove_at, validate, values_at};

/// What the errata say of a page's example.
#[derive(Default)]
struct ExampleErrata {
    /// Properties that the example calls by another name, parents first.
    names: Vec<(String, &'static Property, &'static str)>,
    /// Values of open enumerations that are on no list; they are read as unknown ones.
    unknown: Vec<(String, &'static str)>,
    /// Ids that a caller could not send; they are read and kept as they came.
    ids: Vec<(String, &'static str)>,
    /// Values that are none of their type; nothing that holds them is read.
    malformed: Vec<(String, &'static str)>,
}

impl ExampleErrata {
    fn of(comparison: &Comparison<'_>) -> Self {
        let mut errata = Self::default();
        for (path, place) in &comparison.places {
            let property = place.property;
            for erratum in place.errata(comparison.page, path) {
                match erratum.claim {
                    Claim::ExampleName(name) => errata.names.push((path.clone(), property, name)),
                    Claim::Example(value) if is_id(place.schema) => {
                        errata.ids.push((path.clone(), value));
                    }
                    Claim::Example(value) if known_values(place.schema).is_empty() => {
                        errata.malformed.push((path.clone(), value));
                    }
                    Claim::Example(value) => errata.unknown.push((path.clone(), value)),
                    _ => {}
                }
            }
        }
        let depth = |(path, ..): &(String, _, _)| path.matches('.').count();
        errata.names.sort_by_key(depth);
        errata
    }

    /// The example without the malformed values, but for one.
    fn readable_but(&self, example: &Value, kept: Option<&str>) -> Value {
        let mut readable = example.clone();
        for (path, _) in &self.malformed {
            if Some(path.as_str()) != kept {
                remove_at(&mut readable, path);
            }
        }
        readable
    }
}

#[test]
fn errata_of_examples_are_true() {
    assert_claim(errata_differences);
}

pub(super) fn errata_differences(comparison: &Comparison<'_>) -> Vec<String> {
    let Comparison {
        page,
        operation,
        places,
        ..
    } = comparison;
    let mut differences = Vec::new();
    let errata = ExampleErrata::of(comparison);
    let example = &page.example;
    let values = errata.unknown.iter().chain(&errata.ids);
    for (path, value) in values.chain(&errata.malformed) {
        if !values_at(example, path).contains(&&json!(value)) {
            differences.push(format!("{path} is not {value} in the example"));
        }
    }
    for (path, value) in &errata.unknown {
        if known_values(places[path].schema).contains(&json!(value)) {
            differences.push(format!("{path}: {value} is on the list after all"));
        }
    }
    for (path, value) in &errata.ids {
        if value.parse::<Id>().is_ok() {
            differences.push(format!("{path}: {value} is an id after all"));
        }
    }
    for (path, value) in &errata.malformed {
        if read(operation, &errata.readable_but(example, Some(path))).is_ok() {
            differences.push(format!("{path}: {value} is read after all"));
        }
    }
    for (path, property, name) in &errata.names {
        let other = match path.rsplit_once('.') {
            Some((parent, _)) => format!("{parent}.{name}"),
            None => (*name).to_owned(),
        };
        if places.contains_key(&other) {
            differences.push(format!("{path}: {other} is a property of its own"));
        }
        if !property.aliases.contains(name) {
            differences.push(format!(
                "{path} is not read as {name}; add `#[serde(alias = \"{name}\")]`"
            ));
        }
    }
    differences
}

#[test]
fn the_examples_are_read() {
    assert_claim(read_differences);
}

pub(super) fn read_differences(comparison: &Comparison<'_>) -> Vec<String> {
    let mut differences = Vec::new();
    let operation = comparison.operation;
    let errata = ExampleErrata::of(comparison);
    let as_written = errata.readable_but(&comparison.page.example, None);
    let mut as_published = as_written.clone();
    for (path, _, name) in &errata.names {
        if !rename(&mut as_published, path, name) {
            differences.push(format!("the example does not call {path} {name}"));
        }
    }
    if let Err(error) = validate(operation, &as_published) {
        differences.push(format!("the example does not fit the schema: {error}"));
    }
    let answer = read(operation, &as_written).map(|value| value.to_json());
    match answer {
        Err(error) => differences.push(format!("the example is not read: {error}")),
        Ok(Err(error)) => differences.push(format!("the example is not written again: {error}")),
        Ok(Ok(answer)) => lost(&as_published, &answer, "", &mut differences),
    }
    differences
}

/// Renames `parent.name` to the last part of `path`; whether it was there.
fn rename(example: &mut Value, path: &str, name: &str) -> bool {
    let (parent, to) = path.rsplit_once('.').unwrap_or(("", path));
    let mut found = false;
    let mut change = |value: &mut Value| {
        if let Some(object) = value.as_object_mut()
            && let Some(value) = object.shift_remove(name)
        {
            found = object.insert(to.to_owned(), value).is_none();
        }
    };
    match parent {
        "" => change(example),
        _ => change_at(example, parent, &mut change),
    }
    found
}

/// Records whatever stands in `before` and not in `after`; a null may be gone.
fn lost(before: &Value, after: &Value, place: &str, differences: &mut Vec<String>) {
    match (before, after) {
        (Value::Object(before), Value::Object(after)) => {
            for (name, value) in before {
                match after.get(name) {
                    Some(after) => lost(value, after, &format!("{place}.{name}"), differences),
                    None if value.is_null() => {}
                    None => differences.push(format!("the example's {place}.{name} is lost")),
                }
            }
        }
        (Value::Array(before), Value::Array(after)) if before.len() == after.len() => {
            for (before, after) in before.iter().zip(after) {
                lost(before, after, place, differences);
            }
        }
        // A decimal may be written as a whole number.
        (Value::Number(before), Value::Number(after)) if before.as_f64() == after.as_f64() => {}
        _ if before == after => {}
        _ => differences.push(format!(
            "the example's {place} is {before}, and becomes {after}"
        )),
    }
}
