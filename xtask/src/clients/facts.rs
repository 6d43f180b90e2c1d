//! What a driver must find out through its client, and what the sandbox really answers.
//!
//! A driver is told what to do by its first argument, and prints one `name = value` a line:
//!
//! - `operations` calls those of `facts.txt`, a few that differ in kind, and prints the facts of `facts.txt`. A fact is the operation's id and the
//!   path of a value in its answer (`#` is the length of a list). A text, a number and a boolean are printed as they
//!   are, a date as `2026-06-04T00:00:00.000Z`, and `-` where there is no value, be it absent or null.
//! - `errors` provokes two errors, and prints each one's status and code:
//!   `unknownCustomer = 404 customer` for getCustomer of `$TELECOMX_UNKNOWN_CUSTOMER`, and
//!   `levelTooLow = 403 access_denied` for listResellers with `$TELECOMX_LOW_TOKEN`.
//!
//! It finds the sandbox at `$TELECOMX_URL`, and asks with `$TELECOMX_TOKEN` for what the examples of the operations ask
//! for: the value of a parameter `customerId` is `$TELECOMX_CUSTOMER_ID`. Which values are right no driver knows: they are compared here with the bytes of the
//! sandbox's own answers.

use std::collections::BTreeMap;

use anyhow::{Context as _, bail};
use serde_json::Value;
use telecomx_api::API;
use telecomx_contract::{
    AccessLevel, CommonError, ErrorCode, ErrorCodes as _, Operation, RequestExample,
};

use crate::sandbox::Sandbox;

/// Which values a driver must find, one a line.
const FACTS: &str = include_str!("../../clients/facts.txt");

/// An id that no customer has.
const UNKNOWN_CUSTOMER: &str = "000000000000000000000000";

/// What a driver must find out, by the name it prints.
pub(crate) type Facts = BTreeMap<String, String>;

/// The variables that tell a driver where the sandbox is, and what to ask for.
pub(crate) fn environment(sandbox: &Sandbox) -> anyhow::Result<Vec<(String, String)>> {
    let low_token = sandbox.token(low_level()?.as_str())?;
    let mut environment: Vec<(String, String)> = [
        ("URL", sandbox.base.as_str()),
        ("TOKEN", token(sandbox)?),
        ("LOW_TOKEN", low_token),
        ("UNKNOWN_CUSTOMER", UNKNOWN_CUSTOMER),
    ]
    .map(|(name, value)| (format!("TELECOMX_{name}"), value.to_owned()))
    .into();
    for operation in called()?.values() {
        for (parameter, value) in example(operation)?.parameters {
            environment.push((variable(parameter.name), value));
        }
    }
    Ok(environment)
}

/// `customerId` → `TELECOMX_CUSTOMER_ID`.
fn variable(parameter: &str) -> String {
    let mut name = "TELECOMX_".to_owned();
    for character in parameter.chars() {
        if character.is_ascii_uppercase() {
            name.push('_');
        }
        name.push(character.to_ascii_uppercase());
    }
    name
}

/// The lines of `facts.txt`, each as an operation's id and the path of a value.
fn lines() -> impl Iterator<Item = anyhow::Result<(&'static str, &'static str)>> {
    let lines = FACTS.lines();
    lines
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| {
            line.split_once('/')
                .with_context(|| format!("facts.txt: `{line}` has no path"))
        })
}

/// The operations that drivers call, by their ids.
fn called() -> anyhow::Result<BTreeMap<&'static str, &'static Operation>> {
    let ids = lines();
    ids.map(|line| {
        let (id, _) = line?;
        Ok((id, operation(id).context("facts.txt")?))
    })
    .collect()
}

/// How an operation is called.
fn example(operation: &Operation) -> anyhow::Result<RequestExample> {
    let example = (operation.examples)().into_iter().next();
    let example = example.with_context(|| format!("{} has no example", operation.id))?;
    Ok(example.value?)
}

/// The facts of `facts.txt`, as the sandbox's own answers have them.
pub(crate) fn of_operations(sandbox: &Sandbox) -> anyhow::Result<Facts> {
    let mut answers = BTreeMap::new();
    for (id, operation) in called()? {
        answers.insert(id, answer(sandbox, operation)?);
    }
    lines()
        .map(|line| {
            let (id, path) = line?;
            let name = format!("{id}/{path}");
            let value = fact(&answers[id], path).with_context(|| format!("facts.txt: `{name}`"))?;
            Ok((name, value))
        })
        .collect()
}

/// The errors that a driver must provoke and tell apart.
pub(crate) fn of_errors() -> anyhow::Result<Facts> {
    let unknown = operation("getCustomer")?
        .errors
        .first()
        .context("getCustomer declares no error")?;
    let text = |error: &ErrorCode| format!("{} {}", error.status, error.code);
    Ok([
        ("unknownCustomer".to_owned(), text(unknown)),
        (
            "levelTooLow".to_owned(),
            text(&CommonError::AccessDenied.code()),
        ),
    ]
    .into())
}

