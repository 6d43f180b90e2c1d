//! The document at `/openapi.json`.

use serde_json::{Value, json};
use telecomx_api::API;

/// The published document, with the sandbox as its server.
///
/// # Errors
///
/// A contract that cannot be published.
pub(crate) fn document(base: &str) -> anyhow::Result<Value> {
    let mut document = serde_json::to_value(telecomx_openapi::document(&API)?)?;
    document["servers"] = json!([{ "url": base, "description": "The sandbox" }]);
    Ok(document)
}
