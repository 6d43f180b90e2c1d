//! Answers as a later version of the platform might send them.
//!
//! Every object gets a property that no document has, every open enumeration a value that none lists, and what is
//! left out today is null where its schema allows that. A client that fails on them would fail on the day the
//! platform grows.

use std::sync::Arc;

use axum::{
    body::{Body, to_bytes},
    extract::{MatchedPath, Request, State},
    middleware::Next,
    response::{IntoResponse, Response},
};
use http::{StatusCode, header};
use serde_json::{Value, json};

/// The property that is added to every object.
const PROPERTY: &str = "fromTheFuture";
/// The value that stands in every open enumeration of texts.
const TEXT: &str = "FROM_THE_FUTURE";
/// The value that stands in every open enumeration of numbers.
const NUMBER: i64 = 2_051;

/// Sends what the operations answer into the future; the state is the document.
pub(crate) async fn send(
    State(document): State<Arc<Value>>,
    mut request: Request,
    next: Next,
) -> Response {
    let path = request.extensions().get::<MatchedPath>().cloned();
    let method = request.method().as_str().to_lowercase();
    // A compressed answer could not be read here.
    request.headers_mut().remove(header::ACCEPT_ENCODING);
    let response = next.run(request).await;
    let schema = path.and_then(|path| {
        let operation = &document["paths"][path.as_str()][&method];
        let answer = &operation["responses"]["200"]["content"]["application/json"]["schema"];
        (response.status() == StatusCode::OK && !answer.is_null()).then_some(answer)
    });
    match schema {
        Some(schema) => rewrite(response, &document, schema).await,
        None => response,
    }
}

async fn rewrite(response: Response, document: &Value, schema: &Value) -> Response {
    let (mut parts, body) = response.into_parts();
    let rewritten = match to_bytes(body, usize::MAX).await {
        Ok(bytes) => serde_json::from_slice(&bytes).and_then(|mut answer| {
            advance(&mut answer, schema, document);
            serde_json::to_vec(&answer)
        }),
        Err(_) => return StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    };
    match rewritten {
        Ok(body) => {
            parts.headers.remove(header::CONTENT_LENGTH);
            Response::from_parts(parts, Body::from(body))
        }
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

/// Changes a value of this schema into one of the future.
fn advance(value: &mut Value, schema: &Value, document: &Value) {
    let schema = resolve(schema, document);
    if schema.get("x-extensible-enum").is_some() {
        match value {
            Value::String(_) => *value = json!(TEXT),
            Value::Number(_) => *value = json!(NUMBER),
            _ => {}
        }
        return;
    }
    match value {
        Value::Array(items) => {
            for item in items {
                advance(item, &schema["items"], document);
            }
        }
        // What has no properties of its own, such as `custom`, is not the platform's to extend.
        Value::Object(object) if schema.get("properties").is_some() => {
            for (name, value) in object.iter_mut() {
                advance(value, &schema["properties"][name], document);
            }
            for (name, property) in schema["properties"].as_object().into_iter().flatten() {
                // What only some may see stays absent: a null would tell the others of it.
                if property["nullable"] == true && property.get("x-visible-to").is_none() {
                    object.entry(name).or_insert(Value::Null);
                }
            }
            object.insert(PROPERTY.to_owned(), json!({ "since": NUMBER }));
        }
        _ => {}
    }
}

/// The schema that a reference stands for: alone, with a description in an `allOf`, or beside null in an `anyOf`.
fn resolve<'d>(schema: &'d Value, document: &'d Value) -> &'d Value {
    let reference = schema
        .get("$ref")
        .or_else(|| {
            schema
                .get("allOf")
                .or(schema.get("anyOf"))?
                .get(0)?
                .get("$ref")
        })
        .and_then(|reference| reference.as_str()?.strip_prefix('#'));
    match reference.and_then(|pointer| document.pointer(pointer)) {
        Some(target) => target,
        None => schema,
    }
}
