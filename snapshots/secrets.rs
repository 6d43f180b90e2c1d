//! No credential shows where it must not.

use serde_json::{Value, json};
use telecomx_api::API;
use telecomx_contract::{Operation, Secret};

use crate::published::{change_at, complete_example, properties, read, values_at};

/// The paths of the credentials in an operation's answer, as its published schema has them.
pub fn secret_paths(operation: &Operation) -> Vec<String> {
    properties(operation)
        .into_iter()
        .filter(|(_, schema)| schema["format"] == "password")
        .map(|(path, _)| path)
        .collect()
}

#[test]
fn debug_shows_no_secret() {
    let mut tried = 0;
    for operation in API.operations() {
        let mut answer = complete_example(operation);
        for path in secret_paths(operation) {
            change_at(&mut answer, &path, &mut |value| {
                *value = json!(format!("canary {path}"))
            });
            tried += 1;
        }
        let value = read(operation, &answer).unwrap();
        assert!(
            !format!("{value:?} {value:#?}").contains("canary"),
            "{}",
            operation.id
        );
        // The canaries were really there.
        assert_eq!(value.to_json().unwrap(), answer);
    }
    assert!(tried > 0);
}

#[test]
fn an_error_shows_no_secret() {
    for operation in API.operations() {
        for path in secret_paths(operation) {
            for wrong in [
                json!(86753),
                json!(-86753.5),
                json!([86753]),
                json!({ "86753": true }),
            ] {
                let mut answer = complete_example(operation);
                change_at(&mut answer, &path, &mut |value| *value = wrong.clone());
                let error = read(operation, &answer).unwrap_err();
                assert!(!error.contains("86753"), "{path}: {error}");
            }
        }
    }
}

#[test]
fn examples_show_no_secret() {
    for operation in API.operations() {
        for path in secret_paths(operation) {
            let answer = complete_example(operation);
            let shown = values_at(&answer, &path);
            assert!(!shown.is_empty(), "{path}");
            assert!(
                shown.iter().all(|value| **value == Secret::PLACEHOLDER),
                "{path}"
            );
        }
    }
}

/// What is called like a credential is one.
#[test]
fn credentials_are_secrets() {
    let names = [
        "token",
        "password",
        "secret",
        "pin",
        "puk",
        "activationcode",
    ];
    for operation in API.operations() {
        for (path, schema) in properties(operation) {
            let leaf = path.rsplit('.').next().unwrap().to_lowercase();
            let leaf = leaf.trim_end_matches(|last: char| last.is_ascii_digit());
            let string = schema["type"] == "string" && schema["format"] != "date-time";
            if string && names.iter().any(|name| leaf.ends_with(name)) {
                assert_eq!(
                    schema["format"],
                    Value::from("password"),
                    "{path} of {}",
                    operation.id
                );
            }
        }
    }
}
