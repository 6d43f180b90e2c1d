//! What the contract's derives do, as an ordinary library over `proc_macro2`.
//!
//! Each derive is `parse → check → expand`: the declaration is read with its spans, every mistake is
//! collected and reported at its own token, and code comes out even of a wrong declaration, so that
//! the author reads about the mistake and not about its consequences. What rustc checks better (a
//! misspelt level, a type that cannot stand in a URL) is left to rustc, at the author's own tokens.

mod attributes;
mod case;
mod endpoint;
mod error_codes;
mod open_enum;
mod query_flags;
mod resource;
mod shape;
mod sink;

use proc_macro2::TokenStream;
use syn::DeriveInput;

/// What a derive made of a declaration.
#[derive(Debug)]
pub struct Expansion {
    /// The code, also where the declaration is wrong; none where nothing can be made of its shape.
    pub code: TokenStream,
    /// Every mistake of the declaration, at its own token.
    pub errors: Vec<syn::Error>,
}

impl Expansion {
    /// The tokens a proc macro returns: the code, and a `compile_error!` for each mistake.
    pub fn into_tokens(self) -> TokenStream {
        let mut tokens = self.code;
        tokens.extend(self.errors.iter().map(syn::Error::to_compile_error));
        tokens
    }
}

/// Expands `#[derive(Endpoint)]`.
pub fn derive_endpoint(input: TokenStream) -> Expansion {
    derive(input, endpoint::derive)
}

/// Expands `#[derive(ErrorCodes)]`.
pub fn derive_error_codes(input: TokenStream) -> Expansion {
    derive(input, error_codes::derive)
}

/// Expands `#[derive(OpenEnum)]`.
pub fn derive_open_enum(input: TokenStream) -> Expansion {
    derive(input, open_enum::derive)
}

/// Expands `#[derive(QueryFlags)]`.
pub fn derive_query_flags(input: TokenStream) -> Expansion {
    derive(input, query_flags::derive)
}

/// Expands `#[derive(Resource)]`.
pub fn derive_resource(input: TokenStream) -> Expansion {
    derive(input, resource::derive)
}

fn derive(
    input: TokenStream,
    expand: fn(&DeriveInput, &mut sink::Errors) -> Option<TokenStream>,
) -> Expansion {
    let mut errors = sink::Errors::default();
    let code = match syn::parse2(input) {
        Ok(input) => expand(&input, &mut errors).unwrap_or_default(),
        Err(error) => {
            errors.push(error);
            TokenStream::new()
        }
    };
    Expansion {
        code,
        errors: errors.into_vec(),
    }
}
