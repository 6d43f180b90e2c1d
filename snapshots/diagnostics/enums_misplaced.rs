use telecomx_contract::{ErrorCodes, OpenEnum};

/// Attributes of other derives, and of other places.
#[derive(Debug, Clone, PartialEq, Eq, OpenEnum)]
#[value("A")]
#[serde(untagged)]
pub enum Values {
    /// A value.
    #[code(404, "one")]
    #[serde(rename = "1")]
    #[erratum(page = "api:a", values = ["1"], why = "Because.")]
    One,
    /// Open.
    #[value("OTHER")]
    #[deprecated(note = "use `ONE` instead")]
    Other(#[visible(ADMIN)] String),
}

/// Attributes of other derives, and of other places.
#[derive(Debug, Clone, Copy, PartialEq, ErrorCodes)]
#[code(404, "all")]
pub enum Codes {
    /// A code.
    #[code(404, "one")]
    #[code(404, "two")]
    #[value("three")]
    #[deprecated(note = "it is not answered any more")]
    One,
}
