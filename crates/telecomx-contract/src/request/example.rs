//! Examples of requests, without their Rust types.

use http::Request;
use serde_json::Value;

use crate::{
    AccessLevel, BadRequest, Body, Endpoint, Example, Examples, Parameter, RequestError,
    RequestReader,
};

/// An example of a request, as it is sent.
#[derive(Debug, Clone)]
pub struct RequestExample {
    /// The whole of it: method, path and query, header fields, and the JSON body if there is one. It carries no token.
    pub request: Request<Vec<u8>>,
    /// The parameters that it gives, in the order in which they are declared, each with its plain text.
    pub parameters: Vec<(&'static Parameter, String)>,
    /// The levels that may send it, from the least trusted to the most.
    pub levels: Vec<AccessLevel>,
    body: Option<Body>,
}

/// An example that cannot be a request.
#[derive(Debug, thiserror::Error)]
pub enum ExampleError {
    /// It cannot be sent.
    #[error(transparent)]
    Unsendable(#[from] RequestError),
    /// A server would not take it.
    #[error("a server refuses it: {0}")]
    Refused(#[from] BadRequest),
}

impl RequestExample {
    /// The examples of an endpoint.
    pub fn of<E: Endpoint + Examples>() -> Vec<Example<Result<Self, ExampleError>>> {
        let examples = E::examples().into_iter();
        examples.map(|example| example.map(Self::new)).collect()
    }

    fn new<E: Endpoint>(endpoint: E) -> Result<Self, ExampleError> {
        let operation = E::OPERATION;
        let levels = AccessLevel::ALL.into_iter().filter(|level| {
            operation.admits(*level) && endpoint.denied_parameter(*level).is_none()
        });
        let levels = levels.collect();
        let request = endpoint.into_request()?;
        E::from_request(&request)?;
        let reader = RequestReader::new(operation, &request)?;
        let parameters = operation.parameters();
        let parameters = parameters
            .filter_map(|(parameter, _)| Some((parameter, reader.text(parameter)?)))
            .collect();
        Ok(Self {
            parameters,
            levels,
            body: operation.body,
            request,
        })
    }

    /// The body as JSON, as a caller of this level may know it, or else the whole; none if the operation takes none.
    ///
    /// # Errors
    ///
    /// None of a body that was read once, as that of an example was.
    pub fn body(&self, level: Option<AccessLevel>) -> Result<Option<Value>, BadRequest> {
        let body = self
            .body
            .map(|body| (body.seen)(self.request.body(), level));
        body.transpose()
    }
}
