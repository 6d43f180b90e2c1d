//! A choice between flags.

use telecomx_contract::QueryFlags;

/// A colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, QueryFlags)]
pub enum Colour {
    /// Only red things.
    Red,
    /// Only things as blue as the sea.
    SeaBlue,
    /// Only green things.
    #[value("verdant")]
    Green,
}
