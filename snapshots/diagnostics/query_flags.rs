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
    /// More than a flag.
    Three(bool),
}
