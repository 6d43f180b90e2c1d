//! `#[derive(QueryFlags)]`: one choice as several boolean query parameters.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{DeriveInput, Ident, Variant};

use crate::{
    attributes::{Deprecated, ItemAttributes, Place, Value, VariantAttributes},
    case, shape,
    sink::Errors,
};

/// One variant: a flag.
struct Flag<'i> {
    ident: &'i Ident,
    name: String,
    attributes: VariantAttributes,
}

pub(crate) fn derive(input: &DeriveInput, errors: &mut Errors) -> Option<TokenStream> {
    ItemAttributes::read(&input.attrs, &input.ident, Place::QueryFlags, errors);
    let variants = shape::enum_variants(input, "QueryFlags", errors)?;
    if variants.is_empty() {
        errors.at(
            &input.ident,
            "a choice has at least one flag; add a variant",
        );
    }
    let flags: Vec<_> = variants
        .into_iter()
        .filter_map(|variant| parse(variant, errors))
        .collect();
    check(&flags, errors);
    Some(expand(&input.ident, &flags, errors.is_empty()))
}

fn parse<'i>(variant: &'i Variant, errors: &mut Errors) -> Option<Flag<'i>> {
    shape::require_unit(variant, errors);
    let mut attributes = VariantAttributes::read(variant, Place::Flag, errors);
    let name = match attributes.value.take() {
        None => case::camel_from_pascal(&shape::plain_name(&variant.ident)),
        Some(Some(Value::Text(text))) => text.value(),
        Some(Some(Value::Number(_, literal))) => {
            errors.at(literal, "a flag's value is its name, `#[value(\"…\")]`");
            return None;
        }
        Some(None) => return None,
    };
    Some(Flag {
        ident: &variant.ident,
        name,
        attributes,
    })
}

fn check(flags: &[Flag<'_>], errors: &mut Errors) {
    for (index, flag) in flags.iter().enumerate() {
        let name = &flag.name;
        if flags.iter().take(index).any(|other| other.name == *name) {
            errors.at(
                flag.ident,
                format_args!("the flag `{name}` is taken; give this one another `#[value(\"…\")]`"),
            );
        }
        if !telecomx_path::is_plain(name) {
            errors.at(
                flag.ident,
                format_args!(
                    "the flag `{name}` cannot stand in a URL as it is; give it a `#[value(\"…\")]` of ASCII letters, \
                     digits, `-`, `.`, `_` and `~`"
                ),
            );
        }
        if name == "token" {
            errors.at(
                flag.ident,
                "`token` is the parameter that carries the caller's token; rename it",
            );
        }
    }
}

fn expand(ident: &Ident, flags: &[Flag<'_>], valid: bool) -> TokenStream {
    let idents: Vec<_> = flags.iter().map(|flag| flag.ident).collect();
    let names: Vec<_> = flags.iter().map(|flag| &flag.name).collect();
    let parameters = flags.iter().map(|flag| {
        let VariantAttributes {
            docs,
            deprecated,
            errata,
            ..
        } = &flag.attributes;
        let (name, description) = (&flag.name, &docs.text);
        let deprecated = Deprecated::option_expr(deprecated.as_ref());
        quote! {
            ::telecomx_contract::Parameter {
                name: #name,
                location: ::telecomx_contract::ParameterLocation::Query,
                required: false,
                description: #description,
                deprecated: #deprecated,
                schema: ::telecomx_contract::__private::schemars::SchemaGenerator::subschema_for::<bool>,
                errata: &[#(#errata),*],
            }
        }
    });
    let (flag, from_flag) = if valid {
        (
            quote!(match self { #(Self::#idents => #names,)* }),
            quote!(match name {
                #(#names => ::core::option::Option::Some(Self::#idents),)*
                _ => ::core::option::Option::None,
            }),
        )
    } else {
        let never = quote!(::core::unreachable!());
        (never.clone(), never)
    };
    quote! {
        #[automatically_derived]
        #[allow(deprecated)]
        impl ::telecomx_contract::QueryFlags for #ident {
            const PARAMETERS: &'static [::telecomx_contract::Parameter] = &[#(#parameters),*];

            fn flag(&self) -> &'static str {
                #flag
            }

            fn from_flag(name: &str) -> ::core::option::Option<Self> {
                #from_flag
            }
        }
    }
}
