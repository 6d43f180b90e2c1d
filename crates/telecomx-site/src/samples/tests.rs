use serde_json::json;
use telecomx_api::API;
use telecomx_contract::{Endpoint, Example, Examples, NoErrors, QueryFlags};

use super::*;

/// The samples of an operation of an API, by their labels.
fn samples_of(document: &Value, operation: &'static Operation) -> Vec<Sample> {
    let object = crate::document::operation(document, operation.id).unwrap();
    samples(operation, object).unwrap()
}

#[test]
fn no_sample_holds_a_token() {
    let document = telecomx_openapi::document(&API, telecomx_contract::Audience::All).unwrap();
    let document = telecomx_openapi::lower(document).unwrap().document;
    for operation in API.operations() {
        let samples = samples_of(&document, operation);
        assert_eq!(samples.len(), 4);
        for Sample { label, source, .. } in samples {
            assert!(
                source.contains(TOKEN) && source.contains(URL),
                "{label}: {source}"
            );
        }
    }
}

/// Add a note.
#[derive(Debug, Endpoint)]
#[endpoint(POST "/notes/{noteId}", response = telecomx_contract::ErrorBody, revised = "2026-01-31")]
#[access(ADMIN)]
struct AddNote {
    /// The note.
    note_id: String,
    /// What it says.
    text: String,
    /// Whether it stays on top.
    on_top: Option<bool>,
    /// Whom it is for.
    readers: Option<Vec<String>>,
}

impl Examples for AddNote {
    fn examples() -> Vec<Example<Self>> {
        Example::only(Self {
            note_id: "n 1".to_owned(),
            text: "Rip's".to_owned(),
            on_top: Some(true),
            readers: None,
        })
    }
}

/// List notes.
#[derive(Debug, Endpoint)]
#[endpoint(GET "/notes", response = telecomx_contract::ErrorBody, errors = NoErrors, revised = "2026-01-31")]
#[access(ADMIN)]
struct ListNotes {
    /// What to look for.
    text: Option<String>,
    /// Which of them.
    #[flags]
    which: Option<Which>,
}

/// Which notes.
#[derive(Debug, QueryFlags)]
enum Which {
    /// New ones.
    New,
    /// Old ones.
    Old,
}

impl Examples for ListNotes {
    fn examples() -> Vec<Example<Self>> {
        Example::only(Self {
            text: Some("a b".to_owned()),
            which: Some(Which::Old),
        })
    }
}

/// Remove a note.
#[derive(Debug, Endpoint)]
#[endpoint(DELETE "/notes/{noteId}", response = telecomx_contract::ErrorBody, revised = "2026-01-31")]
#[access(ADMIN)]
struct RemoveNote {
    /// The note.
    note_id: String,
}

impl Examples for RemoveNote {
    fn examples() -> Vec<Example<Self>> {
        Example::only(Self {
            note_id: "..".to_owned(),
        })
    }
}

/// The source of a sample of an operation, whose object in the document is given.
fn source(operation: &'static Operation, object: &Value, language: &str) -> String {
    let mut samples = samples(operation, object).unwrap().into_iter();
    let sample = samples.find(|sample| sample.language == language);
    sample.unwrap().source
}

#[test]
fn a_body_is_shown_in_every_language() {
    let object = json!({
        "parameters": [{ "name": "noteId" }],
        "requestBody": { "content": { "application/json": {
            "schema": { "$ref": "#/components/schemas/AddNoteBody" },
            "examples": { "example": { "value": { "text": "Rip's", "onTop": true } } },
        } } },
    });
    let shown = |language, expected: &str| {
        let source = source(AddNote::LISTED, &object, language);
        assert!(source.contains(expected), "{source}");
    };
    shown(
        "shell",
        r#"curl --fail-with-body --request POST --json '{
  "text": "Rip'\''s",
  "onTop": true
}' "$TELECOMX_URL/notes/n%201" \
  --url-query "token=$TELECOMX_TOKEN"
"#,
    );
    shown(
        "rust",
        r#"client.send(AddNote {
        note_id: "n 1".parse()?,
        text: from_value(json!("Rip's"))?,
        on_top: from_value(json!(true))?,
        readers: Default::default(),
    }).await?;"#,
    );
    shown(
        "typescript",
        r#"const body: components["schemas"]["AddNoteBody"] = {
  "text": "Rip's",
  "onTop": true
};
"#,
    );
    shown(
        "typescript",
        r#"await fetch(url, {
  method: "POST",
  headers: { "content-type": "application/json" },
  body: JSON.stringify(body),
});"#,
    );
    shown(
        "python",
        r#"    json={
        "text": "Rip's",
        "onTop": True,
    },
)
"#,
    );
}

#[test]
fn what_may_be_left_out_is_shown_where_the_example_gives_it() {
    let object =
        json!({ "parameters": [{ "name": "text" }, { "name": "new" }, { "name": "old" }] });
    let source = |language| source(ListNotes::LISTED, &object, language);
    let rust = source("rust");
    let request =
        r#"ListNotes { text: Some("a b".parse()?), which: QueryFlags::from_flag("old") }"#;
    assert!(rust.contains(request), "{rust}");
    let shell = source("shell");
    assert!(shell.contains("--data-urlencode 'text=a b'"), "{shell}");
    assert!(shell.contains("--data-urlencode 'old=true'"), "{shell}");
}

#[test]
fn what_the_reader_may_not_send_is_in_no_sample() {
    let object = json!({ "parameters": [{ "name": "text" }] });
    for sample in samples(ListNotes::LISTED, &object).unwrap() {
        assert!(!sample.source.contains("old"), "{}", sample.source);
    }
}

#[test]
fn an_example_that_cannot_be_sent_is_named() {
    let error = samples(RemoveNote::LISTED, &json!({})).unwrap_err();
    assert_eq!(
        error.to_string(),
        "removeNote: the first example of its request cannot be sent: path variable `noteId` is a dot segment: a value \
         of a path must be neither empty nor a dot segment"
    );
}
