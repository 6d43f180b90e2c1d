//! A sample in TypeScript: `fetch`, and the types that openapi-typescript makes from the document.

use telecomx_contract::{Method, ParameterLocation, TOKEN_PARAMETER};

use super::{Call, TOKEN, URL, json, quoted};
use crate::schema;

/// The module of the types, as the page about getting started calls it.
pub(crate) const TYPES: &str = "telecomx.d.ts";

pub(super) fn program(call: &Call<'_>) -> String {
    let variables: String = call
        .values
        .iter()
        .map(|given| {
            format!(
                "const {} = {};\n",
                given.parameter.name,
                quoted(&given.value)
            )
        })
        .collect();
    let path = call.path(|given| format!("${{encodeURIComponent({})}}", given.parameter.name));
    let query: String = call
        .in_place(ParameterLocation::Query)
        .map(|given| {
            format!(
                "url.searchParams.set(\"{0}\", {0});\n",
                given.parameter.name
            )
        })
        .collect();
    let options = match (call.operation.method, call.body) {
        (Method::Get, None) => String::new(),
        (method, None) => format!(", {{ method: \"{method}\" }}"),
        (method, Some(_)) => format!(
            ", {{\n  \
                 method: \"{method}\",\n  \
                 headers: {{ \"content-type\": \"application/json\" }},\n  \
                 body: JSON.stringify(body),\n\
             }}"
        ),
    };
    let body = call.body.map(|body| {
        let component = schema::object_name(call.body_schema()).unwrap_or_default();
        let body = json(body, 0);
        format!("const body: components[\"schemas\"][\"{component}\"] = {body};\n")
    });
    let body = body.unwrap_or_default();
    let (answer, list) = match call.answer().get("items") {
        Some(items) => (items, "[]"),
        None => (call.answer(), ""),
    };
    let component = schema::object_name(answer).unwrap_or_default();
    format!(
        "import type {{ components }} from \"./{TYPES}\";\n\n\
         {variables}{body}\
         const url = new URL(`${{process.env.{URL}}}{path}`);\n\
         {query}\
         url.searchParams.set(\"{TOKEN_PARAMETER}\", process.env.{TOKEN} ?? \"\");\n\
         const response = await fetch(url{options});\n\
         if (!response.ok) {{\n  \
             throw new Error(`${{response.status}} ${{await response.text()}}`);\n\
         }}\n\
         const answer: components[\"schemas\"][\"{component}\"]{list} = await response.json();\n\
         console.log(answer);\n"
    )
}
