//! Every response type: its examples fit the published schema, it survives serde both ways, and what a
//! newer server adds does not hurt.

use serde_json::{Value, json};
use telecomx_api::API;

use crate::published::{
    change_at, complete_example, properties, read, resolve, response_schema, validate, values_at,
};

#[test]
fn examples_fit_the_schema() {
    for operation in API.operations() {
        for example in (operation.response.examples)() {
            let answer = example.value.to_json().unwrap();
            if let Err(error) = validate(operation, &answer) {
                panic!("{}, example {}: {error}", operation.id, example.name);
            }
        }
    }
}

#[test]
fn the_validator_refuses_what_does_not_fit() {
    for operation in API.operations() {
        let mut answer = complete_example(operation);
        change_at(&mut answer, "_id", &mut |id| *id = json!(7));
        assert!(validate(operation, &answer).is_err(), "{}", operation.id);
    }
}

#[test]
fn the_first_example_sets_every_property() {
    for operation in API.operations() {
        let answer = complete_example(operation);
        for (path, _) in properties(operation) {
            let found = values_at(&answer, &path);
            let empty =
                |value: &&Value| value.is_null() || **value == json!([]) || **value == json!({});
            assert!(
                !found.iter().all(empty),
                "{path} of {} is not set",
                operation.id
            );
        }
    }
}

#[test]
fn only_required_properties_are_enough() {
    for operation in API.operations() {
        let complete = complete_example(operation);
        let minimal = required_only(resolve(response_schema(operation)), &complete);
        let value = read(operation, &minimal).unwrap();
        assert_eq!(value.to_json().unwrap(), minimal, "{}", operation.id);
        validate(operation, &minimal).unwrap();
    }
}

fn required_only(schema: &'static Value, value: &Value) -> Value {
    if let (Some(items), Value::Array(values)) = (schema.get("items"), value) {
        return values
            .iter()
            .map(|value| required_only(resolve(items), value))
            .collect();
    }
    let mut reduced = value.clone();
    if let Value::Object(object) = &mut reduced {
        let required = schema["required"].as_array().cloned().unwrap_or_default();
        object.retain(|name, _| required.contains(&json!(name)));
    }
    reduced
}

#[test]
fn values_survive_serde_both_ways() {
    for operation in API.operations() {
        for example in (operation.response.examples)() {
            let written = example.value.to_json().unwrap();
            let read = read(operation, &written).unwrap();
            assert_eq!(
                format!("{read:?}"),
                format!("{:?}", example.value),
                "{}",
                operation.id
            );
            assert_eq!(read.to_json().unwrap(), written, "{}", operation.id);
        }
    }
}

#[test]
fn null_is_read_as_absent() {
    for operation in API.operations() {
        let complete = complete_example(operation);
        for (path, _) in properties(operation) {
            let mut answer = complete.clone();
            change_at(&mut answer, &path, &mut |value| *value = Value::Null);
            let Ok(value) = read(operation, &answer) else {
                assert!(
                    is_required(operation, &path),
                    "null at {path} of {}",
                    operation.id
                );
                continue;
            };
            let written = value.to_json().unwrap();
            let kept = values_at(&written, &path);
            let keeps_null = path.contains("calendarShowAsMappings.");
            assert_eq!(
                !kept.is_empty(),
                keeps_null,
                "null at {path} of {}",
                operation.id
            );
            assert!(kept.iter().all(|value| value.is_null()));
        }
    }
}

fn is_required(operation: &telecomx_contract::Operation, path: &str) -> bool {
    let (parent, name) = path.rsplit_once('.').unwrap_or(("", path));
    let parent = parent.trim_end_matches("[]");
    let schema = match properties(operation)
        .into_iter()
        .find(|(known, _)| known == parent)
    {
        Some((_, schema)) => schema,
        None => response_schema(operation),
    };
    let schema = schema.get("items").unwrap_or(schema);
    let object = resolve(resolve(schema).get("items").unwrap_or(schema));
    object["required"]
        .as_array()
        .is_some_and(|required| required.contains(&json!(name)))
}

#[test]
fn a_newer_server_is_read() {
    for operation in API.operations() {
        let mut answer = complete_example(operation);
        let mut unknown = Vec::new();
        for (path, schema) in properties(operation) {
            let items = schema.get("items").unwrap_or(schema);
            if items.get("x-extensible-enum").is_some() {
                let newer = match items["type"].as_str() {
                    Some("integer") => json!(48),
                    _ => json!("FROM_THE_FUTURE"),
                };
                change_at(&mut answer, &path, &mut |value| match value {
                    Value::Array(items) => items.push(newer.clone()),
                    value => *value = newer.clone(),
                });
                unknown.push(path);
            }
        }
        let expected = answer.clone();
        add_unknown_properties(&mut answer);
        // The open object keeps whatever it is given.
        let value =
            read(operation, &answer).unwrap_or_else(|error| panic!("{}: {error}", operation.id));
        let written = value.to_json().unwrap();
        for path in &unknown {
            assert_eq!(
                values_at(&written, path),
                values_at(&expected, path),
                "{path}"
            );
        }
        validate(operation, &answer).unwrap();
    }
}

fn add_unknown_properties(value: &mut Value) {
    match value {
        Value::Object(object) => {
            object.values_mut().for_each(add_unknown_properties);
            object.insert("fromTheFuture".to_owned(), json!({ "deep": [1, null] }));
        }
        Value::Array(items) => items.iter_mut().for_each(add_unknown_properties),
        _ => {}
    }
}
