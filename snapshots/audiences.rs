//! The document of each access level holds what is for the level, and no trace of anything else.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use telecomx_api::API;
use telecomx_contract::{AccessLevel, Audience, ErrorBody, Levels, Object, Operation, Resource};

use crate::published::{DOCUMENT_3_1, properties, sees, values_at};

pub fn document(level: AccessLevel) -> Value {
    telecomx_openapi::document(&API, Audience::Level(level)).unwrap()
}

/// The operations that a level may call.
fn operations(level: AccessLevel) -> impl Iterator<Item = &'static Operation> {
    API.operations().filter(move |operation| {
        let mut rules = operation.access.iter();
        rules.any(|rule| rule.levels.contains(level))
    })
}

/// What is in a document.
#[derive(Debug, Default, PartialEq)]
pub struct Content {
    /// Ids and paths.
    pub operations: BTreeSet<(String, String)>,
    /// Ids and names.
    pub parameters: BTreeSet<(String, String)>,
    /// Objects and names.
    pub properties: BTreeSet<(String, String)>,
}

impl Content {
    /// What is declared for a level.
    fn declared(level: AccessLevel) -> Self {
        let is_for = |levels: Levels| levels.contains(level);
        let mut content = Self::default();
        for operation in operations(level) {
            let id = operation.id.to_owned();
            content
                .operations
                .insert((id.clone(), operation.path.to_owned()));
            let parameters = operation
                .parameters()
                .filter(|(_, group)| is_for(group.levels));
            content
                .parameters
                .extend(parameters.map(|(parameter, _)| (id.clone(), parameter.name.to_owned())));
            let body = operation.body.map(|body| body.object);
            let bodies = operation.response.object.into_iter().chain(body);
            for object in bodies.chain([ErrorBody::RESOURCE]) {
                content.add_object(object, &is_for);
            }
        }
        content
    }

    fn add_object(&mut self, object: &Object, is_for: &dyn Fn(Levels) -> bool) {
        for property in object.wire_properties() {
            let is_new = is_for(property.visible_to)
                && self
                    .properties
                    .insert((object.name.to_owned(), property.name.to_owned()));
            if let (true, Some(below)) = (is_new, property.object) {
                self.add_object(below, is_for);
            }
        }
    }

    /// What a document holds.
    pub fn of(document: &Value) -> Self {
        let mut content = Self::default();
        for (path, item) in document["paths"].as_object().unwrap() {
            for operation in item.as_object().unwrap().values() {
                let id = operation["operationId"].as_str().unwrap();
                content.operations.insert((id.to_owned(), path.clone()));
                for parameter in operation["parameters"].as_array().into_iter().flatten() {
                    let name = parameter["name"].as_str().unwrap();
                    content.parameters.insert((id.to_owned(), name.to_owned()));
                }
            }
        }
        for (object, schema) in components(document) {
            for (name, _) in schema["properties"].as_object().into_iter().flatten() {
                content.properties.insert((object.clone(), name.clone()));
            }
        }
        content
    }

    fn names(&self) -> BTreeSet<&str> {
        let pairs = [&self.operations, &self.parameters, &self.properties];
        let pairs = pairs.into_iter().flatten();
        pairs.flat_map(|(of, name)| [of.as_str(), name]).collect()
    }
}

fn components(document: &Value) -> impl Iterator<Item = (&String, &Value)> {
    let schemas = document["components"]
        .get("schemas")
        .and_then(Value::as_object);
    schemas.into_iter().flatten()
}

/// What a level must not read.
///
/// A name that is visible somewhere is no secret elsewhere; where it stands is compared by [`Content`].
struct Secrets {
    /// Of operations, paths, parameters, properties and components.
    names: BTreeSet<String>,
    levels: BTreeSet<&'static str>,
    /// What examples say where the level does not look.
    values: BTreeSet<String>,
}

