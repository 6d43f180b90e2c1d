use schemars::JsonSchema;
use serde::Deserialize;
use telecomx_contract::Resource;

/// A level that does not exist.
#[derive(Debug, Deserialize, JsonSchema, Resource)]
#[serde(rename_all = "camelCase")]
pub struct Misspelt {
    /// A note.
    #[visible(RESELLER, ADMINN)]
    pub note: Option<String>,
}
