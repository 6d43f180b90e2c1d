//! A document reduced to what its audience may know: published versions have whole documents only.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use telecomx_contract::Audience;

/// What of a document an audience may know.
pub(crate) fn seen_by(document: &Value, audience: Audience) -> Value {
    let mut document = document.clone();
    let Audience::Level(level) = audience else {
        return document;
    };
    let level = json!(level.as_str());
    for item in objects(&mut document["paths"]) {
        if let Some(methods) = item.as_object_mut() {
            methods.retain(|_, operation| admits(operation, &level));
        }
        for operation in objects(item) {
            if let Some(parameters) = operation["parameters"].as_array_mut() {
                parameters.retain_mut(|parameter| admits(parameter, &level));
            }
        }
    }
    for component in objects(&mut document["components"]["schemas"]) {
        if let Some(properties) = component
            .get_mut("properties")
            .and_then(Value::as_object_mut)
        {
            properties.retain(|_, property| {
                let levels = property
                    .as_object_mut()
                    .and_then(|it| it.shift_remove("x-visible-to"));
                levels.is_none_or(|levels| holds(&levels, &level))
            });
        }
    }
    telecomx_openapi::prune(&mut document);
    document
}

/// The components that travel in requests, by name.
pub(super) fn sent_components(document: &Value) -> BTreeSet<String> {
    let mut sent = document.clone();
    for operation in objects(&mut sent["paths"]).flat_map(objects) {
        if let Some(operation) = operation.as_object_mut() {
            operation.retain(|key, _| key == "requestBody");
        }
    }
    telecomx_openapi::prune(&mut sent);
    let components = sent["components"]["schemas"].as_object();
    components
        .into_iter()
        .flatten()
        .map(|(name, _)| name.clone())
        .collect()
}

/// Whether the access rules of something admit a level; only what they say of that level stays.
fn admits(it: &mut Value, level: &Value) -> bool {
    let Some(rules) = it.get_mut("x-access").and_then(Value::as_array_mut) else {
        return true;
    };
    rules.retain_mut(|rule| {
        let admitted = holds(&rule["levels"], level);
        rule["levels"] = json!([level]);
        admitted
    });
    !rules.is_empty()
}

fn holds(levels: &Value, level: &Value) -> bool {
    levels
        .as_array()
        .is_some_and(|levels| levels.contains(level))
}

fn objects(value: &mut Value) -> impl Iterator<Item = &mut Value> {
    value
        .as_object_mut()
        .into_iter()
        .flat_map(|object| object.values_mut())
}
