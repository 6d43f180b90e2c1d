//! The OpenAPI 3.0.3 document.

use std::collections::BTreeSet;

use openapiv3::{
    APIKeyLocation, Components, Contact, Info, License, MediaType, OpenAPI,
    Operation as OperationObject, Parameter as ParameterObject, ParameterData,
    ParameterSchemaOrContent, PathItem, PathStyle, QueryStyle, ReferenceOr, RequestBody, Response,
    Responses, Schema, SecurityScheme, Server, StatusCode, Tag,
};
use serde_json::{Map, Value, json};
use telecomx_contract::{
    AccessLevel, Api, Method, Operation, Parameter, ParameterLocation, Section, TOKEN_PARAMETER,
};

use crate::{
    examples, lower,
    problem::{ContractError, Problems},
    responses,
    schemas::{COMPONENTS, Schemas},
    words,
};

/// The version of OpenAPI that is written.
const OPENAPI: &str = "3.0.3";

/// The document of an API.
///
/// # Errors
///
/// Everything that keeps the contract from being published, at once.
pub fn document(api: &Api) -> Result<OpenAPI, ContractError> {
    let mut problems = Problems::default();
    check_identities(api, &mut problems);

    // The schemas at places of use come first: asking for them collects the components.
    let mut schemas = Schemas::new(api);
    let used: Vec<UsedSchemas> = api
        .operations()
        .map(|operation| UsedSchemas::collect(operation, &mut schemas))
        .collect();
    let mut components = schemas.into_components(&mut problems);

    let mut document = OpenAPI {
        openapi: OPENAPI.to_owned(),
        info: info(api),
        servers: vec![Server {
            url: api.server.0.to_owned(),
            description: Some(api.server.1.to_owned()),
            // Customers call it, not the platform alone.
            extensions: [("x-internal".to_owned(), Value::Bool(false))]
                .into_iter()
                .collect(),
            ..Server::default()
        }],
        tags: api.sections.iter().map(|section| tag(section)).collect(),
        security: Some(vec![
            [(TOKEN_PARAMETER.to_owned(), Vec::new())]
                .into_iter()
                .collect(),
        ]),
        ..OpenAPI::default()
    };
    let sections = api.sections.iter().flat_map(|section| {
        section
            .operations
            .iter()
            .map(move |operation| (section, operation))
    });
    for ((section, operation), used) in sections.zip(used) {
        let object = operation_object(section, operation, used, &components, &mut problems);
        add_operation(&mut document, operation, object);
    }
    lower::lower_components(&mut components, &mut problems);
    document.components = Some(Components {
        schemas: components
            .into_iter()
            .map(|(name, schema)| {
                let schema = typed_schema(schema, &name, &mut problems);
                (name, schema)
            })
            .collect(),
        responses: responses::shared(&mut problems).into_iter().collect(),
        security_schemes: [(
            TOKEN_PARAMETER.to_owned(),
            ReferenceOr::Item(security_scheme()),
        )]
        .into_iter()
        .collect(),
        ..Components::default()
    });
    problems.finish(document)
}

/// Identifiers must be unique across the API.
fn check_identities(api: &Api, problems: &mut Problems) {
    let mut ids = BTreeSet::new();
    let mut routes = BTreeSet::new();
    for operation in api.operations() {
        if !ids.insert(operation.id) {
            problems.add(
                operation.id,
                "two operations have this id; rename the request struct of one, or list it once",
            );
        }
        // Two paths that differ only in the names of their variables are one route.
        let route: Vec<&str> = operation
            .path
            .split('/')
            .map(|segment| {
                if segment.starts_with('{') {
                    "{}"
                } else {
                    segment
                }
            })
            .collect();
        if !routes.insert((operation.method.as_str(), route)) {
            problems.add(
                operation.id,
                format_args!(
                    "another operation already answers `{} {}`",
                    operation.method, operation.path
                ),
            );
        }
        let mut names = BTreeSet::new();
        for (parameter, _) in operation.parameters() {
            if !names.insert(parameter.name) {
                problems.add(
                    operation.id,
                    format_args!("two parameters are called `{}`; rename one", parameter.name),
                );
            }
        }
    }
}

