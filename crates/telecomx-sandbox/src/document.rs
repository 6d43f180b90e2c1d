//! The document at `/openapi.json`.

use serde_json::{Value, json};
use telecomx_api::API;
use telecomx_openapi::Audience;

/// The published document of OpenAPI 3.0, which every tool reads, with the sandbox as its server.
///
/// # Errors
///
/// A contract that cannot be published.
pub(crate) fn document(base: &str) -> anyhow::Result<Value> {
    let document = telecomx_openapi::document(&API, Audience::All)?;
    let mut document = telecomx_openapi::lower(document)?.document;
    document["servers"] = json!([{ "url": base, "description": "The sandbox" }]);
    Ok(document)
}
