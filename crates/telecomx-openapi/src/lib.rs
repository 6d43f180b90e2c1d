//! From operations to documents: OpenAPI, the reviewer's table, the errata.
//!
//! Pure: nothing is read or written here, and the same operations give the same bytes. A contract that
//! cannot be published is refused with every [`Problem`] at once.

mod document;
mod errata;
mod examples;
mod lower;
mod metadata;
mod operations;
mod problem;
mod responses;
mod schemas;
mod subschemas;
mod tidy;
mod words;

pub use self::document::document;
pub use self::errata::errata;
pub use self::operations::operations;
pub use self::problem::{ContractError, Problem};
