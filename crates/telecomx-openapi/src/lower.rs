//! From JSON Schema 2020-12 to the dialect of OpenAPI 3.0.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use crate::{problem::Problems, subschemas};

/// Lowers every component.
///
/// In 3.0 a reference cannot say that it may be null, so the component says it; that is right only if it
/// is so wherever the component is used.
pub(crate) fn lower_components(components: &mut Map<String, Value>, problems: &mut Problems) {
    // How often each component is referred to, and how often as nullable.
    let mut uses: BTreeMap<String, usize> = BTreeMap::new();
    let mut nullable_uses: BTreeMap<String, usize> = BTreeMap::new();
    for schema in components.values_mut() {
        subschemas::for_each(schema, &mut |schema| {
            if let Some(Value::String(reference)) = schema.get("$ref") {
                *uses.entry(reference.clone()).or_default() += 1;
            } else if let Some(reference) = take_nullable_reference(schema) {
                schema.insert("allOf".to_owned(), json!([{ "$ref": reference }]));
                *nullable_uses.entry(reference).or_default() += 1;
            }
            lower_keywords(schema);
        });
    }
    for (reference, count) in &nullable_uses {
        let name = reference.rsplit('/').next().unwrap_or_default();
        if uses.get(reference) != Some(count) {
            problems.add(
                name,
                "it is `#[nullable]` at one place and not at another, which OpenAPI 3.0 cannot say; make it the same everywhere",
            );
        } else if let Some(Value::Object(component)) = components.get_mut(name) {
            component.insert("nullable".to_owned(), Value::Bool(true));
        }
    }
}

/// Lowers a schema that is not a component.
pub(crate) fn lower(schema: &mut Value) {
    subschemas::for_each(schema, &mut lower_keywords);
}

/// `anyOf: [{$ref}, {type: null}]` → the reference.
fn take_nullable_reference(schema: &mut Map<String, Value>) -> Option<String> {
    let Some(Value::Array(members)) = schema.get("anyOf") else {
        return None;
    };
    let [reference, null] = members.as_slice() else {
        return None;
    };
    let reference = reference.get("$ref")?.as_str()?.to_owned();
    let is_null = null.get("type").is_some_and(|name| name == "null");
    is_null.then(|| {
        schema.shift_remove("anyOf");
        reference
    })
}

fn lower_keywords(schema: &mut Map<String, Value>) {
    // `type: [T, null]` → `nullable`.
    if let Some(Value::Array(types)) = schema.get("type")
        && let [single, null] = types.as_slice()
        && null == "null"
    {
        let single = single.clone();
        schema.insert("type".to_owned(), single);
        schema.insert("nullable".to_owned(), Value::Bool(true));
    }
    if let Some(value) = schema.shift_remove("const") {
        schema.insert("enum".to_owned(), Value::Array(vec![value]));
    }
    if let Some(Value::Array(examples)) = schema.shift_remove("examples")
        && let Some(first) = examples.into_iter().next()
    {
        schema.insert("example".to_owned(), first);
    }
    // What stands beside a reference is ignored in 3.0.
    if schema.len() > 1
        && let Some(reference) = schema.shift_remove("$ref")
    {
        schema.insert("allOf".to_owned(), json!([{ "$ref": reference }]));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keywords_of_2020_12_become_those_of_3_0() {
        let mut schema =
            json!({ "type": ["string", "null"], "examples": ["a", "b"], "const": "a" });
        lower(&mut schema);
        assert_eq!(
            schema,
            json!({ "type": "string", "nullable": true, "enum": ["a"], "example": "a" })
        );
    }

    #[test]
    fn a_component_that_may_be_null_says_so_itself() {
        let mut components = json!({
            "A": { "properties": { "b": { "description": "d", "anyOf": [{ "$ref": "#/c/B" }, { "type": "null" }] } } },
            "B": { "type": "object" },
        });
        let mut problems = Problems::default();
        if let Value::Object(components) = &mut components {
            lower_components(components, &mut problems);
        }
        assert!(problems.finish(()).is_ok());
        assert_eq!(
            components,
            json!({
                "A": { "properties": { "b": { "description": "d", "allOf": [{ "$ref": "#/c/B" }] } } },
                "B": { "type": "object", "nullable": true },
            })
        );
    }

    #[test]
    fn a_component_that_may_be_null_at_one_place_only_is_refused() {
        let mut components = Map::from_iter([
            (
                "A".to_owned(),
                json!({ "properties": {
                "b": { "anyOf": [{ "$ref": "#/c/B" }, { "type": "null" }] },
                "c": { "$ref": "#/c/B" },
            } }),
            ),
            ("B".to_owned(), json!({ "type": "object" })),
        ]);
        let mut problems = Problems::default();
        lower_components(&mut components, &mut problems);
        let error = problems.finish(()).unwrap_err();
        assert_eq!(error.problems[0].place, "B");
    }
}
