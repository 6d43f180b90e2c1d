//! One request of one operation, from its bytes to its answer.

use axum::{
    body::{Body, HttpBody as _},
    response::{IntoResponse, Response},
};
use bytes::Bytes;
use http::Request;
use http_body_util::{BodyExt, LengthLimitError, Limited};
use telecomx_contract::{
    Admission, BadRequest, CommonError, Endpoint, ErrorCodes as _, Redact as _, Secret,
};

use crate::{
    Authenticate, Caller, Existence, Failure, Handle, access,
    respond::{self, unreached},
    token,
};

/// What holds of every operation of a server.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Policy {
    /// The largest body, in bytes.
    pub(crate) body_bytes: usize,
    /// What a caller learns of what is beyond its reach.
    pub(crate) existence: Existence,
}

/// Answers a request: who calls, may they, what do they ask, and what may they see of the answer.
pub(crate) async fn answer<P, E>(platform: &P, policy: Policy, request: Request<Body>) -> Response
where
    P: Authenticate + Handle<E>,
    E: Endpoint,
{
    match try_answer::<P, E>(platform, policy, request).await {
        Ok(response) | Err(response) => response,
    }
}

async fn try_answer<P, E>(
    platform: &P,
    policy: Policy,
    request: Request<Body>,
) -> Result<Response, Response>
where
    P: Authenticate + Handle<E>,
    E: Endpoint,
{
    let caller = caller(platform, token::from_query(request.uri().query())).await?;
    let admission = E::OPERATION.admission(caller.level);
    if admission == Admission::Refused {
        return Err(denied(&format!(
            "{} may not call this operation.",
            caller.level
        )));
    }

    let request = collect::<E>(request, policy.body_bytes).await?;
    let request = E::from_request(&request).map_err(|error| bad_request(&error))?;
    if let Some(name) = request.denied_parameter(caller.level) {
        return Err(denied(&format!(
            "{} may not send the parameter `{name}`.",
            caller.level
        )));
    }
    if admission == Admission::InRelation {
        let beyond_reach = || denied("The customer is not within the caller's reach.");
        let subject = platform.subject(&request).await;
        let subject = subject.map_err(|failure| match (policy.existence, failure) {
            (Existence::Hidden, Failure::Own(_) | Failure::Common(CommonError::AccessDenied)) => {
                beyond_reach()
            }
            (_, failure) => failure.into_response(),
        })?;
        let mut rules = E::OPERATION.rules_for(caller.level);
        let reaches = |relation| access::holds(relation, &caller, &subject);
        if !rules.any(|rule| rule.scope.is_none_or(reaches)) {
            return Err(beyond_reach());
        }
    }

    let mut response = platform
        .handle(request, &caller)
        .await
        .map_err(IntoResponse::into_response)?;
    response.redact(caller.level);
    telecomx_contract::write_json(&response)
        .map(respond::json)
        .map_err(|misfit| {
            respond::internal(&format!("the answer cannot be written as JSON, {misfit}").into())
        })
}

async fn caller<P: Authenticate>(platform: &P, token: Option<Secret>) -> Result<Caller, Response> {
    let unauthorized = || respond::documented(CommonError::Unauthorized.code());
    let token = token.ok_or_else(unauthorized)?;
    let caller = platform.authenticate(&token).await;
    caller
        .map_err(IntoResponse::into_response)?
        .ok_or_else(unauthorized)
}

/// The request with its whole body. One that announces a body that cannot be accepted is refused at its head.
async fn collect<E: Endpoint>(
    request: Request<Body>,
    limit: usize,
) -> Result<Request<Bytes>, Response> {
    let (parts, body) = request.into_parts();
    if body.is_end_stream() {
        return Ok(Request::from_parts(parts, Bytes::new()));
    }
    let too_large = || respond::and_close(respond::undocumented(unreached::BODY_TOO_LARGE));
    if body.size_hint().lower() > limit as u64 {
        return Err(too_large());
    }
    // One that is sent in chunks may turn out to be empty, and is none then.
    let takes_none = E::OPERATION.body.is_none();
    let unexpected = || respond::and_close(bad_request(&BadRequest::UnexpectedBody));
    if takes_none && body.size_hint().lower() > 0 {
        return Err(unexpected());
    }
    let limit = if takes_none { 0 } else { limit };
    match Limited::new(body, limit).collect().await {
        Ok(body) => Ok(Request::from_parts(parts, body.to_bytes())),
        Err(error) if error.is::<LengthLimitError>() && takes_none => Err(unexpected()),
        Err(error) if error.is::<LengthLimitError>() => Err(too_large()),
        Err(_) => Err(respond::common(
            CommonError::BadRequest,
            "The body ended early.",
        )),
    }
}

fn bad_request(error: &BadRequest) -> Response {
    respond::common(CommonError::BadRequest, &sentence(&error.to_string()))
}

fn denied(description: &str) -> Response {
    respond::common(CommonError::AccessDenied, description)
}

/// An error's message as a sentence.
fn sentence(message: &str) -> String {
    let mut letters = message.chars();
    let first = letters.next().map(|letter| letter.to_ascii_uppercase());
    first.into_iter().chain(letters).chain(['.']).collect()
}
