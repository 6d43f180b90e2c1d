//! The attributes of every derive. This is the only place that reads one: each is known where it stands,
//! given once, and used, or it is refused at its token.
//!
//! [`place`] says which attribute belongs where. An item, a field and a variant have a reader each, whatever
//! the derive; the modules below read one attribute, or a few that are about one thing. Attributes that
//! concern no derive of ours (`allow`, `cfg`, `default`, …) are left alone.

mod arguments;
mod deprecated;
mod docs;
mod errata;
mod field;
mod item;
mod levels;
mod markdown;
mod once;
mod operation;
mod place;
mod schemars;
mod serde;
mod value;
mod variant;

pub(crate) use self::{
    deprecated::Deprecated,
    docs::Docs,
    field::FieldAttributes,
    item::ItemAttributes,
    levels::Levels,
    operation::{Method, OperationAttribute},
    place::Place,
    value::{Code, Value},
    variant::VariantAttributes,
};
