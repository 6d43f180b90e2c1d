//! `#[erratum(…)]` and `#[assumption("…")]`: decisions beside what they are about.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Attribute, LitStr, Token, bracketed, meta::ParseNestedMeta, punctuated::Punctuated};

use crate::sink::Errors;

/// Reads the decisions of an item, as expressions of type `Erratum`.
pub(crate) fn parse(attrs: &[Attribute], errors: &mut Errors) -> Vec<TokenStream> {
    let mut errata = Vec::new();
    for attr in attrs {
        if attr.path().is_ident("assumption") {
            if let Some(why) = errors.ok(attr.parse_args::<LitStr>()) {
                errata.push(quote!(::telecomx_contract::Erratum::assumption(#why)));
            }
        } else if attr.path().is_ident("erratum") {
            errata.extend(parse_erratum(attr, errors));
        }
    }
    errata
}

/// The keys of one `#[erratum(…)]`.
#[derive(Default)]
struct Keys {
    page: Option<LitStr>,
    at: Option<LitStr>,
    row: Option<LitStr>,
    after: Option<LitStr>,
    values: Option<Vec<LitStr>>,
    levels: Option<Vec<LitStr>>,
    example: Option<LitStr>,
    example_name: Option<LitStr>,
    why: Option<LitStr>,
}

fn parse_erratum(attr: &Attribute, errors: &mut Errors) -> Option<TokenStream> {
    let mut keys = Keys::default();
    errors.ok(attr.parse_nested_meta(|meta| keys.set(&meta)))?;

    let Some(page) = keys.page else {
        errors.at(attr, "name the page: `page = \"api:…\"`");
        return None;
    };
    let Some(why) = keys.why else {
        errors.at(attr, "say what is published and why: `why = \"…\"`");
        return None;
    };
    let claims: Vec<TokenStream> = [
        keys.row.map(|row| match &keys.after {
            Some(after) => quote!(Row { row: #row, after: #after }),
            None => {
                errors.at(&row, "name the row directly before it: `after = \"…\"`");
                quote!(Silent)
            }
        }),
        keys.values.map(|values| quote!(Values(&[#(#values),*]))),
        keys.levels.map(|levels| quote!(Levels(&[#(#levels),*]))),
        keys.example.map(|example| quote!(Example(#example))),
        keys.example_name.map(|name| quote!(ExampleName(#name))),
    ]
    .into_iter()
    .flatten()
    .collect();
    let [claim] = claims.as_slice() else {
        errors.at(
            attr,
            "an erratum makes one claim: `row`, `values`, `levels`, `example` or `example_name`",
        );
        return None;
    };
    let at = match keys.at {
        Some(at) => quote!(::core::option::Option::Some(#at)),
        None => quote!(::core::option::Option::None),
    };
    Some(quote! {
        ::telecomx_contract::Erratum {
            page: ::core::option::Option::Some(#page),
            at: #at,
            claim: ::telecomx_contract::Claim::#claim,
            why: #why,
        }
    })
}

impl Keys {
    fn set(&mut self, meta: &ParseNestedMeta<'_>) -> syn::Result<()> {
        let text = |slot: &mut Option<LitStr>| {
            *slot = Some(meta.value()?.parse()?);
            Ok(())
        };
        let list = |slot: &mut Option<Vec<LitStr>>| {
            let content;
            let value = meta.value()?;
            bracketed!(content in value);
            let items = Punctuated::<LitStr, Token![,]>::parse_terminated(&content)?;
            *slot = Some(items.into_iter().collect());
            Ok(())
        };
        match meta.path.get_ident().map(ToString::to_string).as_deref() {
            Some("page") => text(&mut self.page),
            Some("at") => text(&mut self.at),
            Some("row") => text(&mut self.row),
            Some("after") => text(&mut self.after),
            Some("values") => list(&mut self.values),
            Some("levels") => list(&mut self.levels),
            Some("example") => text(&mut self.example),
            Some("example_name") => text(&mut self.example_name),
            Some("why") => text(&mut self.why),
            _ => Err(meta.error(
                "unknown key; an erratum has `page`, `at`, `why` and one of `row` with `after`, `values`, `levels`, `example`, `example_name`",
            )),
        }
    }
}
