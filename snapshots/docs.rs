//! What is published of a doc comment is what rustdoc shows of it. The expected texts are what rustdoc 1.95 writes for
//! these comments (`--output-format json`), without blank lines at their ends.

use schemars::JsonSchema;
use serde::Deserialize;
use telecomx_contract::{Endpoint, ErrorCodes, Example, Examples, OpenEnum, QueryFlags, Resource};

/// Passes doc comments on, which makes attributes of them.
macro_rules! passed_on {
    ($(#[$doc:meta])* $name:ident, $text:literal) => {
        $(#[$doc])*
        #[derive(Debug, Deserialize, JsonSchema, Resource)]
        #[serde(rename_all = "camelCase")]
        pub(super) struct $name {
            #[doc = $text]
            literal: Option<String>,
        }
    };
}

#[rustfmt::skip]
#[allow(clippy::tabs_in_doc_comments, reason = "they are one form that a comment can have")]
mod forms {
    use super::*;

    passed_on! {
        /** In a macro
         * two
         */
        PassedOn, "A literal of a macro."
    }

    /// Every form.
    #[derive(Debug, Deserialize, JsonSchema, Resource)]
    #[serde(rename_all = "camelCase")]
    pub(super) struct Forms {
        /**
         * Stars.
         *
         * - one
         *   - two
         *
         * ```
         * * a
         *   b
         * ```
         */
        stars: Option<bool>,
        /**
           No stars.

             indented
        */
        no_stars: Option<bool>,
        /** One line. */
        one_line: Option<bool>,
        /** First.
            Second.
         */
        first: Option<bool>,
        #[doc = "a\n   b\n"]
        raw_lines: Option<bool>,
        #[doc = "\n a\n   b\n"]
        raw_blank: Option<bool>,
        #[doc = "a\n * b\n * c"]
        raw_stars: Option<bool>,
        /// hello
        #[doc = "raw"]
        /// again
        mixed: Option<bool>,
        /// a
        ///     b
        ///
        /// 	tab
        tabs: Option<bool>,
        ///	tab
        ///	tab2
        tabs_alone: Option<bool>,
        ///none
        /// one
        no_space: Option<bool>,
        /**
         * Paragraph
         * *emphasis* and
         * ** bold **
         **/
        emphasis: Option<bool>,
        #[doc = "a\r\nb"]
        carriage_return: Option<bool>,
        /** a
         *
	b */
        ragged: Option<bool>,
        ///
        /// Blank lines around it.
        ///
        ///
        blank: Option<bool>,
        /// It has another name in a search.
        #[doc(alias = "synonym")]
        alias: Option<bool>,
        /// Text:
        /// - item
        ///
        /// ```text
        ///     * code
        /// ```
        code: Option<bool>,
    }
}

#[test]
fn every_form_is_published_as_rustdoc_shows_it() {
    let expected = [
        ("stars", "Stars.\n\n- one\n  - two\n\n```\n* a\n  b\n```"),
        ("noStars", "No stars.\n\n  indented"),
        ("oneLine", "One line."),
        ("first", "First.\n           Second."),
        ("rawLines", "a\n   b"),
        ("rawBlank", "a\n  b"),
        ("rawStars", "a\n * b\n * c"),
        ("mixed", "hello\nraw\nagain"),
        ("tabs", "a\n    b\n\n\ttab"),
        ("tabsAlone", "tab\ntab2"),
        ("noSpace", "none\n one"),
        ("emphasis", "Paragraph\n*emphasis* and\n** bold **"),
        ("carriageReturn", "a\nb"),
        ("ragged", "a\n        *\nb"),
        ("blank", "Blank lines around it."),
        ("alias", "It has another name in a search."),
        ("code", "Text:\n- item\n\n```text\n    * code\n```"),
    ];
    let properties = forms::Forms::RESOURCE.properties;
    let published: Vec<_> = properties
        .iter()
        .map(|property| (property.name, property.description))
        .collect();
    assert_eq!(published, expected);
}

#[test]
fn a_comment_that_a_macro_passes_on_is_an_attribute() {
    let object = forms::PassedOn::RESOURCE;
    assert_eq!(object.description, "In a macro\n        * two");
    assert_eq!(object.properties[0].description, "A literal of a macro.");
}

/**
 * Get the forms,
 * all of them.
 *
 * With a description.
 */
#[derive(Debug, Endpoint)]
#[endpoint(GET "/forms/{id}", response = telecomx_contract::ErrorBody, revised = "2026-01-31")]
#[access(ADMIN)]
struct GetForms {
    /** The form. */
    id: String,
    /// A choice.
    #[flags]
    choice: Option<Choice>,
}

impl Examples for GetForms {
    fn examples() -> Vec<Example<Self>> {
        Vec::new()
    }
}

/// A choice.
#[derive(Debug, QueryFlags)]
enum Choice {
    /**
     * The first
     * choice.
     */
    First,
}

/// Why it fails.
#[derive(Debug, Clone, Copy, PartialEq, ErrorCodes)]
enum Failure {
    /**
     * It is
     * not there.
     *
     * Look
     * elsewhere.
     */
    #[code(404, "form")]
    Missing,
}

/**
 * A form's
 * state.
 */
#[derive(Debug, OpenEnum)]
enum State {
    /** It is new. */
    New,
    /// A newer one.
    Other(String),
}

#[test]
fn every_place_is_published_alike() {
    let operation = GetForms::OPERATION;
    assert_eq!(operation.summary, "Get the forms, all of them.");
    assert_eq!(operation.description, "With a description.");
    let parameters: Vec<_> = operation
        .parameters()
        .map(|(parameter, _)| parameter.description)
        .collect();
    assert_eq!(parameters, ["The form.", "The first\nchoice."]);
    let [failure] = Failure::CODES else {
        panic!("there is one")
    };
    assert_eq!(failure.description, "It is not there.");
    assert_eq!(failure.remedy, "Look\nelsewhere.");
    let schema = schemars::SchemaGenerator::default().into_root_schema_for::<State>();
    assert_eq!(schema.get("description").unwrap(), "A form's\nstate.");
    assert_eq!(
        schema.get("x-enum-descriptions").unwrap(),
        &serde_json::json!(["It is new."])
    );
    assert_eq!(GetForms::LISTED.id, "getForms");
}
