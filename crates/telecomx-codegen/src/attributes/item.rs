//! The attributes of a struct or an enum.

use proc_macro2::TokenStream;
use syn::{Attribute, Ident};

use super::{
    Deprecated, Docs, Levels, OperationAttribute, Place, errata, once::Once, place::here, schemars,
    serde,
};
use crate::sink::Errors;

/// The attributes of a struct or an enum.
pub(crate) struct ItemAttributes {
    /// Empty where they are not published.
    pub(crate) docs: Docs,
    pub(crate) deprecated: Option<Deprecated>,
    /// `#[endpoint(…)]`, absent where it is missing.
    pub(crate) operation: Option<OperationAttribute>,
    /// `#[access(…)]`, one for each rule.
    pub(crate) access: Vec<Levels>,
    /// The decisions, as expressions of type `Erratum`.
    pub(crate) errata: Vec<TokenStream>,
}

impl ItemAttributes {
    pub(crate) fn read(
        attrs: &[Attribute],
        ident: &Ident,
        place: Place,
        errors: &mut Errors,
    ) -> Self {
        let mut docs = Docs::default();
        if !matches!(place, Place::ErrorCodes | Place::QueryFlags) {
            docs = Docs::required(attrs, ident, errors);
        }
        let mut deprecated = None;
        let mut operation = Once::default();
        let mut access = Vec::new();
        let mut errata = Vec::new();
        let mut has_case = false;
        for (name, attr) in here(attrs, place, errors) {
            match name {
                "endpoint" => {
                    let read = OperationAttribute::read(attr, errors);
                    operation.set("#[endpoint]", attr, read, errors);
                }
                "access" => access.push(Levels::read_rule(attr, &access, errors)),
                "erratum" => errata.extend(errata::read_erratum(attr, errors)),
                "assumption" => errata.extend(errata::read_assumption(attr, errors)),
                "deprecated" => deprecated = Deprecated::read(attr, errors),
                "serde" => has_case |= serde::read_container(attr, errors),
                _ => {}
            }
        }
        schemars::check(attrs, place, errors);
        if place == Place::Resource && !has_case {
            errors.at(
                ident,
                "the wire is in camel case; write `#[serde(rename_all = \"camelCase\")]` above it",
            );
        }
        Self {
            docs,
            deprecated,
            operation: operation.into_option(),
            access,
            errata,
        }
    }
}
