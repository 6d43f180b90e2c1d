//! The attributes of a variant.

use proc_macro2::TokenStream;
use syn::Variant;

use super::{
    Code, Deprecated, Docs, Place, Value, errata,
    once::Once,
    place::{here, none},
};
use crate::sink::Errors;

/// The attributes of a variant. [`Place`] decides which of them it can have.
pub(crate) struct VariantAttributes {
    /// Empty for a value that is not known.
    pub(crate) docs: Docs,
    pub(crate) deprecated: Option<Deprecated>,
    /// The decisions, as expressions of type `Erratum`.
    pub(crate) errata: Vec<TokenStream>,
    /// `#[code(…)]`; absent where it is missing, and empty where it cannot be read, as below.
    pub(crate) code: Option<Option<Code>>,
    /// `#[value(…)]`.
    pub(crate) value: Option<Option<Value>>,
}

impl VariantAttributes {
    pub(crate) fn read(variant: &Variant, place: Place, errors: &mut Errors) -> Self {
        let mut docs = Docs::default();
        if place != Place::OtherValue {
            docs = Docs::required(&variant.attrs, &variant.ident, errors);
        }
        let mut deprecated = None;
        let mut errata = Vec::new();
        let mut code = Once::default();
        let mut value = Once::default();
        for (name, attr) in here(&variant.attrs, place, errors) {
            match name {
                "erratum" => errata.extend(errata::read_erratum(attr, errors)),
                "assumption" => errata.extend(errata::read_assumption(attr, errors)),
                "deprecated" => deprecated = Deprecated::read(attr, errors),
                "code" => code.set("#[code]", attr, Code::read(attr, errors), errors),
                "value" => value.set("#[value]", attr, Value::read(attr, errors), errors),
                _ => {}
            }
        }
        for field in &variant.fields {
            none(&field.attrs, Place::VariantField, errors);
        }
        Self {
            docs,
            deprecated,
            errata,
            code: code.into_option(),
            value: value.into_option(),
        }
    }
}
