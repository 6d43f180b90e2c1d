//! What is on its way out, wherever something can be. It compiles without a warning.
#![deny(warnings)]

use schemars::JsonSchema;
use serde::Deserialize;
use telecomx_contract::{
    Api, Contact, Endpoint, Example, Examples, License, OpenEnum, QueryFlags, Resource, section,
};

/// Get a phone.
///
/// It is found by its id.
#[derive(Debug, Clone, PartialEq, Endpoint)]
#[endpoint(GET "/phones/{phoneId}", response = Phone, revised = "2026-01-31")]
#[access(VIEWER, ADMIN)]
#[deprecated(since = "1.2.0", note = "use `getHandset` instead")]
pub struct GetPhone {
    /// The phone to read.
    #[deprecated = "use its number instead"]
    #[assumption("An id never changes.")]
    pub phone_id: String,
    /// Whether to tell of its SIM too.
    #[deprecated(note = "the SIM is always told of")]
    #[access(ADMIN)]
    #[erratum(
        page = "api:expansion:shapes:deprecated",
        example_name = "sim",
        why = "The table calls it `withSim`."
    )]
    pub with_sim: Option<bool>,
    /// Of which colour it must be.
    #[flags]
    pub colour: Option<Colour>,
}

#[allow(deprecated)]
impl Examples for GetPhone {
    fn examples() -> Vec<Example<Self>> {
        Example::only(Self {
            phone_id: "kitchen".to_owned(),
            with_sim: None,
            colour: Some(Colour::Red),
        })
    }
}

/// The colour of a phone.
#[derive(Debug, Clone, Copy, PartialEq, QueryFlags)]
pub enum Colour {
    /// Only a red one.
    Red,
    /// Only a green one.
    #[deprecated(note = "no phone is green any more")]
    #[assumption("Dark green is green.")]
    Green,
}

/// Add a phone.
#[derive(Debug, Clone, PartialEq, Endpoint)]
#[endpoint(POST "/phones", response = old::Receipt, revised = "2026-01-31")]
#[access(ADMIN)]
pub struct AddPhone {
    /// What to call it.
    #[deprecated(note = "use `title` instead")]
    #[assumption("A name is never empty.")]
    pub name: Option<String>,
    /// What stands on it.
    pub title: Option<String>,
}

#[allow(deprecated)]
impl Examples for AddPhone {
    fn examples() -> Vec<Example<Self>> {
        Example::only(Self {
            name: None,
            title: Some("Kitchen".to_owned()),
        })
    }
}

/// A phone.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema, Resource)]
#[serde(rename_all = "camelCase")]
pub struct Phone {
    /// What it is called.
    #[deprecated(note = "use `title` instead")]
    #[visible(ADMIN)]
    pub name: Option<String>,
    /// What it is doing.
    pub state: Option<State>,
    /// Where it is.
    #[deprecated(note = "it is not known any more")]
    pub place: Option<Place>,
}

/// Where a phone is.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema, Resource)]
#[serde(rename_all = "camelCase")]
pub struct Place {
    /// The country that it is in.
    pub country: Option<String>,
}

/// What a phone is doing.
#[derive(Debug, Clone, PartialEq, OpenEnum)]
pub enum State {
    /// It is on.
    On,
    /// It is on, and asleep.
    #[deprecated(since = "1.1.0", note = "use `ON` instead")]
    Asleep,
    /// A newer one.
    Other(String),
}

#[allow(deprecated)]
impl Examples for Phone {
    fn examples() -> Vec<Example<Self>> {
        vec![Example {
            name: "phone",
            summary: "A phone",
            value: Self {
                name: Some("Kitchen".to_owned()),
                state: Some(State::Asleep),
                place: None,
            },
        }]
    }
}

/// What is on its way out as a whole: the derives of others mention it, so it has a file of its own.
pub mod old {
    #![allow(deprecated)]

    use super::*;

    /// A receipt.
    #[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema, Resource)]
    #[serde(rename_all = "camelCase")]
    #[deprecated(since = "1.3.0", note = "none is given any more")]
    pub struct Receipt {
        /// What was received.
        pub kind: Option<Kind>,
    }

    /// What was received.
    #[derive(Debug, Clone, PartialEq, OpenEnum)]
    #[deprecated(note = "ask the phone itself")]
    pub enum Kind {
        /// A phone.
        Phone,
        /// A newer one.
        Other(String),
    }

    impl Examples for Receipt {
        fn examples() -> Vec<Example<Self>> {
            vec![Example {
                name: "receipt",
                summary: "A receipt",
                value: Self {
                    kind: Some(Kind::Phone),
                },
            }]
        }
    }
}

section! {
    "Phones",
    "Phones.",
    [GetPhone, AddPhone]
}

/// An API in which much is on its way out.
pub const API: Api = Api {
    title: "Phones",
    description: "Phones.",
    version: "1.3.0",
    server: ("https://api.example", "Nowhere"),
    contact: Contact {
        name: "Nobody",
        url: "https://api.example",
    },
    license: License {
        name: "MIT",
        url: "https://api.example",
    },
    sections: &[&SECTION],
};
