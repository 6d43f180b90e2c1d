use schemars::JsonSchema;
use serde::Deserialize;
use telecomx_contract::{ErrorCodes, OpenEnum, Resource};

/// Texts that are not published as rustdoc shows them.
#[derive(Debug, Deserialize, JsonSchema, Resource)]
#[serde(rename_all = "camelCase")]
pub struct Texts {
    #[doc = include_str!("descriptions.rs")]
    pub included: Option<String>,
    #[doc = concat!("One", " text.")]
    pub joined: Option<String>,
    /// It is hidden.
    #[doc(hidden)]
    pub hidden: Option<String>,
    /// A [`Texts`], a [text](Texts::hidden), and [another][Self].
    ///
    /// `[Texts]` is none, \[Texts\] neither, nor [a page](https://api.example).
    pub links: Option<String>,
    /// # A heading
    ///
    /// And a text.
    pub heading: Option<String>,
    /// - A list.
    pub list: Option<String>,
    ///
    pub blank: Option<String>,
    #[doc = "A bell: \x07"]
    pub control: Option<String>,
}

/// Values.
#[derive(Debug, Clone, PartialEq, Eq, OpenEnum)]
pub enum Values {
    /// See [`Texts`].
    One,
    #[doc = concat!("Two", ".")]
    Two,
    /// Open; no place but rustdoc shows this of [`Texts`].
    Other(String),
}

/// Errors.
#[derive(Debug, Clone, Copy, PartialEq, ErrorCodes)]
pub enum Codes {
    /// Not found.
    ///
    /// See [`Texts`].
    #[code(404, "one")]
    One,
}
