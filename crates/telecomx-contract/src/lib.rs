//! The words every other crate uses to speak about the contract.
//!
//! An [`Endpoint`] is one operation, declared as a Rust struct; its type-erased description is an
//! [`Operation`], a plain constant. A [`Resource`] is one JSON object. Everything downstream
//! (documents, server, client, redaction) reads these and nothing else, and no fact of a single
//! endpoint stands here.

// The derives name this crate by its absolute path, here too.
extern crate self as telecomx_contract;

mod access;
mod api;
mod audience;
mod deprecation;
mod endpoint;
mod erratum;
mod error_code;
mod example;
mod finite;
mod flattened;
mod json;
mod level_rule;
mod levels;
mod method;
mod misfit;
mod open_enum;
mod operation;
mod optional;
mod page;
mod query_flags;
mod query_value;
mod question;
mod request;
mod resource;
mod secret;
mod section;
mod some_or_null;
mod url_value;
mod whole_numbers;

pub use self::access::{AccessLevel, AccessRule, Scope, UnknownLevel};
pub use self::api::{Api, Contact, License};
pub use self::audience::Audience;
pub use self::deprecation::Deprecation;
pub use self::endpoint::Endpoint;
pub use self::erratum::{Claim, Erratum, PLATFORM_ASSUMPTIONS};
pub use self::error_code::{CommonError, ErrorBody, ErrorCode, ErrorCodes, NoErrors};
pub use self::example::{Example, Examples};
pub use self::json::{JsonError, read_json};
pub use self::level_rule::{Grant, LEVEL_RULES, LevelRule, meant_levels};
pub use self::levels::Levels;
pub use self::method::Method;
pub use self::misfit::{Misfit, write_json};
pub use self::operation::{
    Admission, Body, Operation, Parameter, ParameterGroup, ParameterLocation, Response,
    ResponseValue,
};
pub use self::optional::Optional;
pub use self::query_flags::QueryFlags;
pub use self::query_value::QueryValue;
pub use self::question::{QUESTIONS, Question, Subject};
pub use self::request::{
    BadRequest, ExampleError, RequestError, RequestExample, RequestReader, RequestWriter,
    decode_query, encode,
};
pub use self::resource::{Check, Object, Property, Redact, Resource};
pub use self::secret::Secret;
pub use self::section::{Section, Visit};
pub use self::some_or_null::some_or_null;
pub use self::url_value::UrlValue;

pub use telecomx_macros::{Endpoint, ErrorCodes, OpenEnum, QueryFlags, Resource};

/// The query parameter that carries the caller's token, and the name of the documents' security scheme.
pub const TOKEN_PARAMETER: &str = "token";

/// What the derives' expansions need, whatever their user depends on. Not for use by hand.
#[doc(hidden)]
pub mod __private {
    pub use {http, schemars, serde};

    pub use crate::flattened::{assert_no_name, assert_no_name_in_common};
    pub use crate::open_enum::{KnownValue, number_enum_schema, read_open_enum, text_enum_schema};
    pub use crate::page::assert_other_page;
}
