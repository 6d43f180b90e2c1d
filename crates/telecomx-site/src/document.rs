//! The documents of an audience, and looking things up in them.

use serde_json::{Value, json};

use crate::samples::Sample;

/// Where components stand in a document.
pub(crate) const COMPONENTS: &str = "#/components/schemas/";

/// An operation's object in a document.
pub(crate) fn operation<'d>(document: &'d Value, id: &str) -> Option<&'d Value> {
    let paths = document.get("paths")?.as_object()?;
    paths
        .values()
        .filter_map(Value::as_object)
        .flat_map(|item| item.values())
        .find(|operation| {
            operation
                .get("operationId")
                .is_some_and(|found| found == id)
        })
}

/// An object's schema in a document.
pub(crate) fn component<'d>(document: &'d Value, name: &str) -> Option<&'d Value> {
    document.get("components")?.get("schemas")?.get(name)
}

/// A text of a JSON object.
pub(crate) fn text<'d>(value: &'d Value, key: &str) -> &'d str {
    value.get(key).and_then(Value::as_str).unwrap_or_default()
}

fn operations_mut(document: &mut Value) -> impl Iterator<Item = &mut Value> {
    let items = document["paths"].as_object_mut().into_iter();
    items
        .flat_map(|paths| paths.values_mut())
        .filter_map(Value::as_object_mut)
        .flat_map(|item| item.values_mut())
}

/// Takes from each operation's description the first paragraph, which says what its summary does: renderers show
/// that as a heading above it.
pub(crate) fn leave_summaries_to_headings(document: &mut Value) {
    for operation in operations_mut(document) {
        if let Some((first, rest)) = text(operation, "description").split_once("\n\n")
            && first.trim_end_matches('.') == text(operation, "summary")
        {
            operation["description"] = rest.to_owned().into();
        }
    }
}

/// A document with an operation's samples, as renderers show them.
pub(crate) fn add_samples(document: &mut Value, id: &str, samples: &[Sample]) {
    for operation in operations_mut(document).filter(|operation| operation["operationId"] == id) {
        operation["x-codeSamples"] = samples
            .iter()
            .map(|sample| {
                json!({ "lang": sample.language, "label": sample.label, "source": sample.source })
            })
            .collect();
    }
}
