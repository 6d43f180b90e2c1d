//! The shapes of declarations and types that several derives look at.

use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::{
    Data, DeriveInput, Field, Fields, Ident, Type, Variant, ext::IdentExt, spanned::Spanned,
};

use crate::sink::Errors;

/// The named fields of a struct; anything else is a mistake of which nothing can be made.
pub(crate) fn struct_fields<'i>(
    input: &'i DeriveInput,
    derive: &str,
    errors: &mut Errors,
) -> Option<Vec<(&'i Ident, &'i Field)>> {
    refuse_generics(input, derive, errors)?;
    match &input.data {
        Data::Struct(data) if !matches!(data.fields, Fields::Unnamed(_)) => {
            let named = |field: &'i Field| field.ident.as_ref().map(|name| (name, field));
            Some(data.fields.iter().filter_map(named).collect())
        }
        _ => {
            errors.at(
                &input.ident,
                format_args!("`{derive}` is derived on a struct with named fields"),
            );
            None
        }
    }
}

/// The variants of an enum; anything else is a mistake of which nothing can be made.
pub(crate) fn enum_variants<'i>(
    input: &'i DeriveInput,
    derive: &str,
    errors: &mut Errors,
) -> Option<Vec<&'i Variant>> {
    refuse_generics(input, derive, errors)?;
    match &input.data {
        Data::Enum(data) => Some(data.variants.iter().collect()),
        _ => {
            errors.at(
                &input.ident,
                format_args!("`{derive}` is derived on an enum"),
            );
            None
        }
    }
}

fn refuse_generics(input: &DeriveInput, derive: &str, errors: &mut Errors) -> Option<()> {
    let generics = &input.generics;
    if generics.params.is_empty() && generics.where_clause.is_none() {
        return Some(());
    }
    let clause = &generics.where_clause;
    errors.at(
        quote!(#generics #clause),
        format_args!("`{derive}` takes no generics: what is published has one name and one shape"),
    );
    None
}

/// Records every variant that carries data.
pub(crate) fn require_unit(variant: &Variant, errors: &mut Errors) {
    if !matches!(variant.fields, Fields::Unit) {
        errors.at(&variant.fields, "a variant carries no data here; remove it");
    }
}

/// Where the author wrote a type, also where a macro put it into a declaration.
pub(crate) fn type_span(ty: &Type) -> Span {
    match ty {
        Type::Group(group) => type_span(&group.elem),
        ty => ty.span(),
    }
}

/// The name without `r#`.
pub(crate) fn plain_name(ident: &Ident) -> String {
    ident.unraw().to_string()
}

/// `Some(tokens)` or `None`, as an expression.
pub(crate) fn option_expr(value: Option<TokenStream>) -> TokenStream {
    match value {
        Some(value) => quote!(::core::option::Option::Some(#value)),
        None => quote!(::core::option::Option::None),
    }
}
