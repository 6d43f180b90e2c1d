use schemars::JsonSchema;
use serde::Deserialize;
use telecomx_contract::Resource;

/// Rules that want something that can be left out.
#[derive(Debug, Deserialize, JsonSchema, Resource)]
#[serde(rename_all = "camelCase")]
pub struct Rules {
    /// It cannot be left out.
    #[visible(ADMIN)]
    pub required: Vec<String>,
    /// It cannot be null.
    #[nullable]
    pub null: i64,
}

macro_rules! from_outside {
    ($type:ty) => {
        /// A type from a macro.
        #[derive(Debug, Deserialize, JsonSchema, Resource)]
        #[serde(rename_all = "camelCase")]
        pub struct FromOutside {
            /// It cannot be left out either.
            #[visible(ADMIN)]
            pub required: $type,
        }
    };
}
from_outside!(Vec<String>);

/// What is flattened is always there.
#[derive(Debug, Deserialize, JsonSchema, Resource)]
#[serde(rename_all = "camelCase")]
pub struct Flattened {
    /// It may be missing.
    #[serde(flatten)]
    pub rules: Option<Rules>,
}
