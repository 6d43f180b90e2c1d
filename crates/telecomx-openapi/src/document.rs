//! The OpenAPI 3.1 document.

use serde_json::{Value, json};
use telecomx_contract::{Api, Section, TOKEN_PARAMETER};

use crate::{
    identities, open_enums, paths,
    problem::{ContractError, Problems},
    references, responses,
    schemas::Schemas,
};

/// The version of OpenAPI that is written: some tools know 3.1.0 and refuse 3.1.1, which says the same.
const OPENAPI: &str = "3.1.0";

/// The dialect of every schema: plain JSON Schema, with nothing of OpenAPI's own.
pub(crate) const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

/// The document of an API, in OpenAPI 3.1; [`lower`](crate::lower) makes it one of OpenAPI 3.0.
///
/// # Errors
///
/// Everything that keeps the contract from being published, at once.
pub fn document(api: &Api) -> Result<Value, ContractError> {
    let mut problems = Problems::default();
    identities::check(api, &mut problems);
    let mut schemas = Schemas::new(api);
    // The schemas at places of use come first: asking for them collects the components.
    let used = paths::used_schemas(api, &mut schemas);
    let components = schemas.into_components(&mut problems);
    let mut document = json!({
        "openapi": OPENAPI,
        "info": info(api),
        "jsonSchemaDialect": DIALECT,
        // Customers call it, not the platform alone.
        "servers": [{ "url": api.server.0, "description": api.server.1, "x-internal": false }],
        "paths": paths::paths(used, &components, &mut problems),
        "components": {
            "schemas": components,
            "responses": responses::shared(&mut problems),
            "securitySchemes": { TOKEN_PARAMETER: security_scheme() },
        },
        "security": [{ TOKEN_PARAMETER: [] }],
        "tags": api.sections.iter().map(|section| tag(section)).collect::<Value>(),
    });
    open_enums::open(&mut document);
    references::prune(&mut document);
    problems.finish(document)
}

fn info(api: &Api) -> Value {
    json!({
        "title": api.title,
        "description": api.description,
        "contact": { "name": api.contact.name, "url": api.contact.url },
        "license": { "name": api.license.name, "url": api.license.url },
        "version": api.version,
    })
}

fn tag(section: &Section) -> Value {
    json!({ "name": section.name, "description": section.description })
}

fn security_scheme() -> Value {
    json!({
        "type": "apiKey",
        "in": "query",
        "name": TOKEN_PARAMETER,
        "description": "The caller's token. Treat it as a password: it stands in the URL, so keep URLs out of logs.",
    })
}
