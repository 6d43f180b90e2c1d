use telecomx_contract::ErrorCodes;

/// Mistakes in the codes.
#[derive(Debug, Clone, Copy, PartialEq, ErrorCodes)]
pub enum Codes {
    #[code(404, "undescribed")]
    Undescribed,
    /// No code.
    Uncoded,
    /// A status that is no error's.
    #[code(200, "fine")]
    Fine,
    /// No status.
    #[code("customer")]
    NoStatus,
    /// An empty code.
    #[code(404, "")]
    Empty,
    /// A code.
    #[code(404, "customer")]
    First,
    /// The same again.
    #[code(404, "customer")]
    Second,
    /// More than a code.
    #[code(409, "data")]
    Data(bool),
}
