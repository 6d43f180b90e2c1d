//! `#[erratum(…)]` and `#[assumption("…")]`: decisions beside what they are about.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Attribute, Ident, LitStr, parse::ParseStream};

use super::{arguments, once::Once};
use crate::{shape, sink::Errors};

/// Reads `#[assumption("…")]`, as an expression of type `Erratum`.
pub(super) fn read_assumption(attr: &Attribute, errors: &mut Errors) -> Option<TokenStream> {
    let why = errors.ok(attr.parse_args_with(arguments::prose))?;
    Some(quote!(::telecomx_contract::Erratum::assumption(#why)))
}

/// Reads `#[erratum(…)]`, as an expression of type `Erratum`.
pub(super) fn read_erratum(attr: &Attribute, errors: &mut Errors) -> Option<TokenStream> {
    let found = errors.count();
    let mut keys = Keys::default();
    arguments::each(attr, errors, |input, errors| keys.read(input, errors));
    if errors.count() > found {
        // What could not be read is not missing.
        return None;
    }
    let [page, at, row, after, example, example_name, why] = [
        keys.page,
        keys.at,
        keys.row,
        keys.after,
        keys.example,
        keys.example_name,
        keys.why,
    ]
    .map(Once::into_option);

    if page.is_none() {
        errors.at(attr, "name the page: `page = \"api:…\"`");
    }
    if why.is_none() {
        errors.at(attr, "say what is published and why: `why = \"…\"`");
    }
    let half = match (&row, &after) {
        (Some(row), None) => Some((row, "name the row directly before it: `after = \"…\"`")),
        (None, Some(after)) => Some((after, "name the row that stands after it: `row = \"…\"`")),
        _ => None,
    };
    if let Some((text, message)) = half {
        errors.at(text, message);
        return None;
    }
    let row = row.map(|row| quote!(Row { row: #row, after: #after }));
    let values = keys.values.into_option();
    let levels = keys.levels.into_option();
    let claims: Vec<TokenStream> = [
        row,
        values.map(|values| quote!(Values(&[#(#values),*]))),
        levels.map(|levels| quote!(Levels(&[#(#levels),*]))),
        example.map(|example| quote!(Example(#example))),
        example_name.map(|name| quote!(ExampleName(#name))),
    ]
    .into_iter()
    .flatten()
    .collect();
    let [claim] = claims.as_slice() else {
        errors.at(
            attr,
            "an erratum makes one claim: `row` with `after`, `values`, `levels`, `example` or `example_name`",
        );
        return None;
    };
    if errors.count() > found {
        return None;
    }
    let at = shape::option_expr(at.map(|at| quote!(#at)));
    Some(quote! {
        ::telecomx_contract::Erratum {
            page: ::core::option::Option::Some(#page),
            at: #at,
            claim: ::telecomx_contract::Claim::#claim,
            why: #why,
        }
    })
}

/// The keys of one `#[erratum(…)]`.
#[derive(Default)]
struct Keys {
    page: Once<LitStr>,
    at: Once<LitStr>,
    row: Once<LitStr>,
    after: Once<LitStr>,
    values: Once<Vec<LitStr>>,
    levels: Once<Vec<LitStr>>,
    example: Once<LitStr>,
    example_name: Once<LitStr>,
    why: Once<LitStr>,
}

impl Keys {
    fn read(&mut self, input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<()> {
        let key = arguments::key(input)?;
        let name = key.to_string();
        let texts = match name.as_str() {
            "values" => Some(&mut self.values),
            "levels" => Some(&mut self.levels),
            _ => None,
        };
        if let Some(slot) = texts {
            let names = arguments::assigned(input, arguments::names)?;
            slot.set(&name, key, names, errors);
            return Ok(());
        }
        let slot = self.text(&key)?;
        // What a page writes is kept as it is, also where it is odd.
        let read = match name.as_str() {
            "why" | "example" => arguments::prose,
            _ => arguments::name,
        };
        let text = arguments::assigned(input, read)?;
        slot.set(&name, key, text, errors);
        Ok(())
    }

    fn text(&mut self, key: &Ident) -> syn::Result<&mut Once<LitStr>> {
        Ok(match key.to_string().as_str() {
            "page" => &mut self.page,
            "at" => &mut self.at,
            "row" => &mut self.row,
            "after" => &mut self.after,
            "example" => &mut self.example,
            "example_name" => &mut self.example_name,
            "why" => &mut self.why,
            _ => {
                return Err(arguments::wrong(
                    key,
                    "unknown key; an erratum has `page`, `at`, `why` and one of `row` with `after`, `values`, `levels`, `example`, `example_name`",
                ));
            }
        })
    }
}
