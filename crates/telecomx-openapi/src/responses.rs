//! The error responses of operations, and those they share.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};
use telecomx_contract::{
    Admission, Audience, CommonError, ErrorBody, ErrorCode, ErrorCodes, Operation, Resource,
};

use crate::{examples, problem::Problems, schemas::COMPONENTS};

/// The errors that an operation can answer an audience with, by status: its own before what every operation can answer.
pub fn errors_by_status(
    operation: &Operation,
    audience: Audience,
) -> BTreeMap<u16, Vec<ErrorCode>> {
    let mut parameters = operation.parameters();
    let sends_nothing =
        operation.body.is_none() && !parameters.any(|(_, group)| audience.may_send(group));
    let impossible = [
        // Where nothing is sent, nothing can be malformed.
        sends_nothing.then(|| CommonError::BadRequest.code()),
        is_always_allowed(operation, audience).then(|| CommonError::AccessDenied.code()),
    ];
    let common = CommonError::CODES.iter();
    let common = common.filter(|error| !impossible.contains(&Some(**error)));
    let mut by_status: BTreeMap<u16, Vec<ErrorCode>> = BTreeMap::new();
    for error in operation.errors.iter().chain(common) {
        by_status.entry(error.status).or_default().push(*error);
    }
    by_status
}

/// Whether callers that keep to their document are never denied access.
fn is_always_allowed(operation: &Operation, audience: Audience) -> bool {
    match audience {
        Audience::All => false,
        Audience::Level(level) => operation.admission(level) == Admission::Always,
    }
}

/// The responses that operations share, by component name.
pub(crate) fn shared(problems: &mut Problems) -> Value {
    let responses = CommonError::CODES.iter().map(|error| {
        let response = response(std::slice::from_ref(error), problems);
        (component_name(error), response)
    });
    Value::Object(responses.collect())
}

/// The response of one status: by reference where the operation adds nothing to what all share.
pub(crate) fn of_status(errors: &[ErrorCode], problems: &mut Problems) -> Value {
    match errors {
        [error] if CommonError::CODES.contains(error) => {
            json!({ "$ref": format!("#/components/responses/{}", component_name(error)) })
        }
        _ => response(errors, problems),
    }
}

fn response(errors: &[ErrorCode], problems: &mut Problems) -> Value {
    let description = match errors {
        [error] => described(error, problems),
        _ => errors
            .iter()
            .map(|error| format!("- {}", described(error, problems)))
            .collect::<Vec<_>>()
            .join("\n"),
    };
    let examples: Map<String, Value> = errors
        .iter()
        .filter_map(|error| examples::of_error(error, problems))
        .collect();
    json!({
        "description": description,
        "content": { "application/json": {
            "schema": { "$ref": format!("{COMPONENTS}{}", ErrorBody::RESOURCE.name) },
            "examples": examples,
        } },
        "x-error-codes": errors.iter().map(|error| error.code).collect::<Value>(),
    })
}

/// An error in words: its code, when it occurs, and what to do about it.
fn described(error: &ErrorCode, problems: &mut Problems) -> String {
    let ErrorCode {
        status,
        code,
        description,
        remedy,
    } = error;
    if remedy.is_empty() {
        problems.add(
            format_args!("error {status} `{code}`"),
            "it does not say what to do about it; add a second paragraph to its `///` comment",
        );
    }
    format!("`{code}`: {description} {}", remedy.replace('\n', " "))
}

/// `access_denied` → `AccessDenied`.
fn component_name(error: &ErrorCode) -> String {
    error
        .code
        .split('_')
        .flat_map(|word| {
            let mut letters = word.chars();
            letters
                .next()
                .map(|first| first.to_ascii_uppercase())
                .into_iter()
                .chain(letters)
        })
        .collect()
}
