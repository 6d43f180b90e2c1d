//! A sample for the shell.

use telecomx_contract::{Method, ParameterLocation, TOKEN_PARAMETER, encode};

use super::{Call, TOKEN, URL};

pub(super) fn program(call: &Call<'_>) -> String {
    let path = call.path(|given| encode(&given.value).to_string());
    // `--get` puts data into the query, and leaves none for a body.
    let (how, in_query) = match (call.operation.method, call.body) {
        (method, Some(body)) => {
            let body = quoted(&super::json(body, 0));
            (format!("--request {method} --json {body}"), "--url-query")
        }
        (Method::Get, None) => ("--get".to_owned(), "--data-urlencode"),
        (method, None) => (format!("--get --request {method}"), "--data-urlencode"),
    };
    let query = call
        .in_place(ParameterLocation::Query)
        .map(|given| {
            let given = quoted(&format!("{}={}", given.parameter.name, given.value));
            format!(" \\\n  {in_query} {given}")
        })
        .collect::<String>();
    format!(
        "curl --fail-with-body {how} \"${URL}{path}\"{query} \\\n  {in_query} \"{TOKEN_PARAMETER}=${TOKEN}\"\n"
    )
}

/// A text as the shell reads it: a quote is closed, written, and opened again.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "'\\''"))
}
