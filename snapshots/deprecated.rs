//! What is on its way out says so wherever it is published, with what to use instead.

use serde_json::{Value, json};
use telecomx_contract::{AccessLevel, Audience};

use crate::expansion::shapes::deprecated::API;

fn document(audience: Audience) -> Value {
    telecomx_openapi::document(&API, audience).unwrap()
}

fn document_3_0(audience: Audience) -> Value {
    telecomx_openapi::lower(document(audience))
        .unwrap()
        .document
}

/// Each edition, whole and as levels see it.
fn documents() -> Vec<(&'static str, Value)> {
    let admin = Audience::Level(AccessLevel::ADMIN);
    vec![
        ("3.1", document(Audience::All)),
        ("3.0", document_3_0(Audience::All)),
        ("3.1 of ADMIN", document(admin)),
        ("3.0 of ADMIN", document_3_0(admin)),
    ]
}

/// The parameters of an operation by name, each with what is said of it.
fn parameter<'d>(document: &'d Value, name: &str) -> &'d Value {
    let parameters = document["paths"]["/phones/{phoneId}"]["get"]["parameters"].as_array();
    let mut parameters = parameters.unwrap().iter();
    parameters
        .find(|parameter| parameter["name"] == name)
        .unwrap()
}

#[test]
fn an_operation() {
    for (edition, document) in documents() {
        let operation = &document["paths"]["/phones/{phoneId}"]["get"];
        assert_eq!(operation["deprecated"], true, "{edition}");
        let description = operation["description"].as_str().unwrap();
        let begin =
            "It is found by its id.\n\nDeprecated since 1.2.0: use `getHandset` instead\n\n**Who";
        assert!(description.contains(begin), "{edition}: {description}");
        let other = &document["paths"]["/phones"]["post"];
        assert_eq!(other.get("deprecated"), None, "{edition}");
    }
}

#[test]
fn a_parameter() {
    for (edition, document) in documents() {
        for (name, deprecated, description) in [
            (
                "phoneId",
                Some(&json!(true)),
                "The phone to read.\n\nDeprecated: use its number instead",
            ),
            (
                "withSim",
                Some(&json!(true)),
                "Whether to tell of its SIM too.\n\nDeprecated: the SIM is always told of",
            ),
            ("red", None, "Only a red one."),
            (
                "green",
                Some(&json!(true)),
                "Only a green one.\n\nDeprecated: no phone is green any more",
            ),
        ] {
            let parameter = parameter(&document, name);
            assert_eq!(parameter.get("deprecated"), deprecated, "{edition}: {name}");
            let said = parameter["description"].as_str().unwrap();
            assert!(said.starts_with(description), "{edition}: {said}");
        }
    }
}

#[test]
fn a_property_and_an_object() {
    for (edition, document) in documents() {
        let schemas = &document["components"]["schemas"];
        let receipt = &schemas["Receipt"];
        assert_eq!(receipt["deprecated"], true, "{edition}");
        assert_eq!(
            receipt["description"], "A receipt.\n\nDeprecated since 1.3.0: none is given any more",
            "{edition}"
        );
        let phone = &schemas["Phone"];
        assert_eq!(phone.get("deprecated"), None, "{edition}");
        let name = &phone["properties"]["name"];
        assert_eq!(name["deprecated"], true, "{edition}");
        let said = name["description"].as_str().unwrap();
        let begin = "What it is called.\n\nDeprecated: use `title` instead";
        assert!(said.starts_with(begin), "{edition}: {said}");
        // Beside a reference, which a document of 3.0 must wrap for it.
        let place = &phone["properties"]["place"];
        assert_eq!(place["deprecated"], true, "{edition}");
        assert_eq!(
            place["description"], "Where it is.\n\nDeprecated: it is not known any more",
            "{edition}"
        );
        assert_eq!(schemas["Place"].get("deprecated"), None, "{edition}");
        let body = &schemas["AddPhoneBody"]["properties"];
        assert_eq!(body["name"]["deprecated"], true, "{edition}");
        assert_eq!(
            body["name"]["description"], "What to call it.\n\nDeprecated: use `title` instead",
            "{edition}"
        );
        assert_eq!(body["title"].get("deprecated"), None, "{edition}");
    }
}

#[test]
fn an_enumeration_and_a_value_of_it() {
    let said = "What a phone is doing.\n\n\
        Known values, to which others may be added:\n\n\
        - `ON`: It is on.\n\
        - `ASLEEP`: It is on, and asleep. Deprecated since 1.1.0: use `ON` instead";
    let document = document(Audience::All);
    let state = &document["components"]["schemas"]["State"];
    assert_eq!(state["description"], said);
    assert_eq!(state.get("deprecated"), None);
    assert_eq!(state["enum"], json!(["ON", "ASLEEP"]));
    assert_eq!(state["x-enum-deprecated"], json!(["ASLEEP"]));
    let meanings = json!([
        "It is on.",
        "It is on, and asleep. Deprecated since 1.1.0: use `ON` instead"
    ]);
    assert_eq!(state["x-enum-descriptions"], meanings);
    let kind = &document["components"]["schemas"]["Kind"];
    assert_eq!(kind["deprecated"], true);
    let said = kind["description"].as_str().unwrap();
    let begin = "What was received.\n\nDeprecated: ask the phone itself\n\nKnown values";
    assert!(said.starts_with(begin), "{said}");
    assert_eq!(kind.get("x-enum-deprecated"), None);
    // In 3.0 the values stand where they are used.
    let document = document_3_0(Audience::All);
    let state = &document["components"]["schemas"]["Phone"]["properties"]["state"];
    assert_eq!(state["x-extensible-enum"], json!(["ON", "ASLEEP"]));
    assert_eq!(state["x-enum-deprecated"], json!(["ASLEEP"]));
    assert_eq!(state["x-enum-descriptions"], meanings);
}

#[test]
fn a_schema_that_stands_alone() {
    let schemas = telecomx_openapi::standalone_schemas(&document(Audience::All));
    let text = serde_json::to_string(&schemas).unwrap();
    assert!(text.contains("Deprecated since 1.3.0: none is given any more"));
    assert!(text.contains("\"x-enum-deprecated\":[\"ASLEEP\"]"));
    assert!(text.contains("\"deprecated\":true"));
}

#[test]
fn the_reviewers_table() {
    let table = telecomx_openapi::operations(&API);
    let (first, _) = table.split_once("  errors").unwrap();
    assert_eq!(
        first,
        "\
GET /phones/{phoneId}
  operation   getPhone
  page        api:expansion:shapes:deprecated, revised 2026-01-31
  deprecated  Deprecated since 1.2.0: use `getHandset` instead
  access      VIEWER, ADMIN
  parameters  phoneId (path, Deprecated: use its number instead)
              withSim (query, ADMIN only, Deprecated: the SIM is always told of)
              red (query)
              green (query, Deprecated: no phone is green any more)
"
    );
}

#[test]
fn decisions_about_parameters_are_among_the_errata() {
    let errata = telecomx_openapi::errata(&API);
    for line in [
        "| parameter `withSim` | example name `sim` for `withSim` | The table calls it `withSim`. |",
        "- parameter `phoneId` of `getPhone`: An id never changes.",
        "- parameter `green` of `getPhone`: Dark green is green.",
        "- `name` of `addPhone`: A name is never empty.",
    ] {
        assert!(errata.lines().any(|it| it == line), "{line}\n{errata}");
    }
}
