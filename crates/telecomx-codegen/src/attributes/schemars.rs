//! `#[schemars(…)]`: keywords of the schema that no attribute of ours knows.

use syn::Attribute;

use super::{Place, arguments};
use crate::sink::Errors;

/// What the doc comment and serde's attributes say, which the schema must not contradict.
const CONTRADICTIONS: [&str; 8] = [
    "description",
    "doc",
    "flatten",
    "rename",
    "rename_all",
    "skip",
    "skip_deserializing",
    "skip_serializing",
];

/// What demands something of a value, which would be published, and which nothing would look for.
const DEMANDS: [&str; 10] = [
    "contains", "email", "inner", "ip", "length", "pattern", "range", "regex", "required", "url",
];

const NOT_JUDGED: &str = "this is published, and nothing holds a value to it; remove it, or give the property a type of its own, which does";

/// Refuses what would be said otherwise than in the rest of the contract, where a schema is derived.
pub(super) fn check(attrs: &[Attribute], place: Place, errors: &mut Errors) {
    if !matches!(
        place,
        Place::Resource | Place::Property | Place::BodyProperty
    ) {
        return;
    }
    let schemars = |attr: &&Attribute| attr.path().is_ident("schemars");
    for attr in attrs.iter().filter(schemars) {
        arguments::each(attr, errors, |input, _| {
            let key = arguments::key(input)?;
            if CONTRADICTIONS.iter().any(|name| key == name) {
                return Err(arguments::wrong(
                    key,
                    "the doc comment and serde's attributes say this, for the schema too; remove it",
                ));
            }
            if DEMANDS.iter().any(|name| key == name) {
                return Err(arguments::wrong(key, NOT_JUDGED));
            }
            arguments::skip_until_comma(input)
        });
    }
    // The schema is told by the attributes of validators too.
    let validators =
        |attr: &&Attribute| attr.path().is_ident("validate") || attr.path().is_ident("garde");
    for attr in attrs.iter().filter(validators) {
        errors.at(attr, NOT_JUDGED);
    }
}
