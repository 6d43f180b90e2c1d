//! `#[value("EMAIL")]`, `#[value(24)]` and `#[code(404, "customer")]`: what a variant is on the wire.

use proc_macro2::{Literal, TokenStream};
use quote::ToTokens;
use syn::{Attribute, Lit, LitStr, parse::ParseStream};

use super::arguments;
use crate::sink::Errors;

/// A value on the wire, with its place in the declaration. However a number is spelt, it is written plainly.
pub(crate) enum Value {
    Text(LitStr),
    Number(i64, Literal),
}

impl PartialEq for Value {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Text(one), Self::Text(other)) => one.value() == other.value(),
            (Self::Number(one, _), Self::Number(other, _)) => one == other,
            _ => false,
        }
    }
}

impl ToTokens for Value {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        match self {
            Self::Text(text) => text.to_tokens(tokens),
            Self::Number(_, plain) => plain.to_tokens(tokens),
        }
    }
}

impl Value {
    /// Reads `#[value(…)]`.
    pub(super) fn read(attr: &Attribute, errors: &mut Errors) -> Option<Self> {
        let mut value = None;
        let mut is_first = true;
        arguments::each(attr, errors, |input, _| {
            if !is_first {
                return Err(input.error("a value is one text or number; remove the rest"));
            }
            is_first = false;
            value = Some(Self::parse(input)?);
            Ok(())
        });
        value
    }

    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        if input.peek(LitStr) {
            return arguments::name(input).map(Self::Text);
        }
        let literal: Lit = input.parse()?;
        let Lit::Int(literal) = literal else {
            return Err(arguments::wrong(
                literal,
                "a value is a text or a whole number",
            ));
        };
        let number = arguments::number(&literal, "a value has at most 64 bits")?;
        let mut plain = Literal::i64_unsuffixed(number);
        plain.set_span(literal.span());
        Ok(Self::Number(number, plain))
    }
}

/// The status and code of an error.
pub(crate) struct Code {
    pub(crate) status: u16,
    pub(crate) code: LitStr,
}

impl Code {
    /// Reads `#[code(…)]`.
    pub(super) fn read(attr: &Attribute, errors: &mut Errors) -> Option<Self> {
        const FORM: &str = "write status and code: `#[code(404, \"customer\")]`";
        let mut arguments = 0;
        let mut status = None;
        let mut code = None;
        arguments::each(attr, errors, |input, _| {
            arguments += 1;
            match arguments {
                1 if input.peek(LitStr) => Err(input.error(FORM)),
                1 => {
                    status = Some(read_status(input)?);
                    Ok(())
                }
                2 => {
                    code = Some(arguments::name(input)?);
                    Ok(())
                }
                _ => Err(input.error("nothing follows the code; remove it")),
            }
        });
        if arguments == 1 && status.is_some() {
            errors.at(attr, FORM);
        }
        Some(Self {
            status: status?,
            code: code?,
        })
    }
}

fn read_status(input: ParseStream<'_>) -> syn::Result<u16> {
    const RANGE: &str = "an error's status is 400 to 599";
    let literal: syn::LitInt = input.parse()?;
    let status = arguments::number(&literal, RANGE)?;
    if !(400..=599).contains(&status) {
        return Err(arguments::wrong(literal, RANGE));
    }
    Ok(status)
}
