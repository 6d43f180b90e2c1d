//! The arguments of an attribute.

use proc_macro2::TokenTree;
use quote::ToTokens;
use syn::{
    Attribute, Expr, ExprLit, Ident, Lit, LitInt, LitStr, Meta, Token, bracketed, ext::IdentExt,
    parse::ParseStream,
};

use crate::sink::Errors;

/// Reads the arguments of `#[name(…)]`, which commas separate. A mistake costs its own argument only.
pub(super) fn each(
    attr: &Attribute,
    errors: &mut Errors,
    mut read: impl FnMut(ParseStream<'_>, &mut Errors) -> syn::Result<()>,
) {
    let read_all = attr.parse_args_with(|input: ParseStream<'_>| {
        if input.is_empty() {
            let empty = "there is nothing in these brackets; fill them in, or remove the attribute";
            errors.at(attr, empty);
        }
        while !input.is_empty() {
            let separated = read(input, errors).and_then(|()| {
                let at_end = input.is_empty() || input.peek(Token![,]);
                at_end
                    .then_some(())
                    .ok_or_else(|| input.error("expected `,`"))
            });
            if let Err(error) = separated {
                errors.push(error);
                skip_until_comma(input)?;
            }
            if !input.is_empty() {
                input.parse::<Token![,]>()?;
            }
        }
        Ok(())
    });
    errors.ok(read_all);
}

/// Passes over an argument.
pub(super) fn skip_until_comma(input: ParseStream<'_>) -> syn::Result<()> {
    while !input.is_empty() && !input.peek(Token![,]) {
        input.parse::<TokenTree>()?;
    }
    Ok(())
}

/// Refuses arguments.
pub(super) fn none(attr: &Attribute, name: &str, errors: &mut Errors) {
    if !matches!(attr.meta, Meta::Path(_)) {
        errors.at(
            attr,
            format_args!("nothing follows this name; write `#[{name}]`"),
        );
    }
}

/// A key, which may be a keyword.
pub(super) fn key(input: ParseStream<'_>) -> syn::Result<Ident> {
    input.call(Ident::parse_any)
}

/// `= value`, after a key.
pub(super) fn assigned<T>(
    input: ParseStream<'_>,
    value: fn(ParseStream<'_>) -> syn::Result<T>,
) -> syn::Result<T> {
    input.parse::<Token![=]>()?;
    value(input)
}

/// A text for people, which is not blank.
pub(super) fn prose(input: ParseStream<'_>) -> syn::Result<LitStr> {
    let text: LitStr = input.parse()?;
    let is_control = |character: char| character.is_control() && character != '\n';
    if text.value().trim().is_empty() {
        return Err(wrong(&text, "this text is empty; write one"));
    }
    if text.value().contains(is_control) {
        return Err(wrong(&text, "a text holds no control characters"));
    }
    Ok(text)
}

/// A name or value of the wire or of a page: on one line, and without space around it.
pub(super) fn name(input: ParseStream<'_>) -> syn::Result<LitStr> {
    let text: LitStr = input.parse()?;
    let value = text.value();
    if value.is_empty() {
        return Err(wrong(&text, "this text is empty; write one"));
    }
    if value.contains(char::is_control) {
        return Err(wrong(&text, "this text holds no control characters"));
    }
    if value.trim() != value {
        return Err(wrong(
            &text,
            "there is no space around this text; remove it",
        ));
    }
    Ok(text)
}

/// A list of names in brackets: at least one, and each once.
pub(super) fn names(input: ParseStream<'_>) -> syn::Result<Vec<LitStr>> {
    let content;
    let brackets = bracketed!(content in input);
    let read_all = || {
        let mut names: Vec<LitStr> = Vec::new();
        while !content.is_empty() {
            let text = name(&content)?;
            if names.iter().any(|known| known.value() == text.value()) {
                return Err(wrong(&text, "this is listed twice; remove one"));
            }
            names.push(text);
            if !content.is_empty() {
                content.parse::<Token![,]>()?;
            }
        }
        if names.is_empty() {
            let span = brackets.span.join();
            return Err(syn::Error::new(span, "this list is empty; fill it in"));
        }
        Ok(names)
    };
    let names = read_all();
    // What is left behind an error would be reported as another.
    while !content.is_empty() {
        content.parse::<TokenTree>()?;
    }
    names
}

/// The value of a whole number, however it is spelt; its type is not for the author to say. One that does not fit is
/// refused in these words.
pub(super) fn number<T>(literal: &LitInt, unfit: &str) -> syn::Result<T>
where
    T: std::str::FromStr,
    T::Err: std::fmt::Display,
{
    if !literal.suffix().is_empty() {
        let message = format_args!("write `{}`, without a type", literal.base10_digits());
        return Err(wrong(literal, message));
    }
    literal.base10_parse().map_err(|_| wrong(literal, unfit))
}

/// The text of an expression, which a macro may have put into a group.
pub(super) fn text(value: &Expr) -> Option<&LitStr> {
    match value {
        Expr::Group(group) => text(&group.expr),
        Expr::Lit(ExprLit {
            lit: Lit::Str(text),
            ..
        }) => Some(text),
        _ => None,
    }
}

pub(super) fn wrong(tokens: impl ToTokens, message: impl std::fmt::Display) -> syn::Error {
    syn::Error::new_spanned(tokens, message)
}
