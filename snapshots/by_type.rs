//! What can be left out, what is null and what is hidden follow the types, not their spelling.

use serde_json::json;
use telecomx_contract::{AccessLevel, Endpoint, OpenEnum, Redact, Resource};

use crate::expansion::shapes::{
    by_type::{FindTyped, Typed, own},
    query_flags::Colour,
    restricted::Inner,
};

#[test]
fn an_option_under_any_name_is_left_out() {
    let empty = json!({ "numbers": [], "number": 0, "object": {} });
    assert_eq!(serde_json::to_value(Typed::default()).unwrap(), empty);
    assert_eq!(
        serde_json::from_value::<Typed>(empty).unwrap(),
        Typed::default()
    );
}

#[test]
fn what_is_in_an_option_under_any_name_is_written() {
    let full = Typed {
        note: Some("a".to_owned()),
        alias: Some("b".to_owned()),
        whole: Some("c".to_owned()),
        found: Some("d".to_owned()),
        numbers: vec![Some(1), None],
        inside: Some(vec![None, Some(Inner { weight: Some(0.5) })]),
        twice: Some(None),
        number: own::Option(2),
        object: own::String {
            note: Some("e".to_owned()),
        },
    };
    assert_eq!(
        serde_json::to_value(full).unwrap(),
        json!({
            "note": "a",
            "alias": "b",
            "whole": "c",
            "found": "d",
            "numbers": [1, null],
            "inside": [null, { "weight": 0.5 }],
            "twice": null,
            "number": 2,
            "object": { "note": "e" },
        })
    );
}

#[test]
fn the_metadata_follow_the_types() {
    let properties = Typed::RESOURCE.properties.iter();
    let found: Vec<_> = properties
        .map(|property| {
            let object = property.object.map(|object| object.name);
            (property.name, property.optional, property.nullable, object)
        })
        .collect();
    assert_eq!(
        found,
        [
            ("note", true, false, None),
            ("alias", true, false, None),
            ("whole", true, false, None),
            ("found", true, true, None),
            ("numbers", false, false, None),
            ("inside", true, false, Some("Inner")),
            ("twice", true, true, None),
            ("number", false, false, None),
            ("object", false, false, Some("String")),
        ]
    );
}

#[test]
fn a_restricted_property_is_hidden_whatever_its_type_is_called() {
    let mut seen = Typed {
        note: Some("a".to_owned()),
        whole: Some("c".to_owned()),
        object: own::String {
            note: Some("e".to_owned()),
        },
        ..Typed::default()
    };
    seen.redact(AccessLevel::ADMIN);
    assert_eq!(seen.object.note.as_deref(), Some("e"));
    seen.redact(AccessLevel::RESELLER);
    assert_eq!(seen, Typed::default());
}

#[test]
fn a_parameter_is_optional_whatever_its_type_is_called() {
    let required: Vec<_> = FindTyped::OPERATION
        .parameters()
        .map(|(parameter, _)| (parameter.name, parameter.required))
        .collect();
    assert_eq!(
        required,
        [
            ("text", false),
            ("limit", false),
            ("red", false),
            ("seaBlue", false),
            ("verdant", false),
        ]
    );
    for (request, uri) in [
        (
            FindTyped {
                text: None,
                limit: None,
                colour: None,
            },
            "/typed",
        ),
        (
            FindTyped {
                text: Some("a b".to_owned()),
                limit: Some(3),
                colour: Some(Colour::Red),
            },
            "/typed?text=a%20b&limit=3&red=true",
        ),
    ] {
        let written = request.clone().into_request().unwrap();
        assert_eq!(written.uri(), uri);
        assert_eq!(FindTyped::from_request(&written).unwrap(), request);
        let denied = request.limit.map(|_| "limit");
        assert_eq!(request.denied_parameter(AccessLevel::RESELLER), denied);
    }
}

macro_rules! open_enums {
    ($text:ty, $number:ty) => {
        /// Texts.
        #[derive(Debug, PartialEq, OpenEnum)]
        enum Text {
            /// The first.
            First,
            /// A newer one.
            Other($text),
        }

        /// Numbers.
        #[derive(Debug, PartialEq, OpenEnum)]
        enum Number {
            /// The first.
            #[value(1)]
            First,
            /// A newer one.
            Other($number),
        }
    };
}
open_enums!(std::string::String, core::primitive::i64);

#[test]
fn an_enumeration_is_open_whoever_writes_the_type() {
    let texts = [Text::First, Text::Other("SECOND".to_owned())];
    assert_eq!(
        serde_json::from_value::<[Text; 2]>(json!(["FIRST", "SECOND"])).unwrap(),
        texts
    );
    let numbers = [Number::First, Number::Other(2)];
    assert_eq!(
        serde_json::from_value::<[Number; 2]>(json!([1, 2])).unwrap(),
        numbers
    );
}
