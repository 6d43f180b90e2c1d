use serde_json::json;
use telecomx_contract::{
    AccessLevel::{ADMIN, VIEWER},
    Audience,
};

use super::*;

/// A document with everything that is compared.
fn document() -> Value {
    json!({
        "paths": { "/thing/{id}": { "get": {
            "operationId": "getThing",
            "summary": "Get a thing",
            "parameters": [
                { "in": "path", "name": "id", "required": true, "schema": { "type": "string" } },
                { "in": "query", "name": "all", "schema": { "type": "boolean" }, "x-access": [{ "levels": ["ADMIN"] }] },
            ],
            "responses": {
                "200": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Thing" } } } },
                "404": { "x-error-codes": ["thing"] },
            },
            "x-access": [{ "levels": ["VIEWER"], "scope": "OwnCustomer" }, { "levels": ["ADMIN"] }],
        } } },
        "components": { "schemas": {
            "Thing": {
                "required": ["_id"],
                "properties": {
                    "_id": { "type": "string" },
                    "state": { "type": "string", "x-extensible-enum": ["ON"] },
                    "tags": { "type": "array", "items": { "type": "string", "enum": ["A"] } },
                    "part": { "allOf": [{ "$ref": "#/components/schemas/Part" }], "x-visible-to": ["ADMIN"] },
                },
            },
            "Part": { "properties": { "size": { "type": "integer" } } },
        } },
    })
}

/// What one edit changes: the subject, whether it breaks, and what is said.
fn edited(edit: impl Fn(&mut Value)) -> Vec<(Subject, bool, String)> {
    let mut after = document();
    edit(&mut after);
    assert_ne!(after, document(), "the edit edits nothing");
    between(&document(), &after)
        .into_iter()
        .map(|change| (change.subject, change.breaks, change.what))
        .collect()
}

fn operation() -> Subject {
    Subject::Operation("getThing".to_owned())
}

fn parameter(name: &str) -> Subject {
    Subject::Parameter("getThing".to_owned(), name.to_owned())
}

fn property(name: &str) -> Subject {
    Subject::Property("Thing".to_owned(), name.to_owned())
}

const GET: &str = "/paths/~1thing~1{id}/get";
const THING: &str = "/components/schemas/Thing";

fn at<'d>(document: &'d mut Value, place: &str, below: &str) -> &'d mut Value {
    document.pointer_mut(&format!("{place}{below}")).unwrap()
}

fn remove(object: &mut Value, key: &str) {
    object.as_object_mut().unwrap().remove(key).unwrap();
}

#[test]
fn the_same_document_has_no_changes() {
    assert_eq!(between(&document(), &document()), []);
}

#[test]
fn an_operation_comes_and_goes() {
    let gone = edited(|it| remove(&mut it["paths"], "/thing/{id}"));
    assert_eq!(
        gone,
        [(operation(), true, "`GET /thing/{id}` is gone".to_owned())]
    );
    let mut before = document();
    remove(&mut before["paths"], "/thing/{id}");
    let change = &between(&before, &document())[0];
    assert_eq!((&change.subject, change.breaks), (&operation(), false));
}

#[test]
fn losing_access_breaks_and_gaining_it_does_not() {
    let lost = edited(|it| *at(it, GET, "/x-access/0/scope") = json!("OwnReseller"));
    assert_eq!(
        lost,
        [
            (
                operation(),
                true,
                "`VIEWER` (OwnCustomer) may not call it any more".to_owned()
            ),
            (
                operation(),
                false,
                "`VIEWER` (OwnReseller) may call it".to_owned()
            ),
        ]
    );
}

#[test]
fn parameters_are_requests() {
    let breaks = |edit: &dyn Fn(&mut Value)| edited(edit).iter().map(|it| it.1).collect::<Vec<_>>();
    assert_eq!(
        breaks(&|it| *at(it, GET, "/parameters/1/name") = json!("every")),
        [true, false]
    );
    let required = |it: &mut Value| at(it, GET, "/parameters/1")["required"] = json!(true);
    assert_eq!(
        edited(required),
        [(parameter("all"), true, "must be given".to_owned())]
    );
    assert_eq!(
        breaks(&|it| at(it, GET, "/parameters/0")["required"] = json!(false)),
        [false]
    );
    assert_eq!(
        breaks(&|it| at(it, GET, "/parameters/0/schema")["pattern"] = json!("^a")),
        [true]
    );
}

