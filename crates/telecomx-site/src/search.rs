//! The index of the search: what it finds, and where that is.

use serde_json::{Value, json};

use crate::{
    document::text,
    layout, markdown,
    pages::{error_anchor, object_summary},
    portal::{Portal, object_page, operation_page},
};

/// The index as a script: a page at `file://` may load scripts, and nothing else.
pub(crate) fn index(portal: &Portal) -> String {
    let mut entries = Vec::new();
    let mut add = |kind: &str, name: &str, summary: String, address: String| {
        entries.push(json!([kind, name, summary, address]));
    };
    for entry in &portal.operations {
        let operation = entry.operation;
        let summary = markdown::plain_summary(operation.summary);
        let page = operation_page(operation.id);
        add(
            "operation",
            operation.id,
            summary.trim_end_matches('.').to_owned(),
            page.clone(),
        );
        add(
            "route",
            &format!("{} {}", operation.method, operation.path),
            summary,
            page.clone(),
        );
        for (parameter, ..) in portal.parameters(operation) {
            let name = format!("{}, {}", parameter.name, operation.id);
            let address = format!("{}#{}", operation_page(operation.id), parameter.name);
            add(
                "parameter",
                &name,
                markdown::plain_summary(parameter.description),
                address,
            );
        }
    }
    for object in portal.objects.values() {
        let page = object_page(object.name);
        add(
            "object",
            object.name,
            object_summary(portal, object.name),
            page.clone(),
        );
        for property in object.wire_properties() {
            if let Some(schema) = portal.property(object.name, property.name) {
                let name = format!("{}.{}", object.name, property.name);
                let summary = markdown::plain_summary(text(schema, "description"));
                add(
                    "property",
                    &name,
                    summary,
                    format!("{page}#{}", property.name),
                );
            }
        }
    }
    for ((status, code), places) in portal.errors() {
        let summary = places.first().map_or("", |(error, _)| error.description);
        let address = format!("errors.html#{}", error_anchor(status, code));
        add(
            "error",
            &format!("{status} {code}"),
            markdown::plain_summary(summary),
            address,
        );
    }
    for (path, title) in layout::pages() {
        add("page", title, String::new(), path.to_owned());
    }
    format!("window.telecomxSearch = {};\n", Value::Array(entries))
}
