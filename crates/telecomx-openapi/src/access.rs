//! The table of who may call, send and see what.

use std::fmt::Write as _;

use telecomx_contract::{AccessLevel, Api, Audience, Levels, Operation, Scope};

use crate::Visibility;

/// Who may call, send and see what, level by level, as Markdown.
///
/// Every operation and every object is one row, and so is each parameter or property that is restricted to some levels.
/// No row is aligned with another, so that a change shows as the rows that it is about.
pub fn access(api: &Api) -> String {
    let mut text = String::from(
        "# Access\n\nWho may call, send and see what, by access level. Generated from the declarations.\n",
    );
    table(
        &mut text,
        "Who may call what",
        "Operation",
        &meanings(api),
        api.operations().map(|operation| {
            let name = format!("`{}`", operation.id);
            (
                name,
                AccessLevel::ALL.map(|level| may_call(operation, level)),
            )
        }),
    );
    table(
        &mut text,
        "Who may send what",
        "Parameter",
        "A parameter that has no row may be sent by everybody who may call the operation.",
        api.operations().flat_map(reserved_parameters),
    );
    table(
        &mut text,
        "Who sees what",
        "Object or property",
        "In the answer or the body of some operation. A property that has no row is seen by everybody who sees its object.",
        seen(&Visibility::new(api, Audience::All)),
    );
    text
}

/// A row: what it is about, and what it says of each level.
type Row = (String, [String; AccessLevel::ALL.len()]);

/// Adds a table under a heading; nothing if it has no rows.
fn table(
    text: &mut String,
    heading: &str,
    subject: &str,
    intro: &str,
    rows: impl Iterator<Item = Row>,
) {
    let mut rows = rows.peekable();
    if rows.peek().is_none() {
        return;
    }
    let levels = AccessLevel::ALL.map(AccessLevel::as_str).join(" | ");
    let rule = "|---".repeat(AccessLevel::ALL.len() + 1);
    // Writing to a string cannot fail, here and below.
    let _ = write!(
        text,
        "\n## {heading}\n\n{intro}\n\n| {subject} | {levels} |\n{rule}|\n"
    );
    for (name, cells) in rows {
        let _ = writeln!(text, "| {name} | {} |", cells.join(" | "));
    }
}

/// What the cells of the table of operations mean.
fn meanings(api: &Api) -> String {
    let mut scopes: Vec<Scope> = Vec::new();
    for rule in api.operations().flat_map(|operation| operation.access) {
        scopes.extend(rule.scope.filter(|scope| !scopes.contains(scope)));
    }
    let mut text = String::from(
        "`yes`, `-` for no, or the relation to the customer that the caller must stand in.",
    );
    for scope in scopes {
        let _ = write!(text, "\n`{}`: {}.", scope.as_str(), scope.condition());
    }
    text
}

/// Whether callers of a level may call an operation, or in what relation.
fn may_call(operation: &Operation, level: AccessLevel) -> String {
    let rules: Vec<_> = operation.rules_for(level).collect();
    let scopes: Option<Vec<&str>> = rules
        .iter()
        .map(|rule| rule.scope.map(Scope::as_str))
        .collect();
    match scopes {
        Some(scopes) if !scopes.is_empty() => scopes.join(", "),
        _ => mark(!rules.is_empty()),
    }
}

/// The parameters that not everybody may send who may call the operation.
fn reserved_parameters(operation: &'static Operation) -> impl Iterator<Item = Row> {
    operation.parameters().filter_map(|(parameter, group)| {
        Audience::All.told_of(group.levels)?;
        let name = format!("`{}` of `{}`", parameter.name, operation.id);
        let may_send = |level| mark(operation.admits(level) && group.may_send(level));
        Some((name, AccessLevel::ALL.map(may_send)))
    })
}

/// The objects by name, each before its restricted properties.
fn seen(visibility: &Visibility) -> impl Iterator<Item = Row> {
    visibility.objects().flat_map(|object| {
        let name = object.name;
        let restricted = object
            .wire_properties()
            .into_iter()
            .filter(|property| Audience::All.told_of(property.visible_to).is_some())
            .map(|property| {
                let seen_by = visibility.of_property(name, property.name);
                seen_row(&format!("{name}.{}", property.name), seen_by)
            });
        let object = seen_row(name, visibility.of_object(name));
        std::iter::once(object)
            .chain(restricted)
            .collect::<Vec<_>>()
    })
}

fn seen_row(name: &str, by: Levels) -> Row {
    let marks = AccessLevel::ALL.map(|level| mark(by.contains(level)));
    (format!("`{name}`"), marks)
}

fn mark(holds: bool) -> String {
    if holds { "yes" } else { "-" }.to_owned()
}
