//! References between the parts of a document.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use crate::{
    problem::Problems,
    walk::{self, Kind},
};

/// What an object of this kind refers to, at once or through others, as references:
/// `#/components/schemas/Customer`.
pub(crate) fn reachable(kind: Kind, from: &Value, document: &Value) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut pending = direct(kind, from);
    while let Some(reference) = pending.pop() {
        if let Some(target) = target(reference, document)
            && found.insert(reference.to_owned())
            && let Some(kind) = Kind::of_target(reference)
        {
            pending.extend(direct(kind, target));
        }
    }
    found
}

fn direct(kind: Kind, object: &Value) -> Vec<&str> {
    let mut found = Vec::new();
    walk::visit(kind, "", object, &mut |_, _, object| {
        found.extend(reference(object).map(component));
    });
    found
}

fn reference(object: &Map<String, Value>) -> Option<&str> {
    object.get("$ref")?.as_str()
}

/// The component that a reference leads to, or into.
fn component(reference: &str) -> &str {
    match reference.match_indices('/').nth(3) {
        Some((end, _)) => &reference[..end],
        None => reference,
    }
}

fn target<'d>(reference: &str, document: &'d Value) -> Option<&'d Value> {
    document.pointer(reference.strip_prefix('#')?)
}

/// Removes the schemas and responses among the components of a document that nothing refers to.
pub fn prune(document: &mut Value) {
    let used = reachable(Kind::Paths, &document["paths"], document);
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

/// Records every reference to what the document does not hold.
pub(crate) fn refuse_dangling(document: &Value, problems: &mut Problems) {
    walk::visit(Kind::Document, "", document, &mut |_, place, object| {
        if let Some(reference) = reference(object)
            && target(reference, document).is_none()
        {
            problems.add(
                place,
                format_args!(
                    "it refers to `{reference}`, which is not in the document; write the schema of a type as \
                     `SchemaGenerator::subschema_for`, which collects its component"
                ),
            );
        }
    });
}
