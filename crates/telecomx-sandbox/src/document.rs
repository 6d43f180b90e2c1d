//! The document at `/openapi.json`.

use serde_json::{Value, json};
use telecomx_api::API;
use telecomx_contract::{Audience, Operation};

/// The published document of OpenAPI 3.0, which every tool reads, with the sandbox as its server and without the
/// operations that it does not do yet.
///
/// # Errors
///
/// A contract that cannot be published.
pub(crate) fn document(base: &str, missing: &[&Operation]) -> anyhow::Result<Value> {
    let document = telecomx_openapi::document(&API, Audience::All)?;
    let mut document = telecomx_openapi::lower(document)?.document;
    document["servers"] = json!([{ "url": base, "description": "The sandbox" }]);
    for operation in missing {
        let path = &mut document["paths"][operation.path];
        if let Some(methods) = path.as_object_mut() {
            methods.remove(&operation.method.as_str().to_lowercase());
        }
    }
    if let Some(paths) = document["paths"].as_object_mut() {
        paths.retain(|_, methods| *methods != json!({}));
    }
    Ok(document)
}