/// What a driver printed.
pub(crate) fn read(output: &str) -> Facts {
    output
        .lines()
        .filter_map(|line| line.split_once(" = "))
        .map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned()))
        .collect()
}

/// Where what a driver found differs from what is so, one line each.
pub(crate) fn differences(expected: &Facts, found: &Facts) -> Vec<String> {
    let missing = "nothing".to_owned();
    expected
        .iter()
        .filter_map(|(name, value)| {
            let found = found.get(name).unwrap_or(&missing);
            (found != value).then(|| format!("{name} is {value}; the client found {found}"))
        })
        .collect()
}

/// The value at a path, as a driver prints it.
fn fact(answer: &Value, path: &str) -> anyhow::Result<String> {
    let mut value = answer;
    for segment in path.split('/') {
        value = match (value, segment) {
            (Value::Array(items), "#") => return Ok(items.len().to_string()),
            (Value::Array(items), index) => {
                items.get(index.parse::<usize>()?).unwrap_or(&Value::Null)
            }
            (object, name) => object.get(name).unwrap_or(&Value::Null),
        };
    }
    match value {
        Value::Null => Ok("-".to_owned()),
        Value::String(text) => Ok(text.clone()),
        Value::Number(_) | Value::Bool(_) => Ok(value.to_string()),
        Value::Array(_) | Value::Object(_) => bail!("not a single value; name one inside it"),
    }
}

fn answer(sandbox: &Sandbox, operation: &Operation) -> anyhow::Result<Value> {
    let (mut parts, body) = example(operation)?.request.into_parts();
    let path = parts.uri.to_string();
    let separator = if path.contains('?') { '&' } else { '?' };
    let url = format!("{}{path}{separator}token={}", sandbox.base, token(sandbox)?);
    parts.uri = url.parse()?;
    // The token is one of the sandbox's own, but an error would still show it: it names the path alone.
    let context = || format!("{path} of the sandbox cannot be read");
    let body = ureq::run(ureq::http::Request::from_parts(parts, body))
        .with_context(context)?
        .into_body()
        .read_to_string();
    serde_json::from_str(&body.with_context(context)?).with_context(context)
}

/// The token of the level that sees most.
fn token(sandbox: &Sandbox) -> anyhow::Result<&str> {
    let (_, token) = sandbox.tokens.last().context("the sandbox has no token")?;
    Ok(token)
}

/// A level that may read a customer, but may not list resellers.
fn low_level() -> anyhow::Result<AccessLevel> {
    let (read, list) = (operation("getCustomer")?, operation("listResellers")?);
    AccessLevel::ALL
        .into_iter()
        .find(|level| read.admits(*level) && !list.admits(*level))
        .context("every level that may read a customer may list resellers")
}

fn operation(id: &str) -> anyhow::Result<&'static Operation> {
    API.operations()
        .find(|operation| operation.id == id)
        .with_context(|| format!("the contract has no operation `{id}`"))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_fact_is_printed_as_drivers_print_it() {
        let answer = json!({
            "list": [{ "id": "a" }, { "count": 2, "flag": false, "none": null }],
        });
        for (path, expected) in [
            ("list/#", "2"),
            ("list/0/id", "a"),
            ("list/1/count", "2"),
            ("list/1/flag", "false"),
            ("list/1/none", "-"),
            ("list/1/absent/deeper", "-"),
            ("list/7/id", "-"),
        ] {
            assert_eq!(fact(&answer, path).unwrap(), expected, "{path}");
        }
        assert!(fact(&answer, "list/0").is_err());
        assert!(fact(&answer, "list/first").is_err());
    }

    #[test]
    fn what_a_driver_did_not_find_differs() {
        let expected = read("a = 1\nb = two words\nc = -\n");
        let found = read("noise\nb = two words\na = 2\nd = more\n");
        assert_eq!(
            differences(&expected, &found),
            [
                "a is 1; the client found 2",
                "c is -; the client found nothing"
            ]
        );
    }

    #[test]
    fn errors_are_those_that_the_contract_declares() {
        let errors = of_errors().unwrap();
        let codes: Vec<&str> = errors.values().map(String::as_str).collect();
        assert_eq!(codes, ["403 access_denied", "404 customer"]);
    }

    #[test]
    fn facts_are_of_operations_that_there_are() {
        assert!(called().unwrap().contains_key("getMvnoAccount"));
    }

    #[test]
    fn a_parameter_is_told_by_a_variable_of_its_name() {
        assert_eq!(variable("customerId"), "TELECOMX_CUSTOMER_ID");
        assert_eq!(variable("iptv"), "TELECOMX_IPTV");
    }
}
