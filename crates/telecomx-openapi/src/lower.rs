//! From OpenAPI 3.1 to 3.0.

use openapiv3::{OpenAPI, ReferenceOr, Schema};
use serde_json::{Map, Value, json};

use crate::{
    losses::Loss,
    open_enums,
    problem::{ContractError, Problems},
    references, schemas,
    walk::{self, Kind},
};

/// The version of OpenAPI that is written.
const OPENAPI: &str = "3.0.3";

/// A document of OpenAPI 3.0, and what it cannot say.
#[derive(Debug, Clone, PartialEq)]
pub struct Lowered {
    /// The document.
    pub document: Value,
    /// What the document of OpenAPI 3.1 says and this one does not.
    pub losses: Vec<Loss>,
}

/// Lowers a document of OpenAPI 3.1, as [`document`](crate::document()) makes it, to OpenAPI 3.0.
///
/// # Errors
///
/// Everything that OpenAPI 3.0 cannot say, but for what can be left out and is then among the losses.
pub fn lower(mut document: Value) -> Result<Lowered, ContractError> {
    let mut problems = Problems::default();
    let mut losses = Vec::new();
    document["openapi"] = OPENAPI.into();
    let components = match document.pointer("/components/schemas") {
        Some(Value::Object(components)) => components.clone(),
        _ => Map::new(),
    };
    walk::change_schemas(Kind::Document, "", &mut document, &mut |place, schema| {
        if let Some(name) = open_enums::inline(schema, &components) {
            let lost = format!("a type of the values of `{name}`");
            losses.push(Loss::new(place, lost));
        }
        open_enums::describe_list(schema);
        let_reference_be_null(schema, &components);
        lower_keywords(place, schema, &mut losses);
    });
    // Nothing refers to the enumerations any more.
    references::prune(&mut document);
    references::refuse_dangling(&document, &mut problems);
    let document = typed(document, &mut problems);
    problems.finish(Lowered { document, losses })
}

/// Null as an alternative to a reference: there is no type of that name in 3.0, so that it is the one value
/// of an enumeration. `nullable` tells it to the generators that read no such thing, and wants beside it the
/// type of what is referred to.
fn let_reference_be_null(schema: &mut Map<String, Value>, components: &Map<String, Value>) {
    let Some(Value::Array(alternatives)) = schema.get_mut("anyOf") else {
        return;
    };
    let Some(null) = alternatives
        .iter_mut()
        .find(|alternative| **alternative == json!({ "type": "null" }))
    else {
        return;
    };
    *null = json!({ "enum": [null] });
    // A list would need its items there too; only objects and enumerations are components.
    if let [reference, _] = alternatives.as_slice()
        && let Some(name) = schemas::component_name(reference)
        && let Some(component) = components.get(name)
        && component["type"] == "object"
    {
        schema.insert("type".to_owned(), "object".into());
        schema.insert("nullable".to_owned(), Value::Bool(true));
    }
}

fn lower_keywords(place: &str, schema: &mut Map<String, Value>, losses: &mut Vec<Loss>) {
    // `type: [T, null]` → `nullable`.
    if let Some(Value::Array(types)) = schema.get("type")
        && let [single, null] = types.as_slice()
        && null == "null"
    {
        let single = single.clone();
        schema.insert("type".to_owned(), single);
        schema.insert("nullable".to_owned(), Value::Bool(true));
    }
    if let Some(Value::Array(examples)) = schema.shift_remove("examples") {
        if examples.len() > 1 {
            losses.push(Loss::new(place, "its examples after the first"));
        }
        if let Some(first) = examples.into_iter().next() {
            schema.insert("example".to_owned(), first);
        }
    }
    // It says nothing new, but without it openapi-generator's Go client refuses an object with a property
    // that tomorrow's server adds. Where the edition is 3.1 it would hide misspelt properties from the
    // generators of TypeScript, and no other would gain.
    if schema.contains_key("required") {
        let open = schema.entry("additionalProperties");
        open.or_insert(Value::Bool(true));
    }
    // What stands beside a reference is ignored in 3.0.
    if schema.len() > 1
        && let Some(reference) = schema.shift_remove("$ref")
    {
        schema.insert("allOf".to_owned(), json!([{ "$ref": reference }]));
    }
}

/// The document as the types of OpenAPI 3.0 write it, which say all that the document does.
fn typed(document: Value, problems: &mut Problems) -> Value {
    let typed: Result<OpenAPI, _> = serde_json::from_value(document.clone());
    match typed.and_then(serde_json::to_value) {
        Ok(typed) => {
            // What the types do not know would be dropped without a word.
            let mut dropped = Vec::new();
            differences("", &document, &typed, &mut dropped);
            for place in dropped {
                problems.add(place, "OpenAPI 3.0 cannot say this");
            }
            typed
        }
        Err(error) => {
            walk::visit(Kind::Document, "", &document, &mut |kind, place, object| {
                let typed: Result<ReferenceOr<Schema>, _> =
                    serde_json::from_value(Value::Object(object.clone()));
                if let (Kind::Schema, Err(error)) = (kind, typed) {
                    problems.add(
                        place,
                        format_args!("its schema is not one of OpenAPI 3.0: {error}"),
                    );
                }
            });
            problems.add(
                "the document",
                format_args!("it is not one of OpenAPI 3.0: {error}"),
            );
            document
        }
    }
}

