//! Schemas in words.

use maud::{Markup, html};
use serde_json::Value;

use crate::document::COMPONENTS;

/// The type of a value, with a link for an object: `list of Address`.
pub(crate) fn type_of(schema: &Value, link: &impl Fn(&str) -> String) -> Markup {
    if let Some(name) = object_name(schema) {
        let may_be_null = schema.get("anyOf").is_some();
        return html! { a href=(link(name)) { (name) } @if may_be_null { " or null" } };
    }
    if let Some(items) = schema.get("items") {
        return html! { "list of " (type_of(items, link)) };
    }
    let name = schema
        .get("type")
        .and_then(Value::as_str)
        .unwrap_or("any value");
    let name = match schema.get("format").and_then(Value::as_str) {
        Some("password") => "credential",
        Some("date-time") => "time",
        _ => name,
    };
    html! { (name) @if schema.get("nullable").is_some_and(|it| it == true) { " or null" } }
}

/// The object that a schema is, by reference: alone, with a description, or beside null.
pub(crate) fn object_name(schema: &Value) -> Option<&str> {
    let reference = schema.get("$ref").or_else(|| {
        schema
            .get("allOf")
            .or(schema.get("anyOf"))?
            .get(0)?
            .get("$ref")
    })?;
    reference.as_str()?.strip_prefix(COMPONENTS)
}

/// The keywords that limit a value, each as a name and what it is.
pub(crate) fn limits(schema: &Value) -> Vec<(&'static str, String)> {
    let schema = schema.get("items").unwrap_or(schema);
    let is_of_one_length = schema.get("minLength") == schema.get("maxLength");
    [
        ("format", "format"),
        ("pattern", "pattern"),
        ("minimum", "at least"),
        ("maximum", "at most"),
        ("minLength", "fewest characters"),
        ("maxLength", "most characters"),
        ("default", "default"),
        ("example", "example"),
    ]
    .into_iter()
    .filter_map(|(key, name)| match key {
        "minLength" if is_of_one_length => Some(("characters", shown(schema.get(key)?))),
        "maxLength" if is_of_one_length => None,
        _ => Some((name, shown(schema.get(key)?))),
    })
    .collect()
}

/// A value as a reader would write it.
pub(crate) fn shown(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn one_length_is_said_once() {
        let id = json!({ "minLength": 24, "maxLength": 24 });
        assert_eq!(limits(&id), [("characters", "24".to_owned())]);
        let key = json!({ "minLength": 3, "maxLength": 24 });
        let expected = [("fewest characters", "3"), ("most characters", "24")];
        assert_eq!(
            limits(&key),
            expected.map(|(name, value)| (name, value.to_owned()))
        );
    }

    #[test]
    fn types_are_words_with_links() {
        let shown = |schema| type_of(&schema, &|name| format!("{name}.html")).into_string();
        let list = json!({ "type": "array", "items": { "$ref": "#/components/schemas/A" } });
        assert_eq!(shown(list), "list of <a href=\"A.html\">A</a>");
        let described = json!({ "allOf": [{ "$ref": "#/components/schemas/A" }] });
        assert_eq!(shown(described), "<a href=\"A.html\">A</a>");
        let nullable =
            json!({ "anyOf": [{ "$ref": "#/components/schemas/A" }, { "enum": [null] }] });
        assert_eq!(shown(nullable), "<a href=\"A.html\">A</a> or null");
        assert_eq!(
            shown(json!({ "type": "string", "nullable": true })),
            "string or null"
        );
        assert_eq!(
            shown(json!({ "type": "string", "format": "password" })),
            "credential"
        );
    }
}