#[test]
fn errors_do_not_break() {
    let renamed = edited(|it| *at(it, GET, "/responses/404/x-error-codes/0") = json!("nothing"));
    assert_eq!(
        renamed,
        [
            (operation(), false, "can answer `404 nothing`".to_owned()),
            (
                operation(),
                false,
                "does not answer `404 thing` any more".to_owned()
            ),
        ]
    );
}

#[test]
fn an_answer_may_grow_but_not_shrink() {
    let new = edited(|it| at(it, THING, "/properties")["more"] = json!({ "type": "string" }));
    assert_eq!(new, [(property("more"), false, "is new".to_owned())]);
    let gone = edited(|it| remove(at(it, THING, "/properties"), "state"));
    assert_eq!(gone, [(property("state"), true, "is gone".to_owned())]);
    let optional = edited(|it| *at(it, THING, "/required") = json!([]));
    assert_eq!(
        optional,
        [(property("_id"), true, "may be left out".to_owned())]
    );
    let typed = edited(|it| *at(it, THING, "/properties/_id/type") = json!("integer"));
    assert_eq!(
        typed,
        [(
            property("_id"),
            true,
            "was `string`, and is `integer`".to_owned()
        )]
    );
    let null = edited(|it| at(it, THING, "/properties/_id")["nullable"] = json!(true));
    assert_eq!(
        null,
        [(property("_id"), true, "has other limits".to_owned())]
    );
}

#[test]
fn open_values_may_come_and_closed_ones_may_not() {
    let open =
        edited(|it| *at(it, THING, "/properties/state/x-extensible-enum") = json!(["ON", "OFF"]));
    assert_eq!(
        open,
        [(
            property("state"),
            false,
            "has the known value `OFF`".to_owned()
        )]
    );
    let closed = edited(|it| *at(it, THING, "/properties/tags/items/enum") = json!(["A", "B"]));
    assert_eq!(
        closed,
        [(property("tags"), true, "has the value `B`".to_owned())]
    );
}

#[test]
fn seeing_less_breaks() {
    let hidden = edited(|it| at(it, THING, "/properties/state")["x-visible-to"] = json!(["ADMIN"]));
    assert_eq!(
        hidden,
        [(
            property("state"),
            true,
            "only `ADMIN` see it now".to_owned()
        )]
    );
    let shown = edited(|it| remove(at(it, THING, "/properties/part"), "x-visible-to"));
    assert_eq!(
        shown,
        [(
            property("part"),
            false,
            "every level sees it now".to_owned()
        )]
    );
}

#[test]
fn other_words_are_told_and_harmless() {
    let words = edited(|it| at(it, THING, "/properties/_id")["description"] = json!("Other."));
    assert_eq!(
        words,
        [(
            property("_id"),
            false,
            "is described in other words".to_owned()
        )]
    );
}

#[test]
fn what_is_sent_must_not_ask_for_more() {
    let with_body = |mut it: Value| {
        let schema = json!({ "$ref": "#/components/schemas/Thing" });
        at(&mut it, GET, "")["requestBody"] =
            json!({ "content": { "application/json": { "schema": schema } } });
        it
    };
    let before = with_body(document());
    let mut after = before.clone();
    *at(&mut after, THING, "/required") = json!(["_id", "state"]);
    let changes = between(&before, &after);
    assert_eq!(changes.len(), 1);
    assert!(changes[0].breaks, "{changes:?}");
}

#[test]
fn an_example_refers_to_nothing() {
    let mut document = document();
    let answer = "/responses/200/content/application~1json";
    at(&mut document, GET, answer)["examples"] =
        json!({ "data": { "value": { "$ref": "#/components/schemas/Part" } } });
    let seen = seen_by(&document, Audience::Level(VIEWER));
    let components = seen["components"]["schemas"].as_object().unwrap();
    assert!(components.keys().eq(["Thing"]));
}

#[test]
fn a_level_is_told_of_nothing_that_it_may_not_know() {
    let seen = seen_by(&document(), Audience::Level(VIEWER));
    let text = seen.to_string();
    for hidden in ["ADMIN", "part", "Part", "size", "\"all\""] {
        assert!(!text.contains(hidden), "{hidden} in {text}");
    }
    assert!(text.contains("OwnCustomer"));
    assert!(
        seen_by(&document(), Audience::Level(ADMIN))
            .to_string()
            .contains("size")
    );
    assert_eq!(seen_by(&document(), Audience::All), document());
}
