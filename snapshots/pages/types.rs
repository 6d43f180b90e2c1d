//! The type of each property is the type of its row.

use serde_json::Value;
use telecomx_model::Id;

use super::{assert_claim, matching::Comparison};

#[test]
fn types_are_as_on_the_pages() {
    assert_claim(differences);
}

pub(super) fn differences(comparison: &Comparison<'_>) -> Vec<String> {
    let mut differences = Vec::new();
    for (path, place) in &comparison.places {
        let (schema, Some(row)) = (place.schema, place.row) else {
            continue;
        };
        let published = schema["type"].as_str().unwrap_or("object");
        let is_id = is_id(schema);
        let is_date = schema["format"] == "date-time";
        let fits = match row.r#type.as_str() {
            "Id" | "ObjectID" | "ObjectId" => is_id,
            "Date" => is_date,
            "String" => published == "string" && !is_id && !is_date,
            "Enum" => schema.get("x-extensible-enum").is_some(),
            "Boolean" => published == "boolean",
            "Integer" => published == "integer",
            "Number" => matches!(published, "integer" | "number"),
            "Array" => published == "array",
            "Object" => published == "object",
            _ => false,
        };
        if !fits {
            differences.push(format!("{path} is {schema}, the page says {}", row.r#type));
        }
    }
    differences
}

/// Whether a property is an id: what is answered tells by its example alone.
pub(super) fn is_id(schema: &Value) -> bool {
    schema["example"] == Id::EXAMPLE.as_str()
}

#[test]
fn byte_counts_have_64_bits() {
    assert_claim(|comparison| {
        let mut differences = Vec::new();
        for (path, place) in &comparison.places {
            let schema = place.schema;
            let description = schema["description"].as_str().unwrap_or_default();
            let is_count = description.contains(" bytes") && schema["type"] == "integer";
            if is_count && schema["format"] != "int64" {
                let format = &schema["format"];
                differences.push(format!("{path} counts bytes, and its format is {format}"));
            }
        }
        differences
    });
}
