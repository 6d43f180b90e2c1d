//! A sample for the shell.

use telecomx_contract::{Method, ParameterLocation, TOKEN_PARAMETER, encode};

use super::{Call, TOKEN, URL};

pub(super) fn program(call: &Call<'_>) -> String {
    let path = call.path(|given| encode(&given.value).to_string());
    // Without it, curl takes `--data-urlencode` for a body.
    let method = match call.operation.method {
        Method::Get => "--get".to_owned(),
        method => format!("--get --request {method}"),
    };
    let query = call
        .in_place(ParameterLocation::Query)
        .map(|given| {
            format!(
                " \\\n  --data-urlencode '{}={}'",
                given.parameter.name, given.value
            )
        })
        .collect::<String>();
    format!(
        "curl --fail-with-body {method} \"${URL}{path}\"{query} \\\n  --data-urlencode \"{TOKEN_PARAMETER}=${TOKEN}\"\n"
    )
}