fn info(api: &Api) -> Info {
    Info {
        title: api.title.to_owned(),
        description: Some(api.description.to_owned()),
        contact: Some(Contact {
            name: Some(api.contact.name.to_owned()),
            url: Some(api.contact.url.to_owned()),
            ..Contact::default()
        }),
        license: Some(License {
            name: api.license.name.to_owned(),
            url: Some(api.license.url.to_owned()),
            ..License::default()
        }),
        version: api.version.to_owned(),
        ..Info::default()
    }
}

fn tag(section: &Section) -> Tag {
    Tag {
        name: section.name.to_owned(),
        description: Some(section.description.to_owned()),
        ..Tag::default()
    }
}

fn security_scheme() -> SecurityScheme {
    SecurityScheme::APIKey {
        location: APIKeyLocation::Query,
        name: TOKEN_PARAMETER.to_owned(),
        description: Some(
            "The caller's token. Treat it as a password: it stands in the URL, so keep URLs out of logs.".to_owned(),
        ),
        extensions: Default::default(),
    }
}

/// An operation's schemas, each where it is used.
struct UsedSchemas {
    parameters: Vec<(&'static Parameter, Option<&'static [AccessLevel]>, Value)>,
    body: Option<Value>,
    response: Value,
}

impl UsedSchemas {
    fn collect(operation: &Operation, schemas: &mut Schemas) -> Self {
        Self {
            parameters: operation
                .parameters()
                .map(|(parameter, levels)| (parameter, levels, schemas.schema(parameter.schema)))
                .collect(),
            body: operation.body.map(|body| schemas.schema(body.schema)),
            response: schemas.schema(operation.response.schema),
        }
    }
}

fn operation_object(
    section: &Section,
    operation: &Operation,
    used: UsedSchemas,
    components: &Map<String, Value>,
    problems: &mut Problems,
) -> OperationObject {
    let mut responses = Responses::default();
    let success = success(operation, used.response, components, problems);
    responses
        .responses
        .insert(StatusCode::Code(200), ReferenceOr::Item(success));
    for (status, errors) in responses::errors_by_status(operation) {
        let response = responses::of_status(&errors, problems);
        responses
            .responses
            .insert(StatusCode::Code(status), response);
    }
    OperationObject {
        tags: vec![section.name.to_owned()],
        // Summaries stand in menus, where a full stop is noise.
        summary: Some(operation.summary.trim_end_matches('.').to_owned()),
        description: Some(words::paragraphs([
            operation.description,
            &words::access(operation.access),
        ])),
        operation_id: Some(operation.id.to_owned()),
        parameters: used
            .parameters
            .into_iter()
            .map(|(parameter, levels, schema)| {
                let place = format!("{}, parameter `{}`", operation.id, parameter.name);
                ReferenceOr::Item(parameter_object(
                    parameter, levels, schema, &place, problems,
                ))
            })
            .collect(),
        request_body: used.body.map(|schema| {
            ReferenceOr::Item(RequestBody {
                content: json_content(MediaType {
                    schema: Some(typed_schema(lowered(schema), operation.id, problems)),
                    ..MediaType::default()
                }),
                required: true,
                ..RequestBody::default()
            })
        }),
        responses,
        extensions: [
            ("x-access".to_owned(), access(operation)),
            (
                "x-source".to_owned(),
                json!({ "page": operation.page(), "revised": operation.revised }),
            ),
        ]
        .into_iter()
        .collect(),
        ..OperationObject::default()
    }
}

fn access(operation: &Operation) -> Value {
    let rules = operation.access.iter().map(|rule| {
        let levels: Vec<_> = rule.levels.iter().map(|level| level.as_str()).collect();
        match rule.scope {
            Some(scope) => json!({ "levels": levels, "scope": scope.as_str() }),
            None => json!({ "levels": levels }),
        }
    });
    rules.collect()
}

