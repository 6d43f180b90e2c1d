//! The questions to the owner arise by themselves, from what is declared.

use std::collections::BTreeSet;

use telecomx_api::API;
use telecomx_contract::{
    AccessLevel, AccessLevel::*, Api, Endpoint, ErrorCodes, Example, Examples, Resource, Secret,
    Section,
};
use telecomx_openapi::{Occasion, open_questions};

use crate::secrets::secret_paths;

/// A door.
#[derive(Debug, Clone, PartialEq, serde::Deserialize, schemars::JsonSchema, Resource)]
#[serde(rename_all = "camelCase")]
struct Door {
    /// Its name.
    name: String,
    /// What opens it, by another name of the type.
    code: Option<Code>,
    /// What once opened it.
    old_codes: Option<Vec<Secret>>,
    /// What opens it for some.
    #[visible(RESELLER, ADMIN)]
    master_code: Option<Secret>,
    /// Its locks.
    locks: Option<Vec<Lock>>,
    /// What the locksmith left.
    #[visible(ADMIN)]
    locksmith: Option<Lock>,
}

type Code = Secret;

/// A lock.
#[derive(Debug, Clone, PartialEq, serde::Deserialize, schemars::JsonSchema, Resource)]
#[serde(rename_all = "camelCase")]
struct Lock {
    /// What opens it.
    key: Option<Secret>,
}

impl Examples for Door {
    fn examples() -> Vec<Example<Self>> {
        Vec::new()
    }
}

/// Get a door.
#[derive(Debug, Clone, PartialEq, Endpoint)]
#[endpoint(GET "/door/{name}", response = Door, errors = GetDoorError, revised = "2026-01-31")]
#[access(VIEWER, scope = OwnCustomer)]
#[access(RESELLER, ADMIN)]
struct GetDoor {
    /// Its name.
    name: String,
}

impl Examples for GetDoor {
    fn examples() -> Vec<Example<Self>> {
        Vec::new()
    }
}

/// Why there is no door.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ErrorCodes)]
enum GetDoorError {
    /// No door has this name.
    #[code(404, "door")]
    UnknownDoor,
}

/// A lock that was turned.
#[derive(Debug, Clone, PartialEq, serde::Deserialize, schemars::JsonSchema, Resource)]
#[serde(rename_all = "camelCase")]
struct Turned {
    /// Whether it is open now.
    open: bool,
}

impl Examples for Turned {
    fn examples() -> Vec<Example<Self>> {
        Vec::new()
    }
}

/// Turn a lock, of which there is always one.
#[derive(Debug, Clone, PartialEq, Endpoint)]
#[endpoint(POST "/door/{name}/lock", response = Turned, revised = "2026-01-31")]
#[access(VIEWER, scope = OwnCustomer)]
struct TurnLock {
    /// Its door.
    name: String,
    /// What is sent is not shown.
    key: Secret,
}

impl Examples for TurnLock {
    fn examples() -> Vec<Example<Self>> {
        Vec::new()
    }
}

const DOORS: Api = Api {
    sections: &[&Section {
        name: "Doors",
        description: "",
        operations: &[GetDoor::LISTED, TurnLock::LISTED],
    }],
    ..API
};

const LOCKS: Api = Api {
    sections: &[&Section {
        name: "Locks",
        description: "",
        operations: &[TurnLock::LISTED],
    }],
    ..API
};

/// Where the question with this title arises: operation, properties and levels.
fn occasions(api: &Api, title: &str) -> Vec<(&'static str, Vec<String>, Vec<AccessLevel>)> {
    let mut questions = open_questions(api).into_iter();
    let question = questions.find(|open| open.question.title == title).unwrap();
    let occasions = question.occasions.into_iter();
    occasions
        .map(
            |Occasion {
                 operation,
                 paths,
                 levels,
             }| (operation.id, paths, levels.iter().collect()),
        )
        .collect()
}

const CREDENTIALS: &str = "Who should see credentials?";
const EXISTENCE: &str = "Should callers learn what exists beyond their reach?";

#[test]
fn a_credential_is_asked_about_by_being_declared() {
    let paths = |paths: &[&str]| paths.iter().map(|path| (*path).to_owned()).collect();
    assert_eq!(
        occasions(&DOORS, CREDENTIALS),
        [
            (
                "getDoor",
                paths(&["code", "oldCodes", "locks[].key"]),
                vec![VIEWER, RESELLER, ADMIN]
            ),
            ("getDoor", paths(&["masterCode"]), vec![RESELLER, ADMIN]),
            ("getDoor", paths(&["locksmith.key"]), vec![ADMIN]),
        ]
    );
}

#[test]
fn every_credential_that_is_published_is_asked_about() {
    let mut asked = BTreeSet::new();
    for (operation, paths, levels) in occasions(&API, CREDENTIALS) {
        if operation == "getMvnoAccount" {
            assert_eq!(
                levels,
                [VIEWER, MANAGER, OWNER, RESELLER, RESELLER_ADMIN, ADMIN]
            );
        }
        asked.extend(paths.into_iter().map(|path| (operation, path)));
    }
    let mut published = BTreeSet::new();
    for operation in API.operations() {
        let paths = secret_paths(operation).into_iter();
        published.extend(paths.map(|path| (operation.id, path)));
    }
    assert_eq!(asked, published);
    assert!(asked.contains(&("getMvnoAccount", "mvnoSim.pin1".to_owned())));
}

#[test]
fn existence_is_asked_about_where_a_relation_decides_and_404_is_answered() {
    assert_eq!(
        occasions(&DOORS, EXISTENCE),
        [("getDoor", vec![], vec![VIEWER])]
    );
    let some = vec![VIEWER, MANAGER, OWNER, RESELLER];
    let expected = ["getCustomer", "getCustomerName", "getMvnoAccount"];
    let expected = expected.map(|operation| (operation, vec![], some.clone()));
    assert_eq!(occasions(&API, EXISTENCE), expected);
}

#[test]
fn the_errata_begin_with_the_questions() {
    let errata = telecomx_openapi::errata(&API);
    let sections: Vec<_> = errata
        .lines()
        .filter(|line| line.starts_with('#'))
        .take(4)
        .collect();
    assert_eq!(
        sections,
        [
            "# Errata",
            "## Questions to the owner",
            &format!("### {CREDENTIALS}"),
            &format!("### {EXISTENCE}"),
        ]
    );
    let lines = [
        "- `getCustomer` to `VIEWER`, `MANAGER`, `OWNER`, `RESELLER`, `RESELLER_ADMIN`, `ADMIN`: \
         `integrations.billing.economic.agreementGrantToken`, `integrations.billing.rackbeat.bearerToken`, \
         `integrations.billing.uniconta.password`, `integrations.criipto.clientSecret`, \
         `integrations.licenses.also.password`",
        "- `getMvnoAccount` to `VIEWER`, `MANAGER`, `OWNER`, `RESELLER`",
    ];
    for expected in lines {
        assert!(errata.lines().any(|line| line == expected), "{errata}");
    }
}

#[test]
fn what_does_not_arise_is_not_asked() {
    assert!(open_questions(&LOCKS).is_empty());
    assert!(!telecomx_openapi::errata(&LOCKS).contains("Questions"));
}
