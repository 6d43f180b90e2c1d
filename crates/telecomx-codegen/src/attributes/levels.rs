//! Lists of access levels. The names are emitted as paths, so that rustc checks their spelling.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::{Attribute, Ident, Meta, Token, parse::ParseStream};

use super::arguments;
use crate::sink::Errors;

/// `LEVEL, LEVEL, scope = Scope`.
pub(crate) struct Levels {
    pub(crate) levels: Vec<Ident>,
    pub(crate) scope: Option<Ident>,
}

impl Levels {
    /// Reads the list of an attribute such as `#[access(RESELLER, ADMIN, scope = OwnReseller)]`.
    fn read(attr: &Attribute, errors: &mut Errors) -> Self {
        let mut read = Self {
            levels: Vec::new(),
            scope: None,
        };
        let is_empty = match &attr.meta {
            Meta::Path(_) => true,
            Meta::List(list) => list.tokens.is_empty(),
            Meta::NameValue(_) => false,
        };
        if is_empty {
            errors.at(attr, no_level(attr));
            return read;
        }
        let found = errors.count();
        arguments::each(attr, errors, |input, errors| {
            match input.parse()? {
                Item::Level(level) if read.levels.contains(&level) => {
                    errors.at(
                        &level,
                        format_args!("`{level}` is listed twice; remove one"),
                    );
                }
                Item::Level(level) => read.levels.push(level),
                Item::Scope(scope) if read.scope.is_some() => {
                    errors.at(
                        &scope,
                        "a rule has one scope; write a second `#[access(…)]`",
                    );
                }
                Item::Scope(scope) => read.scope = Some(scope),
            }
            Ok(())
        });
        // What could not be read may have been a level.
        if read.levels.is_empty() && errors.count() == found {
            errors.at(attr, no_level(attr));
        }
        read
    }

    /// Reads one rule of an operation: about a level in one relation, one rule decides.
    pub(super) fn read_rule(attr: &Attribute, before: &[Self], errors: &mut Errors) -> Self {
        let rule = Self::read(attr, errors);
        for level in &rule.levels {
            let decides = |other: &Self| {
                let unscoped = other.scope.is_none() || rule.scope.is_none();
                other.levels.contains(level) && (unscoped || other.scope == rule.scope)
            };
            if before.iter().any(decides) {
                errors.at(
                    level,
                    format_args!("a rule above admits `{level}` too; name it in one of the two"),
                );
            }
        }
        rule
    }

    /// Reads a list where no scope can stand.
    pub(super) fn read_unscoped(attr: &Attribute, errors: &mut Errors) -> Self {
        let read = Self::read(attr, errors);
        if let Some(scope) = &read.scope {
            errors.at(
                scope,
                "a scope cannot stand here: levels alone decide about a field",
            );
        }
        read
    }

    /// The levels as an expression; all of them where nothing names any.
    pub(crate) fn expr(levels: Option<&Self>) -> TokenStream {
        let Some(Self { levels, .. }) = levels else {
            return quote!(::telecomx_contract::Levels::ALL);
        };
        let levels = levels
            .iter()
            .map(|level| quote_spanned!(level.span()=> ::telecomx_contract::AccessLevel::#level));
        quote!(::telecomx_contract::Levels::of(&[#(#levels),*]))
    }

    /// Whether a value `level` is not among them, as a condition that is worked out when the code is compiled.
    pub(crate) fn excludes_level(&self) -> TokenStream {
        let levels = Self::expr(Some(self));
        quote!(!const { #levels }.contains(level))
    }
}

fn no_level(attr: &Attribute) -> String {
    let name = attr.path().get_ident().map(Ident::to_string);
    let name = name.unwrap_or_default();
    format!("name at least one level: `#[{name}(LEVEL, …)]`")
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
