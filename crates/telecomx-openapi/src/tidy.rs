//! From what schemars emits to what a person would write, in JSON Schema 2020-12.

use serde_json::{Map, Value, json};

use crate::walk::{self, Kind};

/// Tidies a schema and all schemas inside it.
pub(crate) fn tidy(schema: &mut Value) {
    walk::change_schemas(Kind::Schema, "", schema, &mut |_, schema| {
        list_single_value(schema);
        collapse_enum(schema);
        unwrap_single_member(schema);
        // schemars notes the default of a property that may be absent, which says nothing.
        if schema.get("default") == Some(&Value::Null) {
            schema.shift_remove("default");
        }
    });
}

/// Forbids null where schemars allows it since an `Option` stands there: a property without a value is left out.
pub(crate) fn forbid_null(schema: &mut Map<String, Value>) {
    if let Some(Value::Array(types)) = schema.get_mut("type") {
        types.retain(|name| name != "null");
        if let [single] = types.as_slice() {
            let single = single.clone();
            schema.insert("type".to_owned(), single);
        }
    }
    if let Some(Value::Array(values)) = schema.get_mut("enum") {
        values.retain(|value| !value.is_null());
    }
    if let Some(Value::Array(members)) = schema.get_mut("anyOf") {
        members.retain(|member| *member != null());
        unwrap_single_member(schema);
    }
}

/// Whether a schema lists the values of a closed enumeration, and allows null beside them.
pub(crate) fn lists_null(schema: &Map<String, Value>) -> bool {
    let values = schema.get("enum").and_then(Value::as_array);
    let members = schema.get("anyOf").and_then(Value::as_array);
    values.is_some_and(|values| values.contains(&Value::Null))
        || members.is_some_and(|members| {
            members.contains(&null()) && members.iter().any(|it| it.get("enum").is_some())
        })
}

/// The schema of null alone.
fn null() -> Value {
    json!({ "type": "null" })
}

/// One value is an `enum` of it: openapi-python-client makes a type of a `const` that refuses any other
/// value, also where another schema allows it.
fn list_single_value(schema: &mut Map<String, Value>) {
    if let Some(value) = schema.shift_remove("const") {
        schema.insert("enum".to_owned(), Value::Array(vec![value]));
    }
}

/// A documented unit enum comes as `oneOf` of schemas of one value; it becomes one `enum`, and the
/// meanings stay beside it, as does which values are on their way out: there is no keyword for a single one.
fn collapse_enum(schema: &mut Map<String, Value>) {
    let Some(Value::Array(members)) = schema.get("oneOf") else {
        return;
    };
    let mut values = Vec::new();
    let mut meanings = Vec::new();
    let mut outgoing = Vec::new();
    for member in members {
        let Some(Value::Array(several)) = member.get("enum") else {
            return;
        };
        if !several.iter().all(Value::is_string) {
            return;
        }
        let meaning = member.get("description").and_then(Value::as_str);
        let deprecated = member.get("deprecated") == Some(&Value::Bool(true));
        if deprecated {
            outgoing.extend(several.iter().cloned());
        }
        if let [_] = several.as_slice() {
            let deprecated = deprecated.then_some("Deprecated.");
            let words: Vec<&str> = meaning.into_iter().chain(deprecated).collect();
            meanings.push(Value::String(words.join(" ")));
        }
        values.extend(several.iter().cloned());
        // Tools read the meanings by position, so that a value without one has an empty one.
        meanings.resize(values.len(), "".into());
    }
    schema.shift_remove("oneOf");
    schema.insert("type".to_owned(), "string".into());
    schema.insert("enum".to_owned(), Value::Array(values));
    if meanings.iter().any(|meaning| meaning != "") {
        schema.insert("x-enum-descriptions".to_owned(), Value::Array(meanings));
    }
    if !outgoing.is_empty() {
        schema.insert("x-enum-deprecated".to_owned(), Value::Array(outgoing));
    }
}

/// A combinator of one member is that member.
fn unwrap_single_member(schema: &mut Map<String, Value>) {
    for combinator in ["anyOf", "oneOf", "allOf"] {
        let Some(Value::Array(members)) = schema.get_mut(combinator) else {
            continue;
        };
        if let [Value::Object(single)] = members.as_mut_slice() {
            let single = std::mem::take(single);
            schema.shift_remove(combinator);
            for (keyword, value) in single {
                // What stands at the place of use says more than what stands at the definition.
                schema.entry(keyword).or_insert(value);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tidied(mut schema: Value) -> Value {
        tidy(&mut schema);
        schema
    }

    fn without_null(schema: Value) -> Value {
        let mut schema = schema.as_object().unwrap().clone();
        forbid_null(&mut schema);
        Value::Object(schema)
    }

    #[test]
    fn null_is_forbidden_in_every_form() {
        for (nullable, plain) in [
            (
                json!({ "type": ["string", "null"] }),
                json!({ "type": "string" }),
            ),
            (
                json!({ "description": "d", "anyOf": [{ "$ref": "#/x" }, { "type": "null" }] }),
                json!({ "description": "d", "$ref": "#/x" }),
            ),
            (
                json!({ "type": ["string", "null"], "enum": ["A", null] }),
                json!({ "type": "string", "enum": ["A"] }),
            ),
        ] {
            assert_eq!(without_null(nullable), plain);
        }
    }

    #[test]
    fn null_inside_a_list_stays() {
        let list = json!({ "type": "array", "items": { "type": ["string", "null"] } });
        assert_eq!(tidied(list.clone()), list);
        assert_eq!(without_null(list.clone()), list);
    }

    #[test]
    fn a_documented_enum_keeps_its_meanings() {
        assert_eq!(
            tidied(json!({ "oneOf": [
                { "type": "string", "enum": ["A", "B"] },
                { "type": "string", "const": "C", "description": "See." },
            ] })),
            json!({
                "type": "string",
                "enum": ["A", "B", "C"],
                "x-enum-descriptions": ["", "", "See."],
            })
        );
    }

    #[test]
    fn a_value_on_its_way_out_is_told() {
        assert_eq!(
            tidied(json!({ "oneOf": [
                { "type": "string", "enum": ["A", "B"] },
                { "type": "string", "const": "C", "description": "See.", "deprecated": true },
                { "type": "string", "const": "D", "deprecated": true },
            ] })),
            json!({
                "type": "string",
                "enum": ["A", "B", "C", "D"],
                "x-enum-descriptions": ["", "", "See. Deprecated.", "Deprecated."],
                "x-enum-deprecated": ["C", "D"],
            })
        );
    }

    #[test]
    fn one_value_is_an_enum_of_one() {
        assert_eq!(
            tidied(json!({ "properties": { "const": { "type": "string", "const": "A" } } })),
            json!({ "properties": { "const": { "type": "string", "enum": ["A"] } } })
        );
        let documented = json!({ "type": "string", "const": "C", "description": "See." });
        assert_eq!(
            tidied(json!({ "oneOf": [documented] })),
            json!({ "type": "string", "enum": ["C"], "x-enum-descriptions": ["See."] })
        );
    }

    #[test]
    fn a_union_of_other_things_stays() {
        let union = json!({ "oneOf": [{ "type": "string" }, { "type": "integer" }] });
        assert_eq!(tidied(union.clone()), union);
    }
}
