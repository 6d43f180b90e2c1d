//! `#[derive(QueryFlags)]`: one choice as several boolean query parameters.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{DeriveInput, LitStr};

use crate::{case, docs::Docs, shape, sink::Errors};

pub(crate) fn derive(input: &DeriveInput, errors: &mut Errors) -> Option<TokenStream> {
    let ident = &input.ident;
    let variants = shape::enum_variants(input, "QueryFlags", errors)?;
    let mut names = Vec::new();
    let mut flags: Vec<String> = Vec::new();
    let mut descriptions = Vec::new();
    for variant in variants {
        shape::require_unit(variant, errors);
        let given = variant
            .attrs
            .iter()
            .find(|attr| attr.path().is_ident("value"));
        let flag = match given {
            Some(attr) => errors
                .ok(attr.parse_args::<LitStr>())
                .map(|text| text.value()),
            None => Some(case::camel_from_pascal(&shape::plain_name(&variant.ident))),
        };
        let Some(flag) = flag else { continue };
        if !telecomx_path::is_plain(&flag) {
            errors.at(
                variant,
                format_args!(
                    "the flag `{flag}` cannot stand in a URL as it is; give it a `#[value(\"…\")]` of ASCII letters, \
                     digits, `-`, `.`, `_` and `~`"
                ),
            );
        }
        if flags.contains(&flag) {
            errors.at(
                variant,
                format_args!("the flag `{flag}` is taken; give this one another `#[value(\"…\")]`"),
            );
        }
        names.push(&variant.ident);
        flags.push(flag);
        descriptions.push(Docs::required(&variant.attrs, &variant.ident, errors).text());
    }
    let (flag, from_flag) = match errors.is_empty() {
        true => (
            quote!(match self { #(Self::#names => #flags,)* }),
            quote!(match name {
                #(#flags => ::core::option::Option::Some(Self::#names),)*
                _ => ::core::option::Option::None,
            }),
        ),
        false => (
            quote!(::core::unreachable!()),
            quote!(::core::unreachable!()),
        ),
    };
    Some(quote! {
        #[automatically_derived]
        impl ::telecomx_contract::QueryFlags for #ident {
            const PARAMETERS: &'static [::telecomx_contract::Parameter] = &[#(
                ::telecomx_contract::Parameter {
                    name: #flags,
                    location: ::telecomx_contract::ParameterLocation::Query,
                    required: false,
                    description: #descriptions,
                    schema: ::telecomx_contract::__private::schemars::SchemaGenerator::subschema_for::<bool>,
                },
            )*];

            fn flag(&self) -> &'static str {
                #flag
            }

            fn from_flag(name: &str) -> ::core::option::Option<Self> {
                #from_flag
            }
        }
    })
}
