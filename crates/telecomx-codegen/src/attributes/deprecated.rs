//! `#[deprecated(since = "1.2.0", note = "use `email` instead")]`: rustc's own, which is published too.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Attribute, LitStr, Meta};

use super::arguments;
use crate::{shape, sink::Errors};

/// What is on its way out, since when, and what takes its place.
pub(crate) struct Deprecated {
    since: Option<LitStr>,
    note: LitStr,
}

impl Deprecated {
    /// Reads the attribute; what rustc refuses in it, or a second one, is left to rustc.
    pub(super) fn read(attr: &Attribute, errors: &mut Errors) -> Option<Self> {
        let mut since = None;
        let mut note = None;
        match &attr.meta {
            Meta::Path(_) => {}
            Meta::NameValue(meta) => note = Some(arguments::text(&meta.value)?.clone()),
            Meta::List(list) => list
                .parse_nested_meta(|meta| {
                    let value = meta.value()?.parse()?;
                    let value = arguments::text(&value).cloned();
                    if meta.path.is_ident("since") {
                        since = value;
                    } else if meta.path.is_ident("note") {
                        note = value;
                    }
                    Ok(())
                })
                .ok()?,
        }
        match note {
            Some(note) if !note.value().trim().is_empty() => Some(Self { since, note }),
            _ => {
                errors.at(
                    attr,
                    "say what to use instead, for it is published: `#[deprecated(note = \"use … instead\")]`",
                );
                None
            }
        }
    }

    /// `Option<Deprecation>`, as an expression.
    pub(crate) fn option_expr(deprecated: Option<&Self>) -> TokenStream {
        shape::option_expr(deprecated.map(|Self { since, note }| {
            let since = shape::option_expr(since.as_ref().map(|since| quote!(#since)));
            quote!(::telecomx_contract::Deprecation { since: #since, note: #note })
        }))
    }
}
