//! The attributes of a field, of a request or of a resource.

use proc_macro2::TokenStream;
use syn::{Attribute, Ident, LitStr};

use super::{
    Deprecated, Docs, Levels, Place, arguments, errata, once::Once, place::here, schemars,
    serde::SerdeField,
};
use crate::{case, shape, sink::Errors};

/// The attributes of a field. [`Place`] decides which of them it can have.
pub(crate) struct FieldAttributes<'a> {
    /// Empty for a choice between flags, which has the docs of its variants.
    pub(crate) docs: Docs,
    pub(crate) deprecated: Option<Deprecated>,
    /// The decisions, as expressions of type `Erratum`.
    pub(crate) errata: Vec<TokenStream>,
    /// `#[access(…)]`: who alone may send it.
    pub(crate) access: Option<Levels>,
    /// `#[visible(…)]`: who alone sees it.
    pub(crate) visible_to: Option<Levels>,
    pub(crate) nullable: bool,
    /// The name on the wire.
    pub(crate) name: String,
    /// The other names that it is read by.
    pub(crate) aliases: Vec<LitStr>,
    pub(crate) flatten: bool,
    /// The function that reads it, if serde demands it for that: of whatever type it is, it cannot be left out.
    pub(crate) demanded_by: Option<LitStr>,
    /// What the struct of a body repeats, since its field has the same attributes.
    pub(crate) of_body: Vec<&'a Attribute>,
}

impl<'a> FieldAttributes<'a> {
    /// Whether the field is a choice between flags: that decides where it stands.
    pub(crate) fn are_flags(attrs: &[Attribute]) -> bool {
        attrs.iter().any(|attr| attr.path().is_ident("flags"))
    }

    pub(crate) fn read(
        attrs: &'a [Attribute],
        ident: &Ident,
        place: Place,
        errors: &mut Errors,
    ) -> Self {
        let mut docs = Docs::default();
        if place != Place::FlagsField {
            docs = Docs::required(attrs, ident, errors);
        }
        let mut deprecated = None;
        let mut errata = Vec::new();
        let mut access = Once::default();
        let mut visible_to = Once::default();
        let mut nullable = Once::default();
        let mut flags = Once::default();
        let mut serde = SerdeField::default();
        let attributes = here(attrs, place, errors);
        for (name, attr) in &attributes {
            match *name {
                "erratum" => errata.extend(errata::read_erratum(attr, errors)),
                "assumption" => errata.extend(errata::read_assumption(attr, errors)),
                "deprecated" => deprecated = Deprecated::read(attr, errors),
                "access" => {
                    let levels = Levels::read_unscoped(attr, errors);
                    access.set("#[access]", attr, levels, errors);
                }
                "visible" => {
                    let levels = Levels::read_unscoped(attr, errors);
                    visible_to.set("#[visible]", attr, levels, errors);
                }
                "nullable" => {
                    arguments::none(attr, "nullable", errors);
                    nullable.set("#[nullable]", attr, (), errors);
                }
                "flags" => {
                    arguments::none(attr, "flags", errors);
                    flags.set("#[flags]", attr, (), errors);
                }
                "serde" => serde.read(attr, errors),
                _ => {}
            }
        }
        schemars::check(attrs, place, errors);
        let carried_on = |attr: &&Attribute| {
            ["doc", "allow", "schemars"]
                .iter()
                .any(|name| attr.path().is_ident(name))
        };
        let known = attributes.iter().map(|(_, attr)| *attr);
        let of_body = attrs.iter().filter(carried_on).chain(known).collect();
        let flatten = serde.flatten;
        if flatten {
            check_flattened(&attributes, errors);
        }
        let rename = serde.rename;
        for name in rename.iter().chain(&serde.aliases).filter(|_| flatten) {
            errors.at(name, "a flattened object has no name; remove this one");
        }
        let name = rename.map_or_else(
            || case::camel_from_snake(&shape::plain_name(ident)),
            |name| name.value(),
        );
        Self {
            docs,
            deprecated,
            errata,
            access: access.into_option(),
            visible_to: visible_to.into_option(),
            nullable: nullable.into_option().is_some(),
            name,
            aliases: serde.aliases,
            flatten,
            demanded_by: serde.read_by.filter(|_| !serde.has_default),
            of_body,
        }
    }
}

/// A flattened object has no name on the wire, so that nothing can be said of it there.
fn check_flattened(attributes: &[(&str, &Attribute)], errors: &mut Errors) {
    for (name, attr) in attributes {
        if *name != "serde" {
            errors.at(
                attr,
                format_args!("a flattened object is no property of its own; say `#[{name}]` of its properties, or remove it"),
            );
        }
    }
}
