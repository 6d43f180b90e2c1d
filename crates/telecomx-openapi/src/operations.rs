//! The table that a reviewer reads first.

use std::fmt::Write as _;

use telecomx_contract::{Api, Audience, Operation};

use crate::responses;

/// Every operation: method, path, page, access, parameters and errors, as plain text.
pub fn operations(api: &Api) -> String {
    api.operations()
        .map(operation_text)
        .collect::<Vec<_>>()
        .join("\n")
}

fn operation_text(operation: &Operation) -> String {
    let access: Vec<String> = operation
        .access
        .iter()
        .map(|rule| match rule.scope {
            Some(scope) => format!("{} ({})", rule.levels, scope.as_str()),
            None => rule.levels.to_string(),
        })
        .collect();
    let parameters: Vec<String> = operation
        .parameters()
        .map(|(parameter, group)| {
            let reserved = Audience::All.told_of(group.levels);
            let reserved = reserved.map(|levels| format!(", {levels} only"));
            let deprecated = parameter
                .deprecated
                .map(|deprecated| format!(", {deprecated}"));
            format!(
                "{} ({}{}{})",
                parameter.name,
                parameter.location,
                reserved.unwrap_or_default(),
                deprecated.unwrap_or_default()
            )
        })
        .collect();
    let errors: Vec<String> = responses::errors_by_status(operation, Audience::All)
        .into_values()
        .flatten()
        .map(|error| format!("{} {}", error.status, error.code))
        .collect();

    let deprecated = operation.deprecated.iter().map(ToString::to_string);
    let deprecated = deprecated.collect();

    let mut text = format!("{} {}\n", operation.method, operation.path);
    let rows = [
        ("operation", vec![operation.id.to_owned()]),
        (
            "page",
            vec![format!(
                "{}, revised {}",
                operation.page(),
                operation.revised
            )],
        ),
        ("deprecated", deprecated),
        ("access", access),
        ("parameters", parameters),
        ("errors", errors),
    ];
    for (name, lines) in rows {
        for (index, line) in lines.iter().enumerate() {
            let name = if index == 0 { name } else { "" };
            // A note may have several lines, and a table has one for each thing.
            let line = line.replace('\n', " ");
            // Writing to a string cannot fail.
            let _ = writeln!(text, "  {name:<12}{line}");
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use telecomx_contract::{Endpoint, ErrorBody, Example, Examples};

    use super::*;

    /// Find a thing.
    #[deprecated(note = "use `findThings`,\nwhich finds all")]
    #[derive(Debug, Endpoint)]
    #[endpoint(GET "/thing", response = ErrorBody, revised = "2026-01-31")]
    #[access(ADMIN)]
    struct FindThing {}

    #[allow(deprecated, reason = "the test is about what is deprecated")]
    impl Examples for FindThing {
        fn examples() -> Vec<Example<Self>> {
            Example::only(Self {})
        }
    }

    #[test]
    #[allow(deprecated, reason = "the test is about what is deprecated")]
    fn a_note_of_several_lines_is_one_line_of_the_table() {
        let text = operation_text(FindThing::LISTED);
        let line = "  deprecated  Deprecated: use `findThings`, which finds all";
        assert!(text.lines().any(|it| it == line), "{text}");
    }
}
