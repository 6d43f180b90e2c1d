//! From Rust to the wire.

use std::{borrow::Cow, fmt::Write as _};

use super::percent;
use crate::{Method, Misfit, Operation, QueryFlags, Redact, write_json};
use http::{Request, header};

/// A request that cannot be written.
#[derive(Debug, thiserror::Error)]
pub enum RequestError {
    /// A value would change the meaning of the path.
    #[error(
        "path variable `{name}` is {problem}: a value of a path must be neither empty nor a dot segment"
    )]
    PathValue {
        /// The variable.
        name: &'static str,
        /// What it is.
        problem: &'static str,
    },
    /// The parts do not make a request, such as a URI of more than 65,534 bytes.
    #[error("the request cannot be built: {0}")]
    Http(#[from] http::Error),
    /// The body cannot be written as JSON.
    #[error("the request's body cannot be written as JSON, {0}")]
    Body(#[from] Misfit),
}

/// Writes one request. The derive of an endpoint drives it.
#[derive(Debug)]
pub struct RequestWriter {
    method: Method,
    path: String,
    query: String,
    body: Option<Vec<u8>>,
}

impl RequestWriter {
    /// A request of this operation, with nothing filled in.
    pub fn new(operation: Operation) -> Self {
        Self {
            method: operation.method,
            path: operation.path.to_owned(),
            query: String::new(),
            body: None,
        }
    }

    /// Fills in a path variable with a plain text, which is percent-encoded here.
    ///
    /// # Errors
    ///
    /// A value that would change the meaning of the path.
    pub fn path(mut self, name: &'static str, text: &str) -> Result<Self, RequestError> {
        let problem = match text {
            "" => "empty",
            "." | ".." => "a dot segment",
            _ => {
                let encoded = percent::encode(text).to_string();
                self.path = self.path.replacen(&format!("{{{name}}}"), &encoded, 1);
                return Ok(self);
            }
        };
        Err(RequestError::PathValue { name, problem })
    }

    /// Adds a query parameter, if it has a value: a plain text, which is percent-encoded here.
    pub fn query(mut self, name: &str, text: Option<Cow<'_, str>>) -> Self {
        if let Some(text) = text {
            let separator = if self.query.is_empty() { '?' } else { '&' };
            self.query.push(separator);
            // Writing to a string cannot fail.
            let _ = write!(
                self.query,
                "{}={}",
                percent::encode(name),
                percent::encode(&text)
            );
        }
        self
    }

    /// Adds the flag of a choice, if one was made.
    pub fn flags(self, choice: Option<&impl QueryFlags>) -> Self {
        match choice {
            Some(choice) => self.query(choice.flag(), Some("true".into())),
            None => self,
        }
    }

    /// Sets the JSON body.
    ///
    /// # Errors
    ///
    /// A value that JSON cannot hold.
    pub fn body(mut self, body: &impl Redact) -> Result<Self, RequestError> {
        self.body = Some(write_json(body)?);
        Ok(self)
    }

    /// The finished request.
    ///
    /// # Errors
    ///
    /// Parts that do not make a request.
    pub fn finish(self) -> Result<Request<Vec<u8>>, RequestError> {
        let mut request = Request::builder()
            .method(self.method)
            .uri(self.path + &self.query)
            .header(header::ACCEPT, "application/json");
        if self.body.is_some() {
            request = request.header(header::CONTENT_TYPE, "application/json");
        }
        Ok(request.body(self.body.unwrap_or_default())?)
    }
}
