//! What must hold of an endpoint's declaration beyond its grammar.

use std::collections::BTreeSet;

use syn::LitStr;

use super::{
    attribute::{EndpointAttribute, Method},
    parse::{Declaration, Field, Place},
};
use crate::{case, shape, sink::Errors};

pub(crate) fn check(declaration: &Declaration<'_>, errors: &mut Errors) {
    if !telecomx_path::is_name(&shape::plain_name(declaration.ident)) {
        errors.at(
            declaration.ident,
            "an operation is called after its request: write the name with ASCII letters and digits",
        );
    }
    if declaration.access.is_empty() {
        errors.at(
            declaration.ident,
            "say who may call it: `#[access(LEVEL, …)]`, one for each rule",
        );
    }
    if let Some(endpoint) = &declaration.endpoint {
        check_options(declaration, endpoint, errors);
        check_path(&declaration.fields, &endpoint.path, errors);
        for field in &declaration.fields {
            check_field(field, endpoint, errors);
        }
    }
}

fn check_options(declaration: &Declaration<'_>, endpoint: &EndpointAttribute, errors: &mut Errors) {
    if endpoint.response.is_none() {
        errors.at(
            declaration.ident,
            "say what it answers: `response = …` in `#[endpoint(…)]`",
        );
    }
    match &endpoint.revised {
        None => errors.at(
            declaration.ident,
            "say which revision of its page this follows: `revised = \"2026-01-31\"` in `#[endpoint(…)]`",
        ),
        Some(date) if !is_date(&date.value()) => {
            errors.at(date, "a revision is a date, `YYYY-MM-DD`");
        }
        Some(_) => {}
    }
}

fn check_path(fields: &[Field<'_>], path: &LitStr, errors: &mut Errors) {
    let text = path.value();
    for mistake in telecomx_path::mistakes(&text) {
        errors.at(path, mistake);
    }
    let variables: BTreeSet<_> = telecomx_path::variables(&text).collect();
    for variable in variables {
        if !fields.iter().any(|field| field.name == variable) {
            errors.at(
                path,
                format_args!(
                    "no field for `{{{variable}}}`; add `pub {}: …`, or mend the name in braces",
                    case::snake(variable)
                ),
            );
        }
    }
}

fn check_field(field: &Field<'_>, endpoint: &EndpointAttribute, errors: &mut Errors) {
    match field.place {
        Place::Flags if endpoint.method == Method::Post => errors.at(
            field.ident,
            "flags stand in the query, and a POST has its fields in the body",
        ),
        Place::Query if !telecomx_path::is_plain(&field.name) => errors.at(
            field.ident,
            "a parameter is called after its field: write the name with ASCII letters and digits",
        ),
        Place::Query | Place::Flags if field.name == "token" => {
            errors.at(
                field.ident,
                "`token` is the parameter that carries the caller's token; rename it",
            );
        }
        _ => {}
    }
    let in_query = matches!(field.place, Place::Query | Place::Flags);
    if field.levels.is_some() && !in_query {
        errors.at(
            field.ident,
            "only an optional query parameter can be reserved for some levels; for the whole operation put `#[access(…)]` on the struct",
        );
    }
}

fn is_date(text: &str) -> bool {
    let digits =
        |part: &str, length| part.len() == length && part.bytes().all(|b| b.is_ascii_digit());
    let parts: Vec<_> = text.split('-').collect();
    matches!(parts[..], [year, month, day]
        if digits(year, 4) && digits(month, 2) && digits(day, 2)
            && ("01"..="12").contains(&month) && ("01"..="31").contains(&day))
}
