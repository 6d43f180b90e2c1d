//! What a schema of OpenAPI 3.0 means, in the words of JSON Schema 2020-12.

use serde_json::{Map, Value, json};

/// Rewrites a schema of OpenAPI 3.0 into one of JSON Schema that allows the same.
///
/// It knows the keywords of the published schemas and no other, so that none is read as what it is not.
pub fn in_json_schema(schema: &mut Value) {
    let object = schema.as_object_mut().unwrap();
    // What stands beside a reference is ignored.
    if let Some(reference) = object.get("$ref").cloned() {
        *object = Map::from_iter([("$ref".to_owned(), reference)]);
        return;
    }
    for (keyword, value) in object.iter_mut() {
        match (keyword.as_str(), value) {
            ("properties", properties) => {
                properties
                    .as_object_mut()
                    .unwrap()
                    .values_mut()
                    .for_each(in_json_schema);
            }
            ("allOf" | "anyOf" | "oneOf", members) => {
                members
                    .as_array_mut()
                    .unwrap()
                    .iter_mut()
                    .for_each(in_json_schema);
            }
            ("items", items) => in_json_schema(items),
            ("type", name) => assert!(
                ["array", "boolean", "integer", "number", "object", "string"]
                    .contains(&name.as_str().unwrap()),
                "{name} is no type of OpenAPI 3.0"
            ),
            ("nullable", value) => assert!(value.is_boolean(), "nullable is {value}"),
            ("additionalProperties", value) => {
                assert!(value.is_boolean(), "additionalProperties is {value}")
            }
            ("enum" | "required" | "title" | "description" | "example", _) => {}
            ("minLength" | "maxLength" | "pattern" | "format", _) => {}
            (keyword, _) => assert!(
                keyword.starts_with("x-"),
                "who knows what {keyword} means in OpenAPI 3.0"
            ),
        }
    }
    // It has no effect without a type, and an enumeration that may be null lists null itself.
    if object.shift_remove("nullable") == Some(json!(true))
        && let Some(name) = object.get_mut("type")
    {
        *name = json!([name, "null"]);
    }
}
