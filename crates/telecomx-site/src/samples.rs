//! Programs that call an operation: what a reader pastes, and what is tested as it is published.
//!
//! Each reads the address and the token from the environment: a token belongs in no program.

mod curl;
mod python;
mod rust;
mod typescript;

use serde_json::Value;
use telecomx_contract::{Operation, Parameter, ParameterLocation};

use crate::schema;

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
    /// A value must be given, and the contract has none to show.
    #[error(
        "{operation}: parameter `{parameter}` is required and its type has no example; add `examples` to its schema"
    )]
    NoExample {
        /// The operation.
        operation: &'static str,
        /// The parameter.
        parameter: &'static str,
    },
    /// A body must be sent, and the contract has none to show.
    #[error(
        "{0}: samples cannot show a body yet; let `Body` have examples, and write them into each sample"
    )]
    Body(&'static str),
}

/// What a sample calls: an operation with the values that must be given.
struct Call<'c> {
    operation: &'static Operation,
    /// The operation's object in the document.
    object: &'c Value,
    values: Vec<Given>,
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
/// An operation for which the contract has no values to show.
pub(crate) fn samples(
    operation: &'static Operation,
    object: &Value,
) -> Result<Vec<Sample>, SampleError> {
    if operation.body.is_some() {
        return Err(SampleError::Body(operation.id));
    }
    let values = operation
        .parameters()
        .filter(|(parameter, _)| parameter.required)
        .map(|(parameter, _)| given(operation, parameter, object))
        .collect::<Result<_, _>>()?;
    let call = Call {
        operation,
        object,
        values,
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

fn given(
    operation: &'static Operation,
    parameter: &'static Parameter,
    object: &Value,
) -> Result<Given, SampleError> {
    let documented = object["parameters"].as_array().into_iter().flatten();
    let example = documented
        .filter(|documented| documented["name"] == parameter.name)
        .find_map(|documented| documented["schema"].get("example"))
        .ok_or(SampleError::NoExample {
            operation: operation.id,
            parameter: parameter.name,
        })?;
    Ok(Given {
        parameter,
        value: schema::shown(example),
    })
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

#[cfg(test)]
mod tests {
    use serde_json::json;
    use telecomx_api::API;

    use super::*;

    #[test]
    fn no_sample_holds_a_token() {
        let document = telecomx_openapi::document(&API, telecomx_openapi::Audience::All).unwrap();
        let document = telecomx_openapi::lower(document).unwrap().document;
        for operation in API.operations() {
            let object = crate::document::operation(&document, operation.id).unwrap();
            let samples = samples(operation, object).unwrap();
            assert_eq!(samples.len(), 4);
            for Sample { label, source, .. } in samples {
                assert!(
                    source.contains(TOKEN) && source.contains(URL),
                    "{label}: {source}"
                );
            }
        }
    }

    #[test]
    fn a_required_parameter_without_an_example_is_refused() {
        let operation = API.operations().next().unwrap();
        let error = samples(operation, &json!({ "parameters": [] })).unwrap_err();
        assert!(error.to_string().contains("`customerId`"), "{error}");
    }
}
