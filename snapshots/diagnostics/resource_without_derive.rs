use schemars::JsonSchema;
use serde::Deserialize;

/// A rule that nothing would read.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Unguarded {
    /// A note.
    #[visible(ADMIN)]
    pub note: Option<String>,
}
