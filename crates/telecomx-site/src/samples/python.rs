//! A sample in Python, with httpx: its errors, unlike those of requests, do not quote the address and so the token.

use telecomx_contract::{ParameterLocation, TOKEN_PARAMETER};

use super::{Call, TOKEN, URL, quoted, snake_case};

pub(super) fn program(call: &Call<'_>) -> String {
    let has_variables = call.in_place(ParameterLocation::Path).next().is_some();
    let quote = if has_variables {
        "from urllib.parse import quote\n"
    } else {
        ""
    };
    let variables: String = call
        .values
        .iter()
        .map(|given| {
            format!(
                "{} = {}\n",
                snake_case(given.parameter.name),
                quoted(&given.value)
            )
        })
        .collect();
    let path =
        call.path(|given| format!("{{quote({}, safe='')}}", snake_case(given.parameter.name)));
    let query: String = call
        .in_place(ParameterLocation::Query)
        .map(|given| {
            format!(
                "\"{}\": {}, ",
                given.parameter.name,
                snake_case(given.parameter.name)
            )
        })
        .collect();
    let method = call.operation.method.as_str().to_lowercase();
    format!(
        "import os\n{quote}\nimport httpx\n\n{variables}\
         response = httpx.{method}(\n    \
             f\"{{os.environ['{URL}']}}{path}\",\n    \
             params={{{query}\"{TOKEN_PARAMETER}\": os.environ[\"{TOKEN}\"]}},\n\
         )\n\
         if response.is_error:\n    \
             raise SystemExit(f\"{{response.status_code}} {{response.text}}\")\n\
         print(response.json())\n"
    )
}
