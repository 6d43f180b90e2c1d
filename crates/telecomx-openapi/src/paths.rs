//! The paths of a document: an operation object for each operation.

use serde_json::{Map, Value, json};
use telecomx_contract::{
    Api, Audience, Levels, Method, Operation, Parameter, ParameterGroup, Section,
};

use crate::{
    examples,
    problem::Problems,
    responses,
    schemas::{self, Schemas},
    words,
};

/// An operation with its schemas, each where it is used.
pub(crate) struct UsedSchemas {
    section: &'static Section,
    operation: &'static Operation,
    parameters: Vec<(&'static Parameter, &'static ParameterGroup, Value)>,
    body: Option<Value>,
    pub(crate) response: Value,
}

/// Every operation that the audience may call, with its schemas.
pub(crate) fn used_schemas(
    api: &Api,
    audience: Audience,
    schemas: &mut Schemas,
) -> Vec<UsedSchemas> {
    let operations = api.sections.iter().flat_map(|section| {
        let operations = section.operations.iter();
        operations.map(|operation| (*section, *operation))
    });
    operations
        .filter(|(_, operation)| audience.may_call(operation))
        .map(|(section, operation)| UsedSchemas {
            section,
            operation,
            parameters: operation
                .parameters()
                .filter(|(_, group)| audience.may_send(group))
                .map(|(parameter, group)| (parameter, group, schemas.schema(parameter.schema)))
                .collect(),
            body: operation.body.map(|body| schemas.schema(body.schema)),
            response: schemas.schema(operation.response.schema),
        })
        .collect()
}

/// The paths object.
pub(crate) fn paths(
    operations: Vec<UsedSchemas>,
    audience: Audience,
    components: &Map<String, Value>,
    problems: &mut Problems,
) -> Value {
    let mut paths = json!({});
    for used in operations {
        let method = match used.operation.method {
            Method::Get => "get",
            Method::Delete => "delete",
            Method::Post => "post",
        };
        let path = used.operation.path;
        paths[path][method] = operation_object(used, audience, components, problems);
    }
    paths
}

fn operation_object(
    used: UsedSchemas,
    audience: Audience,
    components: &Map<String, Value>,
    problems: &mut Problems,
) -> Value {
    let operation = used.operation;
    if operation.summary.is_empty() {
        problems.add(
            operation.id,
            "it does not say what it does; write a `///` comment above the request struct",
        );
    }
    let mut object = json!({
        "tags": [used.section.name],
        // Summaries stand in menus, where a full stop is noise.
        "summary": operation.summary.trim_end_matches('.'),
        // Many tools show no summary where there is a description, so that it says first what the summary does.
        "description": words::paragraphs([
            &words::sentence(operation.summary),
            operation.description,
            &words::deprecation(operation.deprecated),
            &words::access(operation, audience),
        ]),
        "operationId": operation.id,
    });
    if operation.deprecated.is_some() {
        object["deprecated"] = Value::Bool(true);
    }
    if !used.parameters.is_empty() {
        let parameters = used.parameters.into_iter();
        object["parameters"] = parameters
            .map(|(parameter, group, schema)| {
                parameter_object(parameter, audience.told_of(group.levels), schema)
            })
            .collect();
    }
    let body = used.body.as_ref();
    let examples = examples::of_body(operation, audience, body, components, problems);
    if let Some(schema) = used.body {
        object["requestBody"] = json!({
            "content": { "application/json": { "schema": schema, "examples": examples } },
            "required": true,
        });
    }
    let mut responses = Map::new();
    let success = success(operation, audience, used.response, components, problems);
    responses.insert("200".to_owned(), success);
    for (status, errors) in responses::errors_by_status(operation, audience) {
        let response = responses::of_status(&errors, problems);
        responses.insert(status.to_string(), response);
    }
    object["responses"] = Value::Object(responses);
    object["x-access"] = access(operation, audience);
    object["x-source"] = json!({ "page": operation.page(), "revised": operation.revised });
    object
}

fn access(operation: &Operation, audience: Audience) -> Value {
    audience
        .rules(operation)
        .map(|rule| {
            let levels = names(rule.levels);
            match rule.scope {
                Some(scope) => json!({ "levels": levels, "scope": scope.as_str() }),
                None => json!({ "levels": levels }),
            }
        })
        .collect()
}

fn names(levels: Levels) -> Value {
    levels.iter().map(|level| level.as_str()).collect()
}

fn parameter_object(parameter: &Parameter, levels: Option<Levels>, schema: Value) -> Value {
    let reserved = levels.map(|levels| {
        format!(
            "Only {} may send it; from any other level it is answered with 403 `access_denied`.",
            words::levels(levels)
        )
    });
    let mut object = json!({
        "name": parameter.name,
        "in": parameter.location.to_string(),
        "description": words::paragraphs([
            parameter.description,
            &words::deprecation(parameter.deprecated),
            reserved.as_deref().unwrap_or_default(),
        ]),
    });
    if parameter.required {
        object["required"] = Value::Bool(true);
    }
    if parameter.deprecated.is_some() {
        object["deprecated"] = Value::Bool(true);
    }
    object["schema"] = schema;
    if let Some(levels) = levels {
        object["x-access"] = json!([{ "levels": names(levels) }]);
    }
    object
}

fn success(
    operation: &Operation,
    audience: Audience,
    schema: Value,
    components: &Map<String, Value>,
    problems: &mut Problems,
) -> Value {
    let examples = examples::of_response(operation, audience, &schema, components, problems);
    json!({
        "description": success_description(&schema, components),
        "content": { "application/json": { "schema": schema, "examples": examples } },
    })
}

/// What a successful answer is, in the words of its component.
fn success_description(schema: &Value, components: &Map<String, Value>) -> String {
    let summary = |schema: &Value| {
        let component = components.get(schemas::component_name(schema)?)?;
        let description = component.get("description")?.as_str()?;
        Some(words::summary(description).replace('\n', " "))
    };
    match (summary(schema), schema.get("items").and_then(summary)) {
        (Some(object), _) => object,
        (None, Some(item)) => format!("A list. Each item: {item}"),
        (None, None) => "The answer.".to_owned(),
    }
}
