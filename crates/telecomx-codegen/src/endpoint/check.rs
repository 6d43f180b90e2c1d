//! What must hold of an endpoint's declaration beyond its grammar.

use std::collections::BTreeSet;

use syn::{Ident, LitStr};

use super::parse::{Declaration, Field, Place};
use crate::{
    attributes::{Method, OperationAttribute},
    case, shape,
    sink::Errors,
};

pub(crate) fn check(declaration: &Declaration<'_>, errors: &mut Errors) {
    let attributes = &declaration.attributes;
    if !telecomx_path::is_name(&shape::plain_name(declaration.ident)) {
        errors.at(
            declaration.ident,
            "an operation is called after its request: write the name with ASCII letters and digits",
        );
    }
    if attributes.operation.is_none() {
        errors.at(
            declaration.ident,
            "say which operation this is: `#[endpoint(GET \"/path\", response = …, revised = \"2026-01-31\")]`",
        );
    }
    if attributes.access.is_empty() {
        errors.at(
            declaration.ident,
            "say who may call it: `#[access(LEVEL, …)]`, one for each rule",
        );
    }
    let Some(operation) = &attributes.operation else {
        return;
    };
    if let Some(path) = &operation.path {
        check_path(&declaration.fields, path, errors);
    }
    for (index, field) in declaration.fields.iter().enumerate() {
        check_field(field, operation, errors);
        let mut before = declaration.fields.iter().take(index);
        if let Some(first) = before.find(|first| first.name == field.name) {
            errors.at(
                field.ident,
                format_args!(
                    "`{}` is already called `{}` on the wire; rename one",
                    first.ident, first.name
                ),
            );
        }
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
            errors.at(path, without_field(variable));
        }
    }
}

/// That a variable has no field, and which one to add, if there can be one.
fn without_field(variable: &str) -> String {
    let field = case::snake(variable);
    let name = case::camel_from_snake(&field);
    let cannot_be_raw = matches!(field.as_str(), "self" | "super" | "crate");
    if name != variable || cannot_be_raw {
        let cured = if cannot_be_raw || name.is_empty() {
            format!("{name}Id")
        } else {
            name
        };
        return format!(
            "no field is called `{variable}`, since fields are in camel case on the wire; write `{{{}}}`, and add its field",
            case::camel_from_pascal(&cured)
        );
    }
    let raw = match syn::parse_str::<Ident>(&field) {
        Ok(_) => "",
        Err(_) => "r#",
    };
    format!("no field for `{{{variable}}}`; add `pub {raw}{field}: …`, or mend the name in braces")
}

fn check_field(field: &Field<'_>, operation: &OperationAttribute, errors: &mut Errors) {
    match field.place {
        Place::Flags if operation.method == Some(Method::Post) => errors.at(
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
    if field.attributes.access.is_some() && !in_query {
        errors.at(
            field.ident,
            "only an optional query parameter can be reserved for some levels; for the whole operation put `#[access(…)]` on the struct",
        );
    }
}
