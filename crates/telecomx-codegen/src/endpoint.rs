//! `#[derive(Endpoint)]`: one operation, from its request struct.

mod check;
mod expand;
mod parse;

use proc_macro2::TokenStream;
use syn::DeriveInput;

use crate::sink::Errors;

pub(crate) fn derive(input: &DeriveInput, errors: &mut Errors) -> Option<TokenStream> {
    let declaration = parse::parse(input, errors)?;
    check::check(&declaration, errors);
    Some(expand::expand(&declaration, errors.is_empty()))
}
