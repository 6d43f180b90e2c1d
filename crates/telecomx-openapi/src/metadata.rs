//! What a schema must say beyond its JSON: who sees a property, whether it may be null, and in its
//! description the meanings of its values.

use serde_json::{Map, Value};
use telecomx_contract::{Audience, Deprecation, Object, Property};

use crate::{
    problem::Problems,
    tidy,
    walk::{self, Kind},
    words,
};

/// Adds an object's metadata to its schema, and removes what its audience may not see.
pub(crate) fn apply(
    object: &Object,
    schema: &mut Value,
    audience: Audience,
    problems: &mut Problems,
) {
    if let Some(schema) = schema.as_object_mut() {
        describe(schema, object.description, object.deprecated, []);
    }
    let required = schema
        .get("required")
        .and_then(Value::as_array)
        .cloned()
        .unwrap_or_default();
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
            Some(_) if !audience.may_see(property) => {}
            Some(Value::Object(mut schema)) => {
                apply_property(property, &mut schema, audience);
                check_description(property, &schema, &place, problems);
                let mut schema = Value::Object(schema);
                check_null(&mut schema, &place, problems);
                if property.optional && required.contains(&property.name.into()) {
                    problems.add(
                        place,
                        "its schema requires it, and an `Option` is left out where it has no value; remove what requires it",
                    );
                }
                ordered.insert(property.name.to_owned(), schema);
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

fn apply_property(property: &Property, schema: &mut Map<String, Value>, audience: Audience) {
    // Where the server really sends null, it stays; inside a list it is a value like any other.
    if property.optional && !property.nullable {
        tidy::forbid_null(schema);
    }
    // Who alone sees a property concerns nobody among those who do.
    let visible_to = audience.told_of(property.visible_to);
    let meanings = meanings(schema).or_else(|| meanings(schema.get("items")?.as_object()?));
    let visibility = visible_to.map(words::visibility);
    let rest = [meanings, visibility];
    describe(schema, property.description, property.deprecated, rest);

    if let Some(levels) = visible_to {
        let levels = levels.iter().map(|level| level.as_str()).collect();
        schema.insert("x-visible-to".to_owned(), levels);
    }
}

/// Says what a schema describes, as its doc comment does, and that it is on its way out; the description comes
/// first, where a reader would have it.
fn describe<const N: usize>(
    schema: &mut Map<String, Value>,
    description: &str,
    deprecated: Option<Deprecation>,
    rest: [Option<String>; N],
) {
    let deprecation = deprecated.map(|deprecated| deprecated.to_string());
    let rest = [deprecation].into_iter().chain(rest).flatten();
    let text = [description.to_owned()].into_iter().chain(rest);
    let text = text.collect::<Vec<_>>().join("\n\n");
    schema.shift_remove("description");
    schema.shift_insert(0, "description".to_owned(), Value::String(text));
    if deprecated.is_some() {
        schema.insert("deprecated".to_owned(), Value::Bool(true));
    }
}

/// The values of a closed enumeration and what they mean.
fn meanings(schema: &Map<String, Value>) -> Option<String> {
    let values = words::values(schema.get("enum")?, schema.get("x-enum-descriptions"));
    Some(format!("One of:\n\n{values}"))
}

/// A description that only repeats the property's name tells nothing.
fn check_description(
    property: &Property,
    schema: &Map<String, Value>,
    place: &str,
    problems: &mut Problems,
) {
    let description = schema
        .get("description")
        .and_then(Value::as_str)
        .unwrap_or_default();
    let summary = words::letters(words::summary(description));
    if summary.is_empty() {
        problems.add(
            place,
            "it has no description; write a `///` comment above the field",
        );
    } else if [property.name, &format!("the{}", property.name)]
        .map(words::letters)
        .contains(&summary)
    {
        problems.add(
            place,
            "its description only repeats its name; say what it means",
        );
    }
}

/// A closed enumeration that may be null would list null as a value, which generators cannot name.
fn check_null(schema: &mut Value, place: &str, problems: &mut Problems) {
    walk::change_schemas(Kind::Schema, place, schema, &mut |place, schema| {
        if tidy::lists_null(schema) {
            problems.add(
                place,
                "a closed enumeration cannot be null; derive `OpenEnum` for it",
            );
        }
    });
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use telecomx_contract::Levels;

    use super::*;
    use crate::Problem;

    const OBJECT: Object = Object {
        name: "Phone",
        description: "A phone.",
        deprecated: None,
        properties: &[Property {
            name: "kind",
            aliases: &[],
            description: "What it is.",
            deprecated: None,
            visible_to: Levels::ALL,
            optional: true,
            nullable: true,
            flatten: false,
            object: None,
            is_list: false,
            is_secret: false,
            errata: &[],
        }],
    };

    fn problems(mut schema: Value) -> Vec<String> {
        let mut problems = Problems::default();
        schema["properties"]["kind"]["description"] = "What it is.".into();
        apply(&OBJECT, &mut schema, Audience::All, &mut problems);
        let found = problems.finish(()).err().map(|error| error.problems);
        let found = found.unwrap_or_default().into_iter();
        let in_words = |problem: Problem| format!("{}: {}", problem.place, problem.message);
        found.map(in_words).collect()
    }

    #[test]
    fn a_closed_enumeration_is_never_null() {
        let fixed = json!({ "type": "string", "enum": ["FIXED"] });
        let or_null = json!({ "type": ["string", "null"], "enum": ["FIXED", null] });
        for (kind, place) in [
            (json!({ "anyOf": [fixed, { "type": "null" }] }), "kind"),
            (json!({ "type": "array", "items": or_null }), "kind[]"),
        ] {
            assert_eq!(
                problems(json!({ "properties": { "kind": kind } })),
                [format!(
                    "Phone.{place}: a closed enumeration cannot be null; derive `OpenEnum` for it"
                )]
            );
        }
        let text = json!({ "type": ["string", "null"] });
        assert!(problems(json!({ "properties": { "kind": text } })).is_empty());
    }

    #[test]
    fn what_is_left_out_is_not_required() {
        let kind = json!({ "type": "string" });
        assert_eq!(
            problems(json!({ "properties": { "kind": kind }, "required": ["kind"] })),
            [
                "Phone.kind: its schema requires it, and an `Option` is left out where it has no value; remove what requires it"
            ]
        );
    }
}