fn parameter_object(
    parameter: &Parameter,
    levels: Option<&[AccessLevel]>,
    schema: Value,
    place: &str,
    problems: &mut Problems,
) -> ParameterObject {
    let reserved = levels.map(|levels| {
        format!(
            "Only {} may send it; from any other level it is answered with 403 `access_denied`.",
            words::levels(levels)
        )
    });
    let names = |levels: &[AccessLevel]| levels.iter().map(|level| json!(level.as_str())).collect();
    let parameter_data = ParameterData {
        name: parameter.name.to_owned(),
        description: Some(words::paragraphs([
            parameter.description,
            reserved.as_deref().unwrap_or_default(),
        ])),
        required: parameter.required,
        deprecated: None,
        format: ParameterSchemaOrContent::Schema(typed_schema(lowered(schema), place, problems)),
        example: None,
        examples: Default::default(),
        explode: None,
        extensions: levels
            .map(|levels| {
                (
                    "x-access".to_owned(),
                    json!([{ "levels": Value::Array(names(levels)) }]),
                )
            })
            .into_iter()
            .collect(),
    };
    match parameter.location {
        ParameterLocation::Path => ParameterObject::Path {
            parameter_data,
            style: PathStyle::default(),
        },
        ParameterLocation::Query => ParameterObject::Query {
            parameter_data,
            allow_reserved: false,
            style: QueryStyle::default(),
            allow_empty_value: None,
        },
    }
}

fn success(
    operation: &Operation,
    schema: Value,
    components: &Map<String, Value>,
    problems: &mut Problems,
) -> Response {
    let examples = examples::of_response(operation, &schema, components, problems);
    Response {
        description: success_description(&schema, components),
        content: json_content(MediaType {
            schema: Some(typed_schema(lowered(schema), operation.id, problems)),
            examples: examples.into_iter().collect(),
            ..MediaType::default()
        }),
        ..Response::default()
    }
}

/// What a successful answer is, in the words of its component.
fn success_description(schema: &Value, components: &Map<String, Value>) -> String {
    let summary = |schema: &Value| {
        let name = schema.get("$ref")?.as_str()?.strip_prefix(COMPONENTS)?;
        let description = components.get(name)?.get("description")?.as_str()?;
        Some(words::summary(description).replace('\n', " "))
    };
    match (summary(schema), schema.get("items").and_then(summary)) {
        (Some(object), _) => object,
        (None, Some(item)) => format!("A list. Each item: {item}"),
        (None, None) => "The answer.".to_owned(),
    }
}

fn json_content<C: FromIterator<(String, MediaType)>>(media_type: MediaType) -> C {
    [("application/json".to_owned(), media_type)]
        .into_iter()
        .collect()
}

fn lowered(mut schema: Value) -> Value {
    lower::lower(&mut schema);
    schema
}

fn typed_schema(schema: Value, place: &str, problems: &mut Problems) -> ReferenceOr<Schema> {
    let typed: Result<ReferenceOr<Schema>, _> = serde_json::from_value(schema.clone());
    match typed {
        Ok(typed) => {
            // What the typed form does not know would be dropped without a word.
            if serde_json::to_value(&typed).ok().as_ref() != Some(&schema) {
                problems.add(
                    place,
                    format_args!("OpenAPI 3.0 cannot say all of its schema: {schema}"),
                );
            }
            typed
        }
        Err(error) => {
            problems.add(
                place,
                format_args!("its schema is not one of OpenAPI 3.0: {error}"),
            );
            ReferenceOr::Reference {
                reference: String::new(),
            }
        }
    }
}

fn add_operation(document: &mut OpenAPI, operation: &Operation, object: OperationObject) {
    let item = document
        .paths
        .paths
        .entry(operation.path.to_owned())
        .or_insert_with(|| ReferenceOr::Item(PathItem::default()));
    if let ReferenceOr::Item(item) = item {
        let slot = match operation.method {
            Method::Get => &mut item.get,
            Method::Delete => &mut item.delete,
            Method::Post => &mut item.post,
        };
        *slot = Some(object);
    }
}
