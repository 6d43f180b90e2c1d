//! Prints a client for a document.

use std::{env, error::Error, fs::File};

use progenitor::{GenerationSettings, Generator};
use quote::quote;

fn main() -> Result<(), Box<dyn Error>> {
    let path = env::args().nth(1).ok_or("name the document")?;
    let document = serde_json::from_reader(File::open(path)?)?;

    // Progenitor does nothing about security schemes: the client has the token as its inner value, and a hook
    // that adds it to each request.
    let mut settings = GenerationSettings::default();
    settings
        .with_inner_type(quote!(String))
        .with_pre_hook(quote!(|token: &str, request: &mut reqwest::Request| {
            request.url_mut().query_pairs_mut().append_pair("token", token);
        }));

    let client = Generator::new(&settings).generate_tokens(&document)?;
    print!("{}", prettyplease::unparse(&syn::parse2(client)?));
    Ok(())
}
