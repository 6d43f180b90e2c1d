//! `#[derive(ErrorCodes)]`: documented (status, code) pairs.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{DeriveInput, Ident, Variant};

use crate::{
    attributes::{Code, Docs, ItemAttributes, Place, VariantAttributes},
    shape,
    sink::Errors,
};

/// One variant: a documented error.
struct Error<'i> {
    name: &'i Ident,
    code: Code,
    docs: Docs,
}

pub(crate) fn derive(input: &DeriveInput, errors: &mut Errors) -> Option<TokenStream> {
    ItemAttributes::read(&input.attrs, &input.ident, Place::ErrorCodes, errors);
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
    let attributes = VariantAttributes::read(variant, Place::Error, errors);
    let Some(code) = attributes.code else {
        errors.at(
            &variant.ident,
            "say what it looks like on the wire: `#[code(404, \"customer\")]`",
        );
        return None;
    };
    Some(Error {
        name: &variant.ident,
        code: code?,
        docs: attributes.docs,
    })
}

fn check(found: &[Error<'_>], errors: &mut Errors) {
    for (index, error) in found.iter().enumerate() {
        let same = |other: &&Error<'_>| {
            let (one, other) = (&error.code, &other.code);
            one.status == other.status && one.code.value() == other.code.value()
        };
        if let Some(first) = found.iter().take(index).find(same) {
            errors.at(
                &error.code.code,
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
        .map(|error| {
            let Code { status, code } = &error.code;
            let Docs {
                summary,
                description,
                ..
            } = &error.docs;
            quote! {
                ::telecomx_contract::ErrorCode {
                    status: #status,
                    code: #code,
                    description: #summary,
                    remedy: #description,
                }
            }
        })
        .collect();
    let patterns = found.iter().map(|error| {
        let Code { status, code } = &error.code;
        quote!((#status, #code))
    });
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
