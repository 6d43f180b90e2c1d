//! `#[derive(ErrorCodes)]`: documented (status, code) pairs.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Attribute, DeriveInput, Ident, LitInt, LitStr, Token, Variant, parse::ParseStream};

use crate::{docs::Docs, shape, sink::Errors};

/// One variant: a documented error.
struct Error<'i> {
    name: &'i Ident,
    status: LitInt,
    code: LitStr,
    docs: Docs,
}

pub(crate) fn derive(input: &DeriveInput, errors: &mut Errors) -> Option<TokenStream> {
    let variants = shape::enum_variants(input, "ErrorCodes", errors)?;
    let found: Vec<_> = variants
        .into_iter()
        .filter_map(|variant| parse(variant, errors))
        .collect();
    check(&found, errors);
    Some(expand(&input.ident, &found, errors.is_empty()))
}

fn parse<'i>(variant: &'i Variant, errors: &mut Errors) -> Option<Error<'i>> {
    shape::require_unit(variant, errors);
    let docs = Docs::required(&variant.attrs, &variant.ident, errors);
    let Some(attr) = variant
        .attrs
        .iter()
        .find(|attr| attr.path().is_ident("code"))
    else {
        errors.at(
            &variant.ident,
            "say what it looks like on the wire: `#[code(404, \"customer\")]`",
        );
        return None;
    };
    let (status, code) = errors.ok(parse_code(attr))?;
    Some(Error {
        name: &variant.ident,
        status,
        code,
        docs,
    })
}

fn parse_code(attr: &Attribute) -> syn::Result<(LitInt, LitStr)> {
    attr.parse_args_with(|input: ParseStream<'_>| {
        let status: LitInt = input.parse().map_err(|error| {
            syn::Error::new(
                error.span(),
                "begin with the status: `#[code(404, \"customer\")]`",
            )
        })?;
        match status.base10_parse::<u16>() {
            Ok(400..=599) => {}
            _ => {
                return Err(syn::Error::new(
                    status.span(),
                    "an error's status is 400 to 599",
                ));
            }
        }
        input.parse::<Token![,]>()?;
        let code: LitStr = input.parse()?;
        if code.value().is_empty() {
            return Err(syn::Error::new(code.span(), "an error's code is not empty"));
        }
        Ok((status, code))
    })
}

fn check(found: &[Error<'_>], errors: &mut Errors) {
    for (index, error) in found.iter().enumerate() {
        let same = |other: &&Error<'_>| {
            other.code.value() == error.code.value()
                && other.status.base10_digits() == error.status.base10_digits()
        };
        if let Some(first) = found.iter().take(index).find(same) {
            errors.at(
                &error.code,
                format_args!(
                    "`{}` already has this status and code; a client could not tell them apart",
                    first.name
                ),
            );
        }
    }
}

fn expand(ident: &Ident, found: &[Error<'_>], valid: bool) -> TokenStream {
    let names: Vec<_> = found.iter().map(|error| error.name).collect();
    let codes: Vec<_> = found
        .iter()
        .map(
            |Error {
                 status, code, docs, ..
             }| {
                let Docs {
                    summary,
                    description,
                } = docs;
                quote! {
                    ::telecomx_contract::ErrorCode {
                        status: #status,
                        code: #code,
                        description: #summary,
                        remedy: #description,
                    }
                }
            },
        )
        .collect();
    let patterns = found
        .iter()
        .map(|Error { status, code, .. }| quote!((#status, #code)));
    let (code, from_code) = match (valid, found.is_empty()) {
        // A match over variants that could not all be read would only tell of the consequences.
        (false, _) => (
            quote!(::core::unreachable!()),
            quote!(::core::unreachable!()),
        ),
        (true, true) => (quote!(match self {}), quote!(::core::option::Option::None)),
        (true, false) => (
            quote!(match self { #(Self::#names => #codes,)* }),
            quote!(match (status, code) {
                #(#patterns => ::core::option::Option::Some(Self::#names),)*
                _ => ::core::option::Option::None,
            }),
        ),
    };
    quote! {
        #[automatically_derived]
        impl ::telecomx_contract::ErrorCodes for #ident {
            const CODES: &'static [::telecomx_contract::ErrorCode] = &[#(#codes),*];

            fn code(self) -> ::telecomx_contract::ErrorCode {
                #code
            }

            #[allow(unused_variables)]
            fn from_code(status: u16, code: &str) -> ::core::option::Option<Self> {
                #from_code
            }
        }

        #[automatically_derived]
        impl ::core::fmt::Display for #ident {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.write_str(::telecomx_contract::ErrorCodes::code(*self).description)
            }
        }

        #[automatically_derived]
        impl ::core::error::Error for #ident {}
    }
}
