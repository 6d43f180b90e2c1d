//! The examples of requests: how an operation is called, wherever somebody is shown it.

use serde_json::{Value, json};
use telecomx_api::API;
use telecomx_contract::Audience;
use telecomx_contract::{
    AccessLevel, Api, Endpoint, ErrorBody, Example, Examples, QueryFlags, Resource, Secret, Section,
};

/// Set what opens a door.
#[derive(Debug, Clone, PartialEq, Endpoint)]
#[endpoint(POST "/doors/{door}", response = ErrorBody, revised = "2026-01-31")]
#[access(RESELLER, ADMIN)]
struct SetDoor {
    /// Its name.
    door: String,
    /// What stands on it.
    title: String,
    /// Its lock.
    lock: Lock,
}

/// A lock.
#[derive(Debug, Clone, PartialEq, serde::Deserialize, schemars::JsonSchema, Resource)]
#[serde(rename_all = "camelCase")]
struct Lock {
    /// What the locksmith noted.
    #[visible(ADMIN)]
    notes: Option<String>,
    /// What opens it.
    code: Option<Secret>,
}

impl Examples for SetDoor {
    fn examples() -> Vec<Example<Self>> {
        let lock = Lock {
            notes: Some("Worn.".to_owned()),
            code: Some(Secret::placeholder()),
        };
        let door = Self {
            door: "front door".to_owned(),
            title: "Front".to_owned(),
            lock: lock.clone(),
        };
        vec![
            Example {
                name: "complete",
                summary: "Everything",
                value: door.clone(),
            },
            Example {
                name: "leaky",
                summary: "A code that somebody may use",
                value: Self {
                    lock: Lock {
                        code: Some(Secret::new("4711")),
                        ..lock
                    },
                    ..door.clone()
                },
            },
            Example {
                name: "nowhere",
                summary: "No door",
                value: Self {
                    door: "..".to_owned(),
                    ..door.clone()
                },
            },
            Example {
                name: "complete",
                summary: "Everything, again",
                value: door,
            },
        ]
    }
}

/// List doors.
#[derive(Debug, Clone, PartialEq, Endpoint)]
#[endpoint(GET "/doors", response = ErrorBody, revised = "2026-01-31")]
#[access(VIEWER, RESELLER, ADMIN)]
struct ListDoors {
    /// What stands on them.
    title: Option<String>,
    /// Which of them.
    #[flags]
    #[access(ADMIN)]
    which: Option<Which>,
}

/// Which doors.
#[derive(Debug, Clone, Copy, PartialEq, QueryFlags)]
enum Which {
    /// Those that are open.
    Open,
    /// Those that are shut.
    Shut,
}

impl Examples for ListDoors {
    fn examples() -> Vec<Example<Self>> {
        let of = |name, which| Example {
            name,
            summary: "Doors",
            value: Self {
                title: Some("Øst & vest".to_owned()),
                which,
            },
        };
        vec![of("all", None), of("shut", Some(Which::Shut))]
    }
}

/// Get no door.
#[derive(Debug, Clone, PartialEq, Endpoint)]
#[endpoint(GET "/no-door", response = ErrorBody, revised = "2026-01-31")]
#[access(ADMIN)]
struct GetNoDoor {}

impl Examples for GetNoDoor {
    fn examples() -> Vec<Example<Self>> {
        Vec::new()
    }
}

const _: [&telecomx_contract::Operation; 3] =
    [SetDoor::LISTED, ListDoors::LISTED, GetNoDoor::LISTED];

#[test]
fn an_example_is_told_as_it_is_sent() {
    let [all, shut] = (ListDoors::OPERATION.examples)().try_into().unwrap();
    let (all, shut) = (all.value.unwrap(), shut.value.unwrap());
    assert_eq!(all.request.uri(), "/doors?title=%C3%98st%20%26%20vest");
    let given = |example: &telecomx_contract::RequestExample| -> Vec<(&str, String)> {
        let parameters = example.parameters.iter();
        parameters
            .map(|(parameter, value)| (parameter.name, value.clone()))
            .collect()
    };
    let title = ("title", "Øst & vest".to_owned());
    assert_eq!(given(&all), std::slice::from_ref(&title));
    assert_eq!(given(&shut), [title, ("shut", "true".to_owned())]);
    let (viewer, reseller, admin) = (
        AccessLevel::VIEWER,
        AccessLevel::RESELLER,
        AccessLevel::ADMIN,
    );
    assert_eq!(all.levels, [viewer, reseller, admin]);
    assert_eq!(shut.levels, [admin]);
    assert_eq!(all.body(None).unwrap(), None);
}

#[test]
fn a_body_is_told_as_its_sender_knows_it() {
    let complete = (SetDoor::OPERATION.examples)().remove(0).value.unwrap();
    assert_eq!(complete.request.uri(), "/doors/front%20door");
    let body = |level| complete.body(level).unwrap();
    let placeholder = Secret::PLACEHOLDER;
    let whole = json!({ "title": "Front", "lock": { "notes": "Worn.", "code": placeholder } });
    assert_eq!(body(None), Some(whole.clone()));
    assert_eq!(body(Some(AccessLevel::ADMIN)), Some(whole));
    let known = json!({ "title": "Front", "lock": { "code": placeholder } });
    assert_eq!(body(Some(AccessLevel::RESELLER)), Some(known));
}

/// An API of one operation, and why it cannot be published.
fn problems(operation: &'static telecomx_contract::Operation) -> Vec<String> {
    let section: &'static Section = Box::leak(Box::new(Section {
        name: "Doors",
        description: "",
        operations: Vec::leak(vec![operation]),
    }));
    let api = Api {
        sections: Vec::leak(vec![section]),
        ..API
    };
    let error = telecomx_openapi::document(&api, Audience::All).unwrap_err();
    let problems = error.problems.into_iter();
    problems
        .filter(|problem| !problem.message.contains("its response"))
        .map(|problem| format!("{}: {}", problem.place, problem.message))
        .collect()
}

#[test]
fn an_example_that_cannot_be_shown_is_refused_by_name() {
    let found = problems(SetDoor::LISTED);
    for expected in [
        "setDoor, example `leaky` at `lock` at `code`: it shows a credential; use `Secret::placeholder()`",
        "setDoor, example `nowhere`: path variable `door` is a dot segment: a value of a path must be neither empty nor \
         a dot segment",
        "setDoor, example `complete`: two examples have this name; rename one",
    ] {
        assert!(found.contains(&expected.to_owned()), "{found:#?}");
    }
    assert_eq!(
        problems(GetNoDoor::LISTED),
        ["getNoDoor: it has no example; `Examples::examples` returns at least one"]
    );
}

/// Whatever the operation: its first example can be sent by somebody, and read again.
#[test]
fn every_operation_of_the_api_can_be_called_by_its_examples() {
    for operation in API.operations() {
        let examples = (operation.examples)();
        assert!(!examples.is_empty(), "{}", operation.id);
        for example in examples {
            let place = format!("{}, example `{}`", operation.id, example.name);
            let example = example
                .value
                .unwrap_or_else(|error| panic!("{place}: {error}"));
            assert!(!example.levels.is_empty(), "{place}: nobody may send it");
            let required = operation.parameters().filter(|(it, _)| it.required);
            for (parameter, _) in required {
                let mut given = example.parameters.iter();
                let is_given = given.any(|(given, _)| given.name == parameter.name);
                assert!(is_given, "{place}: {}", parameter.name);
            }
            let body = example.body(None).unwrap();
            assert_eq!(
                body.as_ref().is_some_and(Value::is_object),
                operation.body.is_some(),
                "{place}"
            );
        }
    }
}