impl Secrets {
    fn of(level: AccessLevel) -> Self {
        let document = document(level);
        let everything = Content::of(&DOCUMENT_3_1);
        let visible = Content::declared(level);
        let mut names = everything.names();
        names.extend(components(&DOCUMENT_3_1).map(|(name, _)| name.as_str()));
        for name in visible.names() {
            names.remove(name);
        }
        // Everybody gets errors, and their body is told of beside the operations.
        for property in ErrorBody::RESOURCE.properties {
            names.remove(property.name);
        }
        // Enumerations are declared nowhere but in the properties that have them.
        for (name, _) in components(&document) {
            names.remove(name.as_str());
        }
        let mut values = [BTreeSet::new(), BTreeSet::new()];
        for operation in API.operations() {
            let may_call = operations(level).any(|visible| visible.id == operation.id);
            let examples = (operation.response.examples)().into_iter();
            let examples: Vec<Value> = examples
                .map(|example| example.value.to_json().unwrap())
                .collect();
            for (path, _) in properties(operation) {
                let is_visible = may_call && sees(operation, &path, level);
                let found = examples.iter().flat_map(|it| values_at(it, &path));
                values[usize::from(is_visible)]
                    .extend(found.filter_map(Value::as_str).map(str::to_owned));
            }
        }
        let levels = AccessLevel::ALL.into_iter().filter(|other| *other != level);
        Self {
            names: names.into_iter().map(str::to_owned).collect(),
            levels: levels.map(AccessLevel::as_str).collect(),
            values: &values[0] - &values[1],
        }
    }

    /// The texts of a document that give a secret away.
    fn given_away(&self, document: &Value) -> Vec<String> {
        let mut found = Vec::new();
        self.search(document, &mut found);
        found
    }

    fn search(&self, value: &Value, found: &mut Vec<String>) {
        match value {
            Value::Object(object) => {
                for (key, value) in object {
                    // OpenAPI has keys that are also names of properties.
                    if is_unmistakable(key) && self.is_given_away_by(key) {
                        found.push(key.clone());
                    }
                    self.search(value, found);
                }
            }
            Value::Array(items) => items.iter().for_each(|item| self.search(item, found)),
            Value::String(text) if self.is_given_away_by(text) => found.push(text.clone()),
            _ => {}
        }
    }

    fn is_given_away_by(&self, text: &str) -> bool {
        let code: Vec<&str> = text.split('`').skip(1).step_by(2).flat_map(words).collect();
        let names_it = |name: &String| {
            text == name
                || code.contains(&name.as_str())
                || (is_unmistakable(name) && words(text).any(|word| word == name))
                || (name.starts_with('/') && text.contains(name))
        };
        self.names.iter().any(names_it)
            || words(text).any(|word| self.levels.contains(word))
            || self.values.contains(text)
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|character: char| !(character.is_alphanumeric() || character == '_'))
}

/// Whether a name cannot be an English word, such as `notes` or `Reseller`.
fn is_unmistakable(name: &str) -> bool {
    name.chars()
        .skip(1)
        .any(|character| !character.is_lowercase())
}

#[test]
fn a_document_holds_what_is_declared() {
    for level in AccessLevel::ALL {
        assert_eq!(
            Content::of(&document(level)),
            Content::declared(level),
            "{level}"
        );
    }
}

#[test]
fn nothing_hidden_is_given_away() {
    for level in AccessLevel::ALL {
        let given_away = Secrets::of(level).given_away(&document(level));
        assert!(
            given_away.is_empty(),
            "{level} reads {given_away:?}; write it so that it speaks of nothing hidden"
        );
    }
}

/// The test above would pass if it searched for nothing.
#[test]
fn what_is_given_away_is_found() {
    let document = document(AccessLevel::VIEWER);
    let secrets = Secrets::of(AccessLevel::VIEWER);
    for text in [
        // An operation, its path, a parameter of it and its answer.
        "Call listResellers first.",
        "See /customer/resellers/list.",
        "Not with `iptv`.",
        "Not with iptvprivate=true, `Reseller`",
        // Properties and components, in prose and at places of their own.
        "Overruled by `serviceLevelAgreements.remote`.",
        "notes",
        "How durationMethod is read.",
        "Like a PurchaseInfo.",
        // Another level, and a value.
        "Only ADMIN and RESELLER_ADMIN.",
        "Pas på Joakim, han er en hård prisforhandler.",
    ] {
        assert!(secrets.is_given_away_by(text), "{text}");
        let mut told = document.clone();
        told["info"]["description"] = json!(text);
        assert_eq!(secrets.given_away(&told), [text]);
    }
    let mut told = document.clone();
    told["components"]["schemas"]["Customer"]["properties"]["serviceLevelAgreements"] = json!({});
    assert_eq!(secrets.given_away(&told), ["serviceLevelAgreements"]);
    for text in [
        "Notes of remote services, by a Reseller or VIEWER.",
        "`socs`",
        "`_id`",
    ] {
        assert!(!secrets.is_given_away_by(text), "{text}");
    }
}

