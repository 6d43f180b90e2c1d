//! References between the parts of a document.

use std::collections::BTreeSet;

use serde_json::Value;

/// What a value refers to, at once or through others, as references: `#/components/schemas/Customer`.
pub(crate) fn reachable(from: &Value, document: &Value) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut pending = Vec::new();
    direct(from, &mut pending);
    while let Some(reference) = pending.pop() {
        if let Some(target) = reference
            .strip_prefix('#')
            .and_then(|at| document.pointer(at))
            && found.insert(reference)
        {
            direct(target, &mut pending);
        }
    }
    found
}

fn direct(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(object) => {
            for (key, value) in object {
                match (key.as_str(), value) {
                    ("$ref", Value::String(reference)) => found.push(reference.clone()),
                    // Examples are data.
                    ("examples", _) => {}
                    (_, value) => direct(value, found),
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| direct(item, found)),
        _ => {}
    }
}

/// Removes the schemas and responses among the components that nothing refers to.
pub(crate) fn prune(document: &mut Value) {
    let used = reachable(&document["paths"], document);
    for kind in ["schemas", "responses"] {
        if let Some(Value::Object(components)) = document["components"].get_mut(kind) {
            components.retain(|name, _| used.contains(&format!("#/components/{kind}/{name}")));
            if components.is_empty()
                && let Some(kinds) = document["components"].as_object_mut()
            {
                kinds.shift_remove(kind);
            }
        }
    }
}
