//! Schemas that stand alone: JSON Schema 2020-12, for validators that know nothing of OpenAPI.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::{
    references,
    schemas::{self, COMPONENTS},
    subschemas,
};

/// The dialect of the schemas.
const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

/// The schema of each component that is a body, or the item of a list that is one, by its name.
///
/// The document is one of OpenAPI 3.1, as [`document`](crate::document()) makes it. Each schema has a
/// `$schema`, an `$id` below the address of the API's server (a name, at which nothing need answer), a
/// `title`, which generators name a type after, and what it refers to in its `$defs`.
pub fn standalone_schemas(document: &Value) -> BTreeMap<String, Value> {
    let mut bodies = document.clone();
    if let Some(components) = bodies["components"].as_object_mut() {
        components.shift_remove("schemas");
    }
    subschemas::of_document(&mut bodies)
        .into_iter()
        .filter_map(|(_, schema)| {
            let body = schema.get("items").unwrap_or(schema);
            let name = schemas::component_name(body)?;
            Some((name.to_owned(), standalone(name, document)))
        })
        .collect()
}

fn standalone(name: &str, document: &Value) -> Value {
    let schema = &document["components"]["schemas"][name];
    let server = document["servers"][0]["url"].as_str().unwrap_or_default();
    let mut standalone = Map::new();
    standalone.insert("$schema".to_owned(), DIALECT.into());
    standalone.insert(
        "$id".to_owned(),
        format!("{server}/schemas/{name}.schema.json").into(),
    );
    standalone.insert("title".to_owned(), name.into());
    let keywords = schema.as_object().into_iter().flatten();
    standalone.extend(
        keywords
            .filter(|(keyword, _)| *keyword != "title")
            .map(|(keyword, value)| (keyword.clone(), value.clone())),
    );
    let definitions: Map<String, Value> = references::reachable(schema, document)
        .iter()
        .filter_map(|reference| {
            let name = reference.strip_prefix(COMPONENTS)?;
            Some((
                name.to_owned(),
                document["components"]["schemas"][name].clone(),
            ))
        })
        .collect();
    if !definitions.is_empty() {
        standalone.insert("$defs".to_owned(), Value::Object(definitions));
    }
    let mut standalone = Value::Object(standalone);
    rebase(&mut standalone);
    standalone
}

/// Points references into the document at `$defs`.
fn rebase(value: &mut Value) {
    match value {
        Value::Object(object) => {
            for (key, value) in object {
                match (key.as_str(), value) {
                    ("$ref", Value::String(reference)) => {
                        *reference = reference.replacen(COMPONENTS, "#/$defs/", 1);
                    }
                    // Examples are data.
                    ("examples", _) => {}
                    (_, value) => rebase(value),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(rebase),
        _ => {}
    }
}
