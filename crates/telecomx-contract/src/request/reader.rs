//! From the wire to Rust.

use http::Request;
use serde::de::DeserializeOwned;

use super::percent;
use crate::{
    Check, JsonError, Misfit, Operation, Parameter, ParameterLocation, QueryFlags, Redact,
    UrlValue, read_json,
};

/// A request that does not fit its operation. The message names the place and what was expected there;
/// it does not quote what was sent.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadRequest {
    /// The path is not the operation's.
    #[error("the path does not fit `{template}`")]
    OtherPath {
        /// The operation's path.
        template: &'static str,
    },
    /// A parameter is malformed.
    #[error("{location} parameter `{name}` is malformed: expected {expected}")]
    Malformed {
        /// Where it stands.
        location: ParameterLocation,
        /// Its name on the wire.
        name: &'static str,
        /// What was expected.
        expected: String,
    },
    /// A required query parameter is missing.
    #[error("query parameter `{name}` is missing")]
    Missing {
        /// Its name on the wire.
        name: &'static str,
    },
    /// A query parameter is given more than once.
    #[error("query parameter `{name}` is given more than once")]
    Repeated {
        /// Its name on the wire.
        name: &'static str,
    },
    /// The query cannot be decoded.
    #[error(
        "the query is malformed: after `%` come two hexadecimal digits, and the bytes are UTF-8"
    )]
    Query,
    /// The operation takes no body, and one was sent.
    #[error("the request has a body, and this operation takes none")]
    UnexpectedBody,
    /// The body does not fit.
    #[error("the body is malformed at `{path}`: {problem}")]
    Body {
        /// The JSON path of the property that does not fit; `.` for the whole body.
        path: String,
        /// What is wrong with it.
        problem: String,
    },
}

/// [`UrlValue::from_text`] of some type.
type FromText<T> = fn(&str) -> Result<T, String>;

/// Reads one request. The derive of an endpoint drives it.
#[derive(Debug)]
pub struct RequestReader<'r> {
    variables: Vec<(&'static str, &'r str)>,
    query: Vec<(String, String)>,
    body: &'r [u8],
}

impl<'r> RequestReader<'r> {
    /// Takes a request of this operation apart.
    ///
    /// # Errors
    ///
    /// A path that is not the operation's, a query that cannot be decoded, or a body where none belongs.
    pub fn new<B: AsRef<[u8]>>(
        operation: Operation,
        request: &'r Request<B>,
    ) -> Result<Self, BadRequest> {
        let body = request.body().as_ref();
        if operation.body.is_none() && !body.is_empty() {
            return Err(BadRequest::UnexpectedBody);
        }
        Ok(Self {
            variables: path_variables(operation.path, request.uri().path()).ok_or(
                BadRequest::OtherPath {
                    template: operation.path,
                },
            )?,
            query: query_pairs(request.uri().query().unwrap_or_default())
                .ok_or(BadRequest::Query)?,
            body,
        })
    }

    /// Reads a path variable.
    ///
    /// # Errors
    ///
    /// A malformed value.
    pub fn path<T>(&self, name: &'static str, from_text: FromText<T>) -> Result<T, BadRequest> {
        let malformed = |expected| BadRequest::Malformed {
            location: ParameterLocation::Path,
            name,
            expected,
        };
        let raw = self
            .variables
            .iter()
            .find_map(|(key, raw)| (*key == name).then_some(*raw))
            .unwrap_or_default();
        let text =
            percent::decode(raw).ok_or_else(|| malformed("percent-encoded UTF-8".to_owned()))?;
        from_text(&text).map_err(malformed)
    }

    /// The plain text of a parameter, if it is given and can be decoded.
    pub(super) fn text(&self, parameter: &Parameter) -> Option<String> {
        let name = parameter.name;
        match parameter.location {
            ParameterLocation::Path => {
                let mut variables = self.variables.iter();
                percent::decode(variables.find(|(key, _)| *key == name)?.1)
            }
            ParameterLocation::Query => {
                let mut query = self.query.iter();
                query
                    .find(|(key, _)| key == name)
                    .map(|(_, text)| text.clone())
            }
        }
    }

    /// Reads a query parameter, if it is given.
    ///
    /// # Errors
    ///
    /// A malformed or repeated value.
    pub fn query<T: UrlValue>(&self, name: &'static str) -> Result<Option<T>, BadRequest> {
        let mut values = self.query.iter().filter(|(key, _)| key == name);
        let Some((_, text)) = values.next() else {
            return Ok(None);
        };
        if values.next().is_some() {
            return Err(BadRequest::Repeated { name });
        }
        match T::from_text(text) {
            Ok(value) => Ok(Some(value)),
            Err(expected) => Err(BadRequest::Malformed {
                location: ParameterLocation::Query,
                name,
                expected,
            }),
        }
    }

    /// Reads a choice: the first true flag counts, and all are checked.
    ///
    /// # Errors
    ///
    /// A malformed or repeated flag.
    pub fn flags<T: QueryFlags>(&self) -> Result<Option<T>, BadRequest> {
        let mut choice = None;
        for parameter in T::PARAMETERS {
            let set = self.query(parameter.name)?.unwrap_or(false);
            if set && choice.is_none() {
                choice = T::from_flag(parameter.name);
            }
        }
        Ok(choice)
    }

    /// Reads the JSON body.
    ///
    /// # Errors
    ///
    /// The JSON path of what does not fit.
    pub fn body<T: DeserializeOwned + Redact>(&self) -> Result<T, BadRequest> {
        read_body(self.body)
    }
}

/// Reads the JSON body of a request.
///
/// # Errors
///
/// The JSON path of what does not fit.
pub(crate) fn read_body<T: DeserializeOwned + Redact>(body: &[u8]) -> Result<T, BadRequest> {
    let body: T = read_json(body)
        .map_err(|JsonError { path, problem }| BadRequest::Body { path, problem })?;
    body.check(Check::Sent)?;
    Ok(body)
}

impl From<Misfit> for BadRequest {
    fn from(Misfit { path, problem }: Misfit) -> Self {
        Self::Body { path, problem }
    }
}

/// The raw values of a template's variables, or `None` if the path does not fit.
fn path_variables<'p>(
    template: &'static str,
    path: &'p str,
) -> Option<Vec<(&'static str, &'p str)>> {
    let mut found = Vec::new();
    let mut segments = path.split('/');
    for expected in template.split('/') {
        let segment = segments.next()?;
        match expected
            .strip_prefix('{')
            .and_then(|name| name.strip_suffix('}'))
        {
            Some(name) => found.push((name, segment)),
            None if expected == segment => {}
            None => return None,
        }
    }
    segments.next().is_none().then_some(found)
}

/// The decoded pairs of a query, or `None` if it cannot be decoded.
fn query_pairs(query: &str) -> Option<Vec<(String, String)>> {
    query
        .split('&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            Some((percent::decode_query(name)?, percent::decode_query(value)?))
        })
        .collect()
}
