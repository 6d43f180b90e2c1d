//! Types under other names: what can be left out is decided by the type, not by how it is spelt.

use schemars::JsonSchema;
use serde::Deserialize;
use telecomx_contract::{Endpoint, Example, Examples, Resource};

use super::{query_flags::Colour, restricted::Inner};

/// An alias of an `Option`.
pub type Maybe<T> = Option<T>;

/// An alias of an `Option` whose spelling does not tell.
pub type Note = Maybe<String>;

/// A list whose items may be null.
pub type Holes<T> = Vec<Maybe<T>>;

/// Types that are called as those of the standard library are, and are others.
pub mod own {
    use schemars::JsonSchema;
    use serde::{Deserialize, Serialize};
    use telecomx_contract::{Redact, Resource};

    /// Always there.
    #[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
    #[serde(transparent)]
    pub struct Option<T>(pub T);

    impl<T: Redact> Redact for Option<T> {}

    /// An object.
    #[derive(Debug, Clone, PartialEq, Default, Deserialize, JsonSchema, Resource)]
    #[serde(rename_all = "camelCase")]
    pub struct String {
        /// A note, restricted.
        #[visible(ADMIN)]
        pub note: std::option::Option<std::string::String>,
    }
}

macro_rules! types_from_outside {
    ($note:ty, $list:ty, $found:ty) => {
        /// A thing whose types come from a macro.
        #[derive(Debug, Clone, PartialEq, Default, Deserialize, JsonSchema, Resource)]
        #[serde(rename_all = "camelCase")]
        pub struct Typed {
            /// A note, restricted.
            #[visible(ADMIN)]
            pub note: $note,
            /// A note under an alias.
            pub alias: Note,
            /// A note under its whole path.
            #[visible(ADMIN)]
            pub whole: ::core::option::Option<String>,
            /// When it was found; null if never.
            #[nullable]
            pub found: $found,
            /// Numbers, of which some are not known.
            pub numbers: $list,
            /// What is inside, some of it not known.
            pub inside: Maybe<Holes<Inner>>,
            /// A note that may be null, as its type says.
            pub twice: Maybe<Note>,
            /// A number that is always there.
            pub number: own::Option<i64>,
            /// An object in which something is restricted.
            pub object: own::String,
        }
    };
}
types_from_outside!(Option<String>, Holes<i64>, Maybe<String>);

impl Examples for Typed {
    fn examples() -> Vec<Example<Self>> {
        Vec::new()
    }
}

/// Find things.
#[derive(Debug, Clone, PartialEq, Endpoint)]
#[endpoint(GET "/typed", response = Vec<Typed>, revised = "2026-01-31")]
#[access(RESELLER, ADMIN)]
pub struct FindTyped {
    /// What to look for.
    pub text: Note,
    /// How many to answer with at most.
    #[access(ADMIN)]
    pub limit: Maybe<i32>,
    /// The colour of the things.
    #[flags]
    pub colour: Maybe<Colour>,
}

impl Examples for FindTyped {
    fn examples() -> Vec<Example<Self>> {
        Vec::new()
    }
}

const _: &telecomx_contract::Operation = FindTyped::LISTED;
