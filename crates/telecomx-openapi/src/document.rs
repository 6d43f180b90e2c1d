//! The OpenAPI 3.1 document.

use serde_json::{Value, json};
use telecomx_contract::{Api, Audience, Section, TOKEN_PARAMETER};

use crate::{
    forms, identities, names, open_enums, paths,
    problem::{ContractError, Problems},
    references, responses,
    schemas::Schemas,
    words,
};

/// The version of OpenAPI that is written: some tools know 3.1.0 and refuse 3.1.1, which says the same.
const OPENAPI: &str = "3.1.0";

/// The document of an API for an audience, in OpenAPI 3.1; [`lower`](crate::lower) makes it one of
/// OpenAPI 3.0.
///
/// A level that may call nothing has a document too: without paths, it says just that.
///
/// # Errors
///
/// Everything that keeps the contract from being published, at once.
pub fn document(api: &Api, audience: Audience) -> Result<Value, ContractError> {
    let mut problems = Problems::default();
    identities::check(api, &mut problems);
    let mut schemas = Schemas::new(api, audience);
    // The schemas at places of use come first: asking for them collects the components.
    let mut used = paths::used_schemas(api, audience, &mut schemas);
    let mut components = schemas.into_components(&mut problems);
    forms::free(used.iter_mut().map(|it| &mut it.response), &mut components);
    let mut document = json!({
        "openapi": OPENAPI,
        "info": info(api, audience),
        // Customers call it, not the platform alone.
        "servers": [{ "url": api.server.0, "description": api.server.1, "x-internal": false }],
        "paths": paths::paths(used, audience, &components, &mut problems),
        "components": {
            "schemas": components,
            "responses": responses::shared(&mut problems),
            "securitySchemes": { TOKEN_PARAMETER: security_scheme() },
        },
        "security": [{ TOKEN_PARAMETER: [] }],
    });
    let sections = api.sections.iter().filter(|section| {
        let mut operations = section.operations.iter();
        operations.any(|operation| audience.may_call(operation))
    });
    let tags: Vec<Value> = sections.map(|section| tag(section)).collect();
    if !tags.is_empty() {
        document["tags"] = Value::Array(tags);
    }
    open_enums::open(&mut document);
    references::prune(&mut document);
    references::refuse_dangling(&document, &mut problems);
    names::check(&document, &mut problems);
    problems.finish(document)
}

fn info(api: &Api, audience: Audience) -> Value {
    let may_call_any = !api.callers().intersection(audience.levels()).is_empty();
    json!({
        "title": api.title,
        "description": words::paragraphs([api.description, &words::audience(audience, may_call_any)]),
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
