//! The errata: where the pages are wrong or silent, and what is published.

use std::{collections::BTreeSet, fmt::Write as _};

use telecomx_contract::{
    Api, Claim, Erratum, ErrorBody, Operation, PLATFORM_ASSUMPTIONS, Property, Resource,
};

/// The errata of an API, as Markdown.
pub fn errata(api: &Api) -> String {
    let mut text = String::from(
        "# Errata\n\nWhere the source pages contradict themselves or each other, and where they are silent: what is \
         published, and why. Generated from the declarations; each contradiction is tested against the stored facts \
         of its page.\n",
    );
    for operation in api.operations() {
        page_section(&mut text, operation);
    }
    assumptions_section(&mut text, api);
    text
}

/// What one page says that is not published.
fn page_section(text: &mut String, operation: &Operation) {
    let page = operation.page();
    let of_page = |erratum: &&Erratum| erratum.page == Some(page.as_str());
    let mut rows = Vec::new();
    for erratum in operation.errata.iter().filter(of_page) {
        rows.push((operation.id.to_owned(), says(erratum, ""), erratum.why));
    }
    for (path, property) in properties(operation) {
        for erratum in property.errata.iter().filter(of_page) {
            if erratum.at.is_none_or(|at| at == path) {
                rows.push((path.clone(), says(erratum, property.name), erratum.why));
            }
        }
    }
    if rows.is_empty() {
        return;
    }
    // Writing to a string cannot fail, here and below.
    let _ = write!(text, "\n## `{page}`, revised {}\n", operation.revised);
    let _ = write!(
        text,
        "\n| Published | The page says | What is published, and why |\n|---|---|---|\n"
    );
    for (published, says, why) in rows {
        let _ = writeln!(text, "| `{published}` | {says} | {} |", cell(why));
    }
}

/// A claim in words.
fn says(erratum: &Erratum, name: &str) -> String {
    match erratum.claim {
        Claim::Silent => "nothing".to_owned(),
        Claim::Row { row, after } => format!("row `{row}`, after `{after}`"),
        Claim::Values(values) => format!("only the values {}", list(values)),
        Claim::Levels(levels) => format!("level {}", list(levels)),
        Claim::Example(value) => format!("example value `{value}`"),
        Claim::ExampleName(other) => format!("example name `{other}` for `{name}`"),
    }
}

fn list(items: &[&str]) -> String {
    items
        .iter()
        .map(|item| format!("`{item}`"))
        .collect::<Vec<_>>()
        .join(", ")
}

fn assumptions_section(text: &mut String, api: &Api) {
    let _ = write!(text, "\n## Where the pages are silent\n\n");
    let silent = |erratum: &&Erratum| erratum.claim == Claim::Silent;
    for assumption in PLATFORM_ASSUMPTIONS {
        let _ = writeln!(text, "- {}", assumption.why);
    }
    let error_body = ErrorBody::RESOURCE.paths();
    let everywhere = error_body
        .iter()
        .map(|(path, property)| (format!("error `{path}`"), *property));
    let mut seen = BTreeSet::new();
    let of_operations = api.operations().flat_map(|operation| {
        let of_operation = operation
            .errata
            .iter()
            .filter(silent)
            .map(|erratum| (format!("`{}`", operation.id), erratum));
        let of_properties = properties(operation)
            .into_iter()
            .flat_map(move |(path, property)| {
                let place = format!("`{path}` of `{}`", operation.id);
                property
                    .errata
                    .iter()
                    .filter(silent)
                    .map(move |erratum| (place.clone(), erratum))
            });
        of_operation.chain(of_properties)
    });
    let of_errors = everywhere.flat_map(|(place, property)| {
        property
            .errata
            .iter()
            .filter(silent)
            .map(move |erratum| (place.clone(), erratum))
    });
    // A type that occurs at several places tells its assumption once.
    for (place, erratum) in of_errors.chain(of_operations) {
        if seen.insert(erratum.why) {
            let _ = writeln!(text, "- {place}: {}", erratum.why);
        }
    }
}

fn properties(operation: &Operation) -> Vec<(String, &'static Property)> {
    let roots = operation
        .response
        .object
        .into_iter()
        .chain(operation.body.map(|body| body.object));
    roots.flat_map(|object| object.paths()).collect()
}

/// A text as one cell of a Markdown table.
fn cell(text: &str) -> String {
    text.replace('\n', " ").replace('|', "\\|")
}
