//! The paths of a document: an operation object for each operation.

use serde_json::{Map, Value, json};
use telecomx_contract::{AccessLevel, Api, Method, Operation, Parameter, Section};

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
    parameters: Vec<(&'static Parameter, Option<&'static [AccessLevel]>, Value)>,
    body: Option<Value>,
    response: Value,
}

/// Every operation with its schemas.
pub(crate) fn used_schemas(api: &Api, schemas: &mut Schemas) -> Vec<UsedSchemas> {
    let operations = api.sections.iter().flat_map(|section| {
        let operations = section.operations.iter();
        operations.map(|operation| (*section, *operation))
    });
    operations
        .map(|(section, operation)| UsedSchemas {
            section,
            operation,
            parameters: operation
                .parameters()
                .map(|(parameter, levels)| (parameter, levels, schemas.schema(parameter.schema)))
                .collect(),
            body: operation.body.map(|body| schemas.schema(body.schema)),
            response: schemas.schema(operation.response.schema),
        })
        .collect()
}

/// The paths object.
pub(crate) fn paths(
    operations: Vec<UsedSchemas>,
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
        paths[path][method] = operation_object(used, components, problems);
    }
    paths
}

fn operation_object(
    used: UsedSchemas,
    components: &Map<String, Value>,
    problems: &mut Problems,
) -> Value {
    let operation = used.operation;
    let mut object = json!({
        "tags": [used.section.name],
        // Summaries stand in menus, where a full stop is noise.
        "summary": operation.summary.trim_end_matches('.'),
        "description": words::paragraphs([
            operation.description,
            &words::access(operation.access),
        ]),
        "operationId": operation.id,
    });
    if !used.parameters.is_empty() {
        let parameters = used.parameters.into_iter();
        object["parameters"] = parameters
            .map(|(parameter, levels, schema)| parameter_object(parameter, levels, schema))
            .collect();
    }
    if let Some(schema) = used.body {
        object["requestBody"] = json!({
            "content": { "application/json": { "schema": schema } },
            "required": true,
        });
    }
    let mut responses = Map::new();
    let success = success(operation, used.response, components, problems);
    responses.insert("200".to_owned(), success);
    for (status, errors) in responses::errors_by_status(operation) {
        let response = responses::of_status(&errors, problems);
        responses.insert(status.to_string(), response);
    }
    object["responses"] = Value::Object(responses);
    object["x-access"] = access(operation);
    object["x-source"] = json!({ "page": operation.page(), "revised": operation.revised });
    object
}

fn access(operation: &Operation) -> Value {
    let rules = operation.access.iter().map(|rule| match rule.scope {
        Some(scope) => json!({ "levels": names(rule.levels), "scope": scope.as_str() }),
        None => json!({ "levels": names(rule.levels) }),
    });
    rules.collect()
}

fn names(levels: &[AccessLevel]) -> Value {
    levels.iter().map(|level| level.as_str()).collect()
}

fn parameter_object(parameter: &Parameter, levels: Option<&[AccessLevel]>, schema: Value) -> Value {
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
            reserved.as_deref().unwrap_or_default(),
        ]),
    });
    if parameter.required {
        object["required"] = Value::Bool(true);
    }
    object["schema"] = schema;
    if let Some(levels) = levels {
        object["x-access"] = json!([{ "levels": names(levels) }]);
    }
    object
}

fn success(
    operation: &Operation,
    schema: Value,
    components: &Map<String, Value>,
    problems: &mut Problems,
) -> Value {
    let examples = examples::of_response(operation, &schema, components, problems);
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
