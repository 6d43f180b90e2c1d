use telecomx_contract::QueryFlags;

/// Mistakes in the flags.
#[derive(Debug, Clone, Copy, QueryFlags)]
pub enum Flags {
    Undescribed,
    /// One.
    One,
    /// One again.
    #[value("one")]
    Two,
    /// No part of a URL.
    #[value("a b")]
    Four,
    /// More than a flag.
    Three(bool),
}