#[test]
fn examples_show_what_the_level_sees() {
    for level in AccessLevel::ALL {
        let document = document(level);
        for operation in operations(level) {
            let method = operation.method.as_str().to_lowercase();
            let answer = &document["paths"][operation.path][method]["responses"]["200"];
            let examples = answer["content"]["application/json"]["examples"]
                .as_object()
                .unwrap();
            let complete = &examples.values().next().unwrap()["value"];
            for (path, _) in properties(operation) {
                assert_eq!(
                    !values_at(complete, &path).is_empty(),
                    sees(operation, &path, level),
                    "{path} of {} for {level}",
                    operation.id
                );
            }
        }
    }
}

#[test]
fn errors_are_those_that_the_level_can_get() {
    for level in AccessLevel::ALL {
        let document = document(level);
        for operation in operations(level) {
            let method = operation.method.as_str().to_lowercase();
            let responses = &document["paths"][operation.path][method]["responses"];
            let mut rules = operation.access.iter();
            let depends = !rules.any(|rule| rule.levels.contains(level) && rule.scope.is_none());
            let mut parameters = operation.parameters();
            let sends = operation.body.is_some()
                || parameters.any(|(_, group)| group.levels.contains(level));
            for (status, is_possible) in [
                ("400", sends),
                ("401", true),
                ("403", depends),
                ("500", true),
            ] {
                assert_eq!(
                    responses.get(status).is_some(),
                    is_possible,
                    "{status} of {} for {level}",
                    operation.id
                );
            }
            for error in operation.errors {
                assert!(
                    responses.get(error.status.to_string()).is_some(),
                    "{error:?}"
                );
            }
        }
    }
}

#[test]
fn documents_are_closed() {
    for level in AccessLevel::ALL {
        let document = document(level);
        let mut referred = BTreeSet::new();
        references(&document, &mut referred);
        for reference in &referred {
            assert!(
                document.pointer(&reference[1..]).is_some(),
                "{level}: {reference}"
            );
        }
        for kind in ["schemas", "responses"] {
            for name in document["components"]
                .get(kind)
                .and_then(Value::as_object)
                .into_iter()
                .flat_map(|all| all.keys())
            {
                assert!(
                    referred.contains(&format!("#/components/{kind}/{name}")),
                    "{level}: {name} is not used"
                );
            }
        }
        for tag in document
            .get("tags")
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
        {
            let mut sections = API.sections.iter();
            let section = sections
                .find(|section| tag["name"] == section.name)
                .unwrap();
            assert!(operations(level).any(|operation| {
                section
                    .operations
                    .iter()
                    .any(|listed| listed.id == operation.id)
            }));
        }
    }
}

fn references(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(object) => {
            if let Some(Value::String(reference)) = object.get("$ref") {
                found.insert(reference.clone());
            }
            for (key, value) in object {
                match (key.as_str(), value) {
                    // Below it every key is a name.
                    ("properties", Value::Object(properties)) => properties
                        .values()
                        .for_each(|schema| references(schema, found)),
                    // What stands there is data.
                    ("default" | "enum" | "example" | "examples", _) => {}
                    _ => references(value, found),
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| references(item, found)),
        _ => {}
    }
}

#[test]
fn documents_can_be_lowered() {
    for level in AccessLevel::ALL {
        let lowered = telecomx_openapi::lower(document(level)).unwrap();
        assert_eq!(
            Content::of(&lowered.document),
            Content::declared(level),
            "{level}"
        );
    }
}
