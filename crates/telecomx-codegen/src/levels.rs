//! Lists of access levels. The names are emitted as paths, so that rustc checks their spelling.

use proc_macro2::TokenStream;
use quote::quote_spanned;
use syn::{Attribute, Ident, Meta, Token, parse::ParseStream, punctuated::Punctuated};

use crate::sink::Errors;

/// `LEVEL, LEVEL, scope = Scope`.
pub(crate) struct Levels {
    pub(crate) levels: Vec<Ident>,
    pub(crate) scope: Option<Ident>,
}

impl Levels {
    /// Reads the list of an attribute such as `#[visible(RESELLER, ADMIN)]`.
    pub(crate) fn parse(attr: &Attribute, errors: &mut Errors) -> Self {
        let name = attr
            .path()
            .get_ident()
            .map(Ident::to_string)
            .unwrap_or_default();
        let mut parsed = Self {
            levels: Vec::new(),
            scope: None,
        };
        if let Meta::Path(path) = &attr.meta {
            errors.at(path, format_args!("name the levels: `#[{name}(LEVEL, …)]`"));
            return parsed;
        }
        let items = attr.parse_args_with(Punctuated::<Item, Token![,]>::parse_terminated);
        let Some(items) = errors.ok(items) else {
            return parsed;
        };
        for item in items {
            match item {
                Item::Level(level) if parsed.levels.contains(&level) => {
                    errors.at(
                        &level,
                        format_args!("`{level}` is listed twice; remove one"),
                    );
                }
                Item::Level(level) => parsed.levels.push(level),
                Item::Scope(scope) if parsed.scope.is_some() => {
                    errors.at(
                        &scope,
                        "a rule has one scope; write a second `#[access(…)]`",
                    );
                }
                Item::Scope(scope) => parsed.scope = Some(scope),
            }
        }
        if parsed.levels.is_empty() {
            errors.at(
                attr,
                format_args!("name at least one level: `#[{name}(LEVEL, …)]`"),
            );
        }
        parsed
    }

    /// Reads a list where no scope can stand.
    pub(crate) fn parse_unscoped(attr: &Attribute, errors: &mut Errors) -> Self {
        let parsed = Self::parse(attr, errors);
        if let Some(scope) = &parsed.scope {
            errors.at(
                scope,
                "a scope cannot stand here: levels alone decide about a field",
            );
        }
        parsed
    }

    /// The levels as paths.
    pub(crate) fn paths(&self) -> Vec<TokenStream> {
        self.levels
            .iter()
            .map(|level| quote_spanned!(level.span()=> ::telecomx_contract::AccessLevel::#level))
            .collect()
    }
}

enum Item {
    Level(Ident),
    Scope(Ident),
}

impl syn::parse::Parse for Item {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let name: Ident = input.parse().map_err(|error| {
            syn::Error::new(
                error.span(),
                "expected an access level, such as `ADMIN`, or `scope = …`",
            )
        })?;
        if !input.peek(Token![=]) {
            return Ok(Self::Level(name));
        }
        if name != "scope" {
            return Err(syn::Error::new_spanned(
                &name,
                format_args!("unknown option `{name}`; there is only `scope = …`"),
            ));
        }
        input.parse::<Token![=]>()?;
        input.parse().map(Self::Scope)
    }
}
