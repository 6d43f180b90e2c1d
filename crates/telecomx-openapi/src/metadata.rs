//! What a schema must say beyond its JSON: who sees a property, whether it may be null, and in its
//! description the meanings of its values.

use serde_json::{Map, Value};
use telecomx_contract::{Object, Property};

use crate::{problem::Problems, tidy, words};

/// Adds an object's metadata to its schema.
pub(crate) fn apply(object: &Object, schema: &mut Value, problems: &mut Problems) {
    let Some(Value::Object(properties)) = schema.get_mut("properties") else {
        problems.add(
            object.name,
            "it has no properties; a resource has at least one",
        );
        return;
    };
    // In declaration order, which schemars does not keep for flattened objects.
    let mut ordered = Map::new();
    for property in object.wire_properties() {
        let place = format!("{}.{}", object.name, property.name);
        match properties.shift_remove(property.name) {
            Some(Value::Object(mut schema)) => {
                apply_property(property, &mut schema);
                check_description(property, &schema, &place, problems);
                ordered.insert(property.name.to_owned(), Value::Object(schema));
            }
            _ => problems.add(
                place,
                "its schema has no such property; `JsonSchema` and `Resource` must read the same attributes",
            ),
        }
    }
    for name in properties.keys() {
        problems.add(
            format_args!("{}.{name}", object.name),
            "its metadata has no such property; `JsonSchema` and `Resource` must read the same attributes",
        );
    }
    *properties = ordered;
}

fn apply_property(property: &Property, schema: &mut Map<String, Value>) {
    let meanings = meanings(schema).or_else(|| meanings(schema.get("items")?.as_object()?));
    let visibility = property
        .visible_to
        .map(|levels| format!("Visible to {} only.", words::levels(levels)));
    let description = schema
        .get("description")
        .and_then(Value::as_str)
        .unwrap_or_default();
    let description = words::paragraphs([
        description,
        meanings.as_deref().unwrap_or_default(),
        visibility.as_deref().unwrap_or_default(),
    ]);
    // The description leads, as a reader would have it.
    schema.shift_remove("description");
    schema.shift_insert(0, "description".to_owned(), Value::String(description));

    if property.nullable {
        tidy::allow_null(schema);
    }
    if let Some(levels) = property.visible_to {
        let levels = levels
            .iter()
            .map(|level| Value::from(level.as_str()))
            .collect();
        schema.insert("x-visible-to".to_owned(), Value::Array(levels));
    }
}

/// The values of an enumeration and what they mean, as a Markdown list.
fn meanings(schema: &Map<String, Value>) -> Option<String> {
    let values = schema
        .get("x-extensible-enum")
        .or_else(|| schema.get("enum"))?
        .as_array()?;
    let meanings = schema.get("x-enum-descriptions").and_then(Value::as_object);
    let items: Vec<String> = values
        .iter()
        .map(|value| {
            let text = value
                .as_str()
                .map_or_else(|| value.to_string(), str::to_owned);
            match meanings.and_then(|meanings| meanings.get(&text)?.as_str()) {
                Some(meaning) => format!("- `{text}`: {meaning}"),
                None => format!("- `{text}`"),
            }
        })
        .collect();
    let heading = match schema.contains_key("x-extensible-enum") {
        true => "Known values, to which others may be added:",
        false => "One of:",
    };
    Some(format!("{heading}\n\n{}", items.join("\n")))
}

/// A description that only repeats the property's name tells nothing.
fn check_description(
    property: &Property,
    schema: &Map<String, Value>,
    place: &str,
    problems: &mut Problems,
) {
    let letters = |text: &str| -> String {
        text.chars()
            .filter(|character| character.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect()
    };
    let description = schema
        .get("description")
        .and_then(Value::as_str)
        .unwrap_or_default();
    let summary = letters(words::summary(description));
    if summary.is_empty() {
        problems.add(
            place,
            "it has no description; write a `///` comment above the field",
        );
    } else if [property.name, &format!("the{}", property.name)]
        .map(letters)
        .contains(&summary)
    {
        problems.add(
            place,
            "its description only repeats its name; say what it means",
        );
    }
}
