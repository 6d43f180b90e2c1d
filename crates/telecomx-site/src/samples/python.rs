//! A sample in Python, with httpx: its errors, unlike those of requests, do not quote the address and so the token.

use serde_json::Value;
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
    let body = call
        .body
        .map(|body| format!("    json={},\n", literal(body, 4)));
    let body = body.unwrap_or_default();
    let method = call.operation.method.as_str().to_lowercase();
    format!(
        "import os\n{quote}\nimport httpx\n\n{variables}\
         response = httpx.{method}(\n    \
             f\"{{os.environ['{URL}']}}{path}\",\n    \
             params={{{query}\"{TOKEN_PARAMETER}\": os.environ[\"{TOKEN}\"]}},\n\
         {body})\n\
         if response.is_error:\n    \
             raise SystemExit(f\"{{response.status_code}} {{response.text}}\")\n\
         print(response.json())\n"
    )
}

/// JSON as Python writes it; what does not stand on its first line is this far to the right.
fn literal(value: &Value, indent: usize) -> String {
    let items: Vec<String> = match value {
        Value::Null => return "None".to_owned(),
        Value::Bool(true) => return "True".to_owned(),
        Value::Bool(false) => return "False".to_owned(),
        Value::Number(_) | Value::String(_) => return value.to_string(),
        Value::Array(items) => items.iter().map(|item| literal(item, indent + 4)).collect(),
        Value::Object(object) => object
            .iter()
            .map(|(name, value)| format!("{}: {}", quoted(name), literal(value, indent + 4)))
            .collect(),
    };
    let (open, close) = if value.is_array() {
        ("[", "]")
    } else {
        ("{", "}")
    };
    if items.is_empty() {
        return format!("{open}{close}");
    }
    let (outer, inner) = (" ".repeat(indent), " ".repeat(indent + 4));
    let items: String = items
        .iter()
        .map(|item| format!("{inner}{item},\n"))
        .collect();
    format!("{open}\n{items}{outer}{close}")
}
