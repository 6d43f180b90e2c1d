//! An API whose one object has a property of every shape.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use telecomx_contract::{
    Api, Contact, Endpoint, Example, Examples, License, OpenEnum, Redact, Resource, Secret, Section,
};
use telecomx_model::{CustomData, Id, PhoneNumber, Timestamp};

/// An API of every shape.
pub static SHAPES: Api = Api {
    title: "Shapes",
    description: "Every shape that a property can have.",
    version: "1.0.0",
    server: ("https://shapes.example", "Nowhere"),
    contact: Contact {
        name: "Nobody",
        url: "https://shapes.example",
    },
    license: License {
        name: "MIT",
        url: "https://spdx.org/licenses/",
    },
    sections: &[&SECTION],
};

/// An API with an example that JSON cannot hold.
pub static WEIGHTLESS: Api = Api {
    sections: &[&Section {
        name: "Weightless",
        description: "An example that JSON cannot hold.",
        operations: &[GetWeightless::LISTED],
    }],
    ..SHAPES
};

telecomx_contract::section! {
    "Shapes",
    "Every shape that a property can have.",
    [GetShapes, ListShapes, AddShapes, ShareShapes]
}

/// Get every shape.
#[derive(Debug, Clone, PartialEq, Endpoint)]
#[endpoint(GET "/shapes", response = Shapes, revised = "2026-01-31")]
#[access(ADMIN)]
pub struct GetShapes;

impl Examples for GetShapes {
    fn examples() -> Vec<Example<Self>> {
        Example::only(Self)
    }
}

/// List shapes.
#[derive(Debug, Clone, PartialEq, Endpoint)]
#[endpoint(GET "/shapes/list", response = Vec<Part>, revised = "2026-01-31")]
#[access(ADMIN)]
pub struct ListShapes;

impl Examples for ListShapes {
    fn examples() -> Vec<Example<Self>> {
        Example::only(Self)
    }
}

/// Add shapes.
#[derive(Debug, Clone, PartialEq, Endpoint)]
#[endpoint(POST "/shapes", response = Part, revised = "2026-01-31")]
#[access(ADMIN)]
pub struct AddShapes {
    /// Whom it belongs to.
    pub owner: Id,
    /// Whom to call, as far as known.
    pub numbers: Vec<Option<PhoneNumber>>,
    /// When it is due; null if never.
    #[nullable]
    pub due: Option<Timestamp>,
    /// What it costs.
    pub prices: Option<Vec<Option<f64>>>,
    /// What it is sent with.
    pub sent: Option<Sent>,
}

impl Examples for AddShapes {
    fn examples() -> Vec<Example<Self>> {
        Example::only(Self {
            owner: Id::EXAMPLE,
            numbers: vec![Some(PhoneNumber::EXAMPLE), None],
            due: None,
            prices: Some(vec![Some(0.5), None]),
            sent: Some(Sent {
                by: vec![Id::EXAMPLE],
            }),
        })
    }
}

/// Share shapes.
#[derive(Debug, Clone, PartialEq, Endpoint)]
#[endpoint(POST "/shapes/shared", response = Part, revised = "2026-01-31")]
#[access(ADMIN)]
pub struct ShareShapes {
    /// Who shares them.
    pub shared: Shared,
}

impl Examples for ShareShapes {
    fn examples() -> Vec<Example<Self>> {
        Example::only(Self {
            shared: Shared { by: Id::EXAMPLE },
        })
    }
}

/// An object that callers send and the platform answers.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema, Resource)]
#[serde(rename_all = "camelCase")]
pub struct Shared {
    /// Who shares it.
    pub by: Id,
}

/// An object that only callers send.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema, Resource)]
#[serde(rename_all = "camelCase")]
pub struct Sent {
    /// Who sends it.
    pub by: Vec<Id>,
}

