//! From operations to documents: OpenAPI, JSON Schema, the reviewer's tables, the errata.
//!
//! Pure: nothing is read or written here, and the same operations give the same bytes. A contract that
//! cannot be published is refused with every [`Problem`] at once.

mod access;
mod document;
mod errata;
mod examples;
mod forms;
mod identities;
mod losses;
mod lower;
mod metadata;
mod names;
mod open_enums;
mod operations;
mod paths;
mod problem;
mod questions;
mod references;
mod responses;
mod schemas;
mod standalone;
mod tidy;
mod visibility;
mod walk;
mod words;

pub use self::access::access;
pub use self::document::document;
pub use self::errata::{Assumption, Correction, Errata, Place, Subject, errata};
pub use self::losses::{Loss, losses};
pub use self::lower::{Lowered, lower};
pub use self::operations::operations;
pub use self::problem::{ContractError, Problem};
pub use self::questions::{Occasion, OpenQuestion, open_questions};
pub use self::references::prune;
pub use self::responses::errors_by_status;
pub use self::standalone::standalone_schemas;
pub use self::visibility::Visibility;
pub use self::words::visibility;
