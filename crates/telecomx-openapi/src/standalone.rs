//! Schemas that stand alone: JSON Schema 2020-12, for validators that know nothing of OpenAPI.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::{
    references,
    schemas::{self, COMPONENTS},
    walk::{self, Kind},
};

/// The dialect of the schemas.
const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

/// The schema of each component that is a body, or the item of a list that is one, by its name.
///
/// The document is one of OpenAPI 3.1, as [`document`](crate::document()) makes it. Each schema has a
/// `$schema`, an `$id` below the address of the API's server (a name, at which nothing need answer), a
/// `title`, which generators name a type after, and what it refers to in its `$defs`.
pub fn standalone_schemas(document: &Value) -> BTreeMap<String, Value> {
    let mut found = BTreeMap::new();
    walk::visit(Kind::Document, "", document, &mut |kind, _, object| {
        if kind == Kind::Message
            && let Some(schema) = object.get("schema")
            && let Some(name) = schemas::component_name(schema.get("items").unwrap_or(schema))
        {
            found
                .entry(name.to_owned())
                .or_insert_with(|| standalone(name, document));
        }
    });
    found
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
    let definitions: Map<String, Value> = references::reachable(Kind::Schema, schema, document)
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
    // References into the document become references to what is beside them now.
    walk::change_schemas(Kind::Schema, name, &mut standalone, &mut |_, schema| {
        if let Some(Value::String(reference)) = schema.get_mut("$ref") {
            *reference = reference.replacen(COMPONENTS, "#/$defs/", 1);
        }
    });
    standalone
}