/// The places where something of one value is not in another.
fn differences(place: &str, value: &Value, other: &Value, found: &mut Vec<String>) {
    match (value, other) {
        (Value::Object(object), Value::Object(others)) => {
            for (key, value) in object {
                let place = format!("{place} {key}");
                match others.get(key) {
                    Some(other) => differences(&place, value, other, found),
                    None => found.push(place.trim_start().to_owned()),
                }
            }
        }
        (Value::Array(items), Value::Array(others)) if items.len() == others.len() => {
            for (index, (item, other)) in items.iter().zip(others).enumerate() {
                differences(&format!("{place} {index}"), item, other, found);
            }
        }
        _ if value == other => {}
        _ => found.push(place.trim_start().to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Lowers a document that answers with the component `Root`: its components, and the losses.
    fn lowered(components: Value) -> Result<(Value, Vec<Loss>), ContractError> {
        let schema = json!({ "$ref": "#/components/schemas/Root" });
        let answer =
            json!({ "description": "d", "content": { "application/json": { "schema": schema } } });
        let lowered = lower(json!({
            "openapi": "3.1.0",
            "info": { "title": "t", "version": "1" },
            "paths": { "/x": { "get": { "responses": { "200": answer } } } },
            "components": { "schemas": components },
        }))?;
        let components = lowered.document["components"]["schemas"].clone();
        Ok((components, lowered.losses))
    }

    /// What is wrong with a document that cannot be lowered.
    fn refused(components: Value) -> String {
        let error = lowered(components).unwrap_err();
        error.to_string()
    }

    fn loss(place: &str, lost: &str) -> Loss {
        Loss::new(place, lost)
    }

    #[test]
    fn keywords_of_2020_12_become_those_of_3_0() {
        let root = json!({ "properties": {
            "a": { "type": ["string", "null"], "examples": ["x", "y"] },
            "c": { "$ref": "#/components/schemas/Root", "description": "d" },
        } });
        let (components, losses) = lowered(json!({ "Root": root })).unwrap();
        assert_eq!(
            components["Root"]["properties"],
            json!({
                "a": { "type": "string", "nullable": true, "example": "x" },
                "c": { "description": "d", "allOf": [{ "$ref": "#/components/schemas/Root" }] },
            })
        );
        assert_eq!(losses, [loss("Root.a", "its examples after the first")]);
    }

    #[test]
    fn a_reference_may_be_null() {
        let nullable =
            json!({ "anyOf": [{ "$ref": "#/components/schemas/B" }, { "type": "null" }] });
        let (components, losses) = lowered(json!({
            "Root": { "properties": {
                "b": nullable,
                "c": { "$ref": "#/components/schemas/B" },
            } },
            "B": { "type": "object" },
        }))
        .unwrap();
        let reference = json!({ "$ref": "#/components/schemas/B" });
        assert_eq!(
            components["Root"]["properties"],
            json!({
                "b": {
                    "type": "object",
                    "nullable": true,
                    "anyOf": [reference, { "enum": [null] }],
                },
                "c": reference,
            })
        );
        assert_eq!(components["B"], json!({ "type": "object" }));
        assert_eq!(losses, []);
    }

    #[test]
    fn an_object_with_required_properties_says_that_it_is_open() {
        let (components, _) = lowered(json!({
            "Root": { "required": ["a"], "properties": {
                "a": { "type": "string" },
                "required": { "type": "object", "additionalProperties": true },
                "closed": { "required": ["b"], "additionalProperties": false },
            } },
        }))
        .unwrap();
        assert_eq!(
            components["Root"],
            json!({
                "required": ["a"],
                "properties": {
                    "a": { "type": "string" },
                    "required": { "type": "object", "additionalProperties": true },
                    "closed": { "required": ["b"], "additionalProperties": false },
                },
                "additionalProperties": true,
            })
        );
    }

    #[test]
    fn an_open_enumeration_stands_where_it_is_used() {
        let open = json!([{ "$ref": "#/components/schemas/E" }, { "type": "integer" }]);
        let (components, losses) = lowered(json!({
            "Root": { "properties": {
                "one": { "description": "One.", "anyOf": open },
                "many": { "description": "Many.", "type": "array", "items": { "anyOf": open } },
            } },
            "E": {
                "description": "E.\n\nKnown values, to which others may be added:\n\n- `1`: Yes.\n- `2`",
                "type": "integer",
                "enum": [1, 2],
                "x-enum-descriptions": ["Yes.", ""],
            },
        }))
        .unwrap();
        let list = "Known values, to which others may be added:\n\n- `1`: Yes.\n- `2`";
        let known = |description: &str| {
            json!({
                "description": description,
                "type": "integer",
                "x-extensible-enum": [1, 2],
                "x-enum-descriptions": ["Yes.", ""],
            })
        };
        assert_eq!(
            components,
            json!({ "Root": { "properties": {
                "one": known(&format!("One.\n\n{list}")),
                "many": { "description": format!("Many.\n\n{list}"), "type": "array", "items": known("E.") },
            } } })
        );
        let lost = "a type of the values of `E`";
        assert_eq!(losses, [loss("Root.one", lost), loss("Root.many[]", lost)]);
    }

    #[test]
    fn what_3_0_cannot_say_is_refused_and_not_dropped() {
        for (schema, problem) in [
            (
                json!({ "type": "integer", "prefixItems": [] }),
                "components schemas Root prefixItems: OpenAPI 3.0 cannot say this",
            ),
            (
                json!({ "properties": { "a": { "type": ["string", "integer"] } } }),
                "Root.a: its schema is not one of OpenAPI 3.0",
            ),
        ] {
            let error = refused(json!({ "Root": schema }));
            assert!(error.contains(problem), "{error}");
        }
    }
}
