//! One choice that travels as several boolean query parameters.

use crate::Parameter;

/// A choice that the wire spells as a group of booleans of which the first true one counts.
///
/// Implement it with `#[derive(QueryFlags)]` on a unit enum; in Rust it is one `Option<Self>`, so that
/// what the server would ignore cannot be expressed.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a choice between query flags",
    note = "declare it with `#[derive(QueryFlags)]` on a unit enum"
)]
pub trait QueryFlags: Sized + 'static {
    /// The parameters, in the order in which the first true one counts.
    const PARAMETERS: &'static [Parameter];

    /// The parameter that is true for this choice.
    fn flag(&self) -> &'static str;

    /// The choice that this parameter stands for.
    fn from_flag(name: &str) -> Option<Self>;
}
