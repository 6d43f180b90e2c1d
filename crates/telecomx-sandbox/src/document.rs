//! The document at `/openapi.json`.

use serde_json::{Value, json};
use telecomx_api::API;

/// The published document of OpenAPI 3.0, which every tool reads, with the sandbox as its server.
///
/// # Errors
///
/// A contract that cannot be published.
pub(crate) fn document(base: &str) -> anyhow::Result<Value> {
    let mut document = telecomx_openapi::lower(telecomx_openapi::document(&API)?)?.document;
    document["servers"] = json!([{ "url": base, "description": "The sandbox" }]);
    Ok(document)
}
