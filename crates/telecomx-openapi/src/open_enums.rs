//! Open enumerations: those that a newer server may extend.
//!
//! In 3.1 the known values are a component, and where it is used any other value may stand beside them: a
//! generator makes a type of the component, and no client fails on a new value. Generators of 3.0 take
//! that form badly, so there the known values are an extension at each place of use.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use crate::{
    schemas::{self, COMPONENTS},
    walk::{self, Kind},
    words,
};

/// The keyword of known values that do not restrict.
const KNOWN: &str = "x-extensible-enum";

/// Makes a component of what `#[derive(OpenEnum)]` emits; it allows the known values only.
///
/// Returns the name of the type, or nothing if this is no open enumeration.
pub(crate) fn close(schema: &mut Value) -> Option<String> {
    let schema = schema.as_object_mut()?;
    let list = known_values(schema)?;
    let Some(Value::String(name)) = schema.shift_remove("title") else {
        return None;
    };
    let description = schema.shift_remove("description").unwrap_or_default();
    let description = words::paragraphs([description.as_str().unwrap_or_default(), &list]);
    *schema = std::mem::take(schema)
        .into_iter()
        .map(|(keyword, value)| match keyword.as_str() {
            KNOWN => ("enum".to_owned(), value),
            _ => (keyword, value),
        })
        .collect();
    schema.shift_insert(0, "description".to_owned(), Value::String(description));
    Some(name)
}

/// Lets any other value stand wherever a document refers to an enumeration.
pub(crate) fn open(document: &mut Value) {
    let others: BTreeMap<String, Value> = document["components"]["schemas"]
        .as_object()
        .into_iter()
        .flatten()
        .filter_map(|(name, schema)| Some((format!("{COMPONENTS}{name}"), any_other(schema)?)))
        .collect();
    walk::change_schemas(Kind::Document, "", document, &mut |_, schema| {
        let opened = std::mem::take(schema).into_iter().map(|(keyword, value)| {
            match (keyword.as_str(), value) {
                ("$ref", reference) => match others.get(reference.as_str().unwrap_or_default()) {
                    Some(other) => ("anyOf".to_owned(), json!([{ "$ref": reference }, other])),
                    None => (keyword, reference),
                },
                // An enumeration that may be null: `null` is one more alternative.
                ("anyOf", Value::Array(members)) => (
                    keyword,
                    members.into_iter().flat_map(alternatives).collect(),
                ),
                (_, value) => (keyword, value),
            }
        });
        *schema = opened.collect();
    });
}

/// The members of a schema that is nothing but an `anyOf`, or the schema.
fn alternatives(mut schema: Value) -> Vec<Value> {
    match schema.as_object_mut() {
        Some(object) if object.len() == 1 => match object.get_mut("anyOf") {
            Some(Value::Array(members)) => std::mem::take(members),
            _ => vec![schema],
        },
        _ => vec![schema],
    }
}

/// Any value of an enumeration's type, or nothing if the component is no enumeration.
fn any_other(component: &Value) -> Option<Value> {
    component.get("enum")?;
    let keywords = component.as_object()?.iter();
    let of_type = keywords.filter(|(keyword, _)| matches!(keyword.as_str(), "type" | "format"));
    Some(Value::Object(
        of_type
            .map(|(keyword, value)| (keyword.clone(), value.clone()))
            .collect(),
    ))
}

/// Makes plain values with an extension of the use of an open enumeration, for 3.0.
///
/// Returns the name of the component that it takes the place of, or nothing if this is no such use.
pub(crate) fn inline(
    schema: &mut Map<String, Value>,
    components: &Map<String, Value>,
) -> Option<String> {
    let [reference, other, null @ ..] = schema.get("anyOf")?.as_array()?.as_slice() else {
        return None;
    };
    let name = schemas::component_name(reference)?.to_owned();
    let component = components.get(&name)?;
    if any_other(component).as_ref() != Some(other) {
        return None;
    }
    let nullable = match null {
        [] => false,
        [null] if *null == json!({ "type": "null" }) => true,
        _ => return None,
    };
    schema.shift_remove("anyOf");
    for (keyword, value) in component.as_object()? {
        let keyword = match keyword.as_str() {
            "enum" => KNOWN,
            keyword => keyword,
        };
        schema.entry(keyword).or_insert_with(|| value.clone());
    }
    if nullable {
        schema.insert("nullable".to_owned(), Value::Bool(true));
    }
    // Where the use has a description of its own, that does not tell the values yet.
    if let Some(list) = known_values(schema)
        && let Some(Value::String(description)) = schema.get_mut("description")
        && !description.ends_with(&list)
    {
        *description = words::paragraphs([description.as_str(), &list]);
    }
    Some(name)
}

/// Moves the known values of a list's items into the description of the list, where a reader looks.
pub(crate) fn describe_list(schema: &mut Map<String, Value>) {
    if !schema.contains_key("description") {
        return;
    }
    let list = schema.get_mut("items").and_then(|items| {
        let items = items.as_object_mut()?;
        let list = known_values(items)?;
        let Some(Value::String(description)) = items.get_mut("description") else {
            return None;
        };
        let kept = description.strip_suffix(&list)?.trim_end().len();
        description.truncate(kept);
        Some(list)
    });
    if let (Some(list), Some(Value::String(description))) = (list, schema.get_mut("description")) {
        *description = words::paragraphs([description.as_str(), &list]);
    }
}

/// The known values in words.
fn known_values(schema: &Map<String, Value>) -> Option<String> {
    let values = words::values(schema.get(KNOWN)?, schema.get("x-enum-descriptions"));
    Some(format!(
        "Known values, to which others may be added:\n\n{values}"
    ))
}
