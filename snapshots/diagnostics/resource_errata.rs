use schemars::JsonSchema;
use serde::Deserialize;
use telecomx_contract::Resource;

/// Decisions that say too little or too much.
#[derive(Debug, Deserialize, JsonSchema, Resource)]
#[serde(rename_all = "camelCase")]
pub struct Errata {
    /// No page.
    #[erratum(example = "x", why = "Because.")]
    pub page: Option<String>,
    /// No reason.
    #[erratum(page = "api:a", example = "x")]
    pub why: Option<String>,
    /// No claim.
    #[erratum(page = "api:a", why = "Because.")]
    pub none: Option<String>,
    /// Two claims.
    #[erratum(page = "api:a", example = "x", example_name = "y", why = "Because.")]
    pub two: Option<String>,
    /// A row without its place.
    #[erratum(page = "api:a", row = "x", why = "Because.")]
    pub row: Option<String>,
    /// An unknown key.
    #[erratum(page = "api:a", sample = "x", why = "Because.")]
    pub key: Option<String>,
    /// No text.
    #[assumption(42)]
    pub number: Option<String>,
    /// Keys twice.
    #[erratum(page = "api:a", page = "api:b", example = "x", why = "Because.", why = "No.")]
    pub twice: Option<String>,
    /// A place without its row.
    #[erratum(page = "api:a", after = "x", why = "Because.")]
    pub after: Option<String>,
    /// A place beside another claim.
    #[erratum(page = "api:a", after = "x", example = "x", why = "Because.")]
    pub beside: Option<String>,
    /// Nothing.
    #[erratum(page = "api:a", values = [], why = " ")]
    pub empty: Option<String>,
    /// Twice in a list, and a number.
    #[erratum(page = "api:a", values = ["x", "x"], levels = [1, 2], why = "Because.")]
    pub list: Option<String>,
    /// Nothing at all.
    #[erratum]
    #[erratum()]
    #[assumption]
    #[assumption("")]
    pub nothing: Option<String>,
}
