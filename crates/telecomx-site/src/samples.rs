//! Programs that call an operation: what a reader pastes, and what is tested as it is published.
//!
//! Each reads the address and the token from the environment: a token belongs in no program.

mod curl;
mod python;
mod rust;
mod typescript;

use serde_json::Value;
use telecomx_contract::{ExampleError, Operation, Parameter, ParameterLocation};

pub(crate) use self::typescript::TYPES;

/// The environment variable of the address of the API.
pub(crate) const URL: &str = "TELECOMX_URL";

/// The environment variable of the caller's token.
pub(crate) const TOKEN: &str = "TELECOMX_TOKEN";

/// A program that calls one operation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sample {
    /// The language, as a highlighter knows it.
    pub language: &'static str,
    /// What a reader chooses it by.
    pub label: &'static str,
    /// The program.
    pub source: String,
}

/// An operation that no sample can show.
#[derive(Debug, thiserror::Error)]
pub enum SampleError {
    /// The contract has no request to show.
    #[error("{0}: its request has no example; `Examples::examples` returns at least one")]
    NoExample(&'static str),
    /// The first example cannot be sent.
    #[error("{0}: the first example of its request cannot be sent: {1}")]
    Example(&'static str, ExampleError),
}

/// What a sample calls: an operation, as the first example of its request does.
struct Call<'c> {
    operation: &'static Operation,
    /// The operation's object in the document.
    object: &'c Value,
    values: Vec<Given>,
    /// The JSON body, if it takes one.
    body: Option<&'c Value>,
}

/// A parameter with its value.
struct Given {
    parameter: &'static Parameter,
    value: String,
}

/// The samples of an operation, whose object in the document is given.
///
/// # Errors
///
/// An operation whose first example cannot be sent, or that has none.
pub(crate) fn samples(
    operation: &'static Operation,
    object: &Value,
) -> Result<Vec<Sample>, SampleError> {
    let example = (operation.examples)().into_iter().next();
    let example = example.ok_or(SampleError::NoExample(operation.id))?.value;
    let example = example.map_err(|error| SampleError::Example(operation.id, error))?;
    // What its reader may not send is not in the document, and in no sample.
    let is_documented = |parameter: &Parameter| {
        let mut documented = object["parameters"].as_array().into_iter().flatten();
        documented.any(|documented| documented["name"] == parameter.name)
    };
    let values = example.parameters.into_iter();
    let values = values
        .filter(|(parameter, _)| is_documented(parameter))
        .map(|(parameter, value)| Given { parameter, value })
        .collect();
    let bodies = object["requestBody"]["content"]["application/json"]["examples"].as_object();
    let call = Call {
        operation,
        object,
        values,
        body: bodies.and_then(|bodies| bodies.values().next()?.get("value")),
    };
    let sample = |language, label, source| Sample {
        language,
        label,
        source,
    };
    Ok(vec![
        sample("shell", "curl", curl::program(&call)),
        sample("rust", "Rust", rust::program(&call)),
        sample("typescript", "TypeScript", typescript::program(&call)),
        sample("python", "Python", python::program(&call)),
    ])
}

impl Call<'_> {
    /// The path, with each variable as `variable` writes it.
    fn path(&self, variable: impl Fn(&Given) -> String) -> String {
        let mut path = self.operation.path.to_owned();
        for given in self.in_place(ParameterLocation::Path) {
            let template = format!("{{{}}}", given.parameter.name);
            path = path.replace(&template, &variable(given));
        }
        path
    }

    /// The values that travel in one place.
    fn in_place(&self, location: ParameterLocation) -> impl Iterator<Item = &Given> {
        self.values
            .iter()
            .filter(move |given| given.parameter.location == location)
    }

    /// The schema of the body, if it takes one.
    fn body_schema(&self) -> &Value {
        &self.object["requestBody"]["content"]["application/json"]["schema"]
    }

    /// The schema of the answer.
    fn answer(&self) -> &Value {
        &self.object["responses"]["200"]["content"]["application/json"]["schema"]
    }
}

/// A text as JavaScript and Python write it.
fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}

/// `customerId` → `customer_id`.
fn snake_case(name: &str) -> String {
    let mut snake = String::new();
    for character in name.chars() {
        if character.is_ascii_uppercase() && !snake.is_empty() {
            snake.push('_');
        }
        snake.push(character.to_ascii_lowercase());
    }
    snake
}

/// JSON as it stands in a program: its first line where it is written, and the others this far to the right.
fn json(value: &Value, indent: usize) -> String {
    format!("{value:#}").replace('\n', &format!("\n{}", " ".repeat(indent)))
}

#[cfg(test)]
mod tests;