/// A property of every shape.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema, Resource)]
#[serde(rename_all = "camelCase")]
pub struct Shapes {
    /// Identifies it.
    #[serde(rename = "_id")]
    pub id: Id,
    /// How it is reached.
    pub phone: PhoneNumber,
    /// When it began.
    pub began: Timestamp,
    /// How many there are.
    pub count: i32,
    /// How large it is, in bytes.
    pub size: i64,
    /// What it costs.
    pub price: f64,
    /// Whether it is in use.
    pub used: bool,
    /// What opens it.
    pub pin: Secret,
    /// Its colour.
    pub colour: Colour,
    /// Its grade.
    pub grade: Grade,
    /// What others noted.
    pub free: CustomData,
    /// A part of it.
    pub part: Part,
    /// What it is called.
    #[visible(ADMIN)]
    pub name: Option<String>,
    /// When it ended; null if it did not.
    #[nullable]
    pub ended: Option<Timestamp>,
    /// Its other part; null if it has none.
    #[nullable]
    pub other_part: Option<Part>,
    /// Its other colour; null if it has none.
    #[nullable]
    pub other_colour: Option<Colour>,
    /// What it was called; null if it had no name.
    #[nullable]
    #[serde(default, deserialize_with = "telecomx_contract::some_or_null")]
    pub former_name: Option<Option<String>>,
    /// What it will be called; null if not known, which its type tells.
    pub next_name: Option<Option<String>>,
    /// Counts, some of them not known.
    pub counts: Vec<Option<i32>>,
    /// Prices, some of them not known.
    pub prices: Option<Vec<Option<f64>>>,
    /// Parts, some of them missing.
    pub parts: Option<Vec<Option<Part>>>,
    /// Colours, some of them not known.
    pub colours: Vec<Option<Colour>>,
    /// Grades, some of them not known.
    pub grades: Vec<Option<Grade>>,
    /// Ids in lists, some of them not known.
    pub table: Vec<Option<Vec<Option<Id>>>>,
    /// Who shares it.
    pub shared: Option<Shared>,
    /// What it costs elsewhere.
    pub rates: Vec<Rate>,
    /// What it stands beside.
    #[serde(flatten)]
    pub beside: Beside,
}

/// What stands directly in another object.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema, Resource)]
#[serde(rename_all = "camelCase")]
pub struct Beside {
    /// How far away it is, in metres.
    pub distance: Option<f64>,
    /// How often it was seen.
    pub seen: i64,
    /// Notes, some of them blank.
    pub notes: Option<Vec<Option<String>>>,
}

/// A part.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema, Resource)]
#[serde(rename_all = "camelCase")]
pub struct Part {
    /// What it weighs, in kilograms.
    pub weight: Option<f64>,
}

/// A plain value with a number in it.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
#[schemars(inline)]
pub struct Rate(pub f64);

impl Redact for Rate {}

/// A colour.
#[derive(Debug, Clone, PartialEq, Eq, OpenEnum)]
pub enum Colour {
    /// Red.
    Red,
    /// Green.
    Green,
    /// A newer one.
    Other(String),
}

/// A grade.
#[derive(Debug, Clone, PartialEq, Eq, OpenEnum)]
pub enum Grade {
    /// The first.
    #[value(1)]
    First,
    /// A newer one.
    Other(i64),
}

impl Shapes {
    /// One with something of each shape.
    pub fn example() -> Self {
        let part = Part { weight: Some(1.5) };
        Self {
            id: Id::EXAMPLE,
            phone: PhoneNumber::EXAMPLE,
            began: Timestamp::from_static("2026-01-31T12:34:56.789Z"),
            count: 1,
            size: 2,
            price: 2.5,
            used: true,
            pin: Secret::placeholder(),
            colour: Colour::Red,
            grade: Grade::First,
            free: CustomData::default(),
            part: part.clone(),
            name: None,
            ended: None,
            other_part: None,
            other_colour: None,
            former_name: Some(None),
            next_name: Some(None),
            counts: vec![Some(1), None],
            prices: Some(vec![None, Some(0.5)]),
            parts: Some(vec![None, Some(part)]),
            colours: vec![None, Some(Colour::Green)],
            grades: vec![Some(Grade::Other(7)), None],
            table: vec![None, Some(vec![None, Some(Id::EXAMPLE)])],
            shared: None,
            rates: vec![Rate(0.25)],
            beside: Beside {
                distance: None,
                seen: 3,
                notes: Some(vec![None]),
            },
        }
    }
}

impl Examples for Shapes {
    fn examples() -> Vec<Example<Self>> {
        vec![Example {
            name: "shapes",
            summary: "Every shape",
            value: Self::example(),
        }]
    }
}

/// Get what weighs nothing that is known.
#[derive(Debug, Clone, PartialEq, Endpoint)]
#[endpoint(GET "/weightless", response = Weightless, revised = "2026-01-31")]
#[access(ADMIN)]
pub struct GetWeightless;

impl Examples for GetWeightless {
    fn examples() -> Vec<Example<Self>> {
        Example::only(Self)
    }
}

/// What weighs nothing that is known.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema, Resource)]
#[serde(rename_all = "camelCase")]
pub struct Weightless {
    /// How heavy it is, in kilograms.
    pub weight: f64,
}

impl Examples for Weightless {
    fn examples() -> Vec<Example<Self>> {
        vec![Example {
            name: "weightless",
            summary: "No weight",
            value: Self { weight: f64::NAN },
        }]
    }
}

impl Examples for Part {
    fn examples() -> Vec<Example<Self>> {
        vec![Example {
            name: "part",
            summary: "A part",
            value: Self { weight: Some(1.5) },
        }]
    }
}
