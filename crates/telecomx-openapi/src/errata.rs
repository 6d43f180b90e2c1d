//! The errata: where the pages are wrong or silent, and what is published.

use std::{collections::BTreeSet, fmt::Write as _};

use telecomx_contract::{
    Api, Claim, Erratum, ErrorBody, Operation, PLATFORM_ASSUMPTIONS, Property, Resource,
};

use crate::questions;

/// The errata of an API.
#[derive(Debug)]
pub struct Errata {
    /// Where a page contradicts itself or another, in the order of the operations.
    pub corrections: Vec<Correction>,
    /// Where the pages are silent.
    pub assumptions: Vec<Assumption>,
}

/// What a page says that is not published.
#[derive(Debug)]
pub struct Correction {
    /// The operation whose page it is.
    pub operation: &'static Operation,
    /// The property, by its path in the operation's answer or body; none if it is about the operation.
    pub path: Option<String>,
    /// What the page says, in Markdown.
    pub says: String,
    /// What is published, and why.
    pub why: &'static str,
}

/// A decision that no page speaks about.
#[derive(Debug)]
pub struct Assumption {
    /// Where it holds; none for the platform as a whole.
    pub place: Option<Place>,
    /// What is published.
    pub why: &'static str,
}

/// A place of the contract.
#[derive(Debug)]
pub enum Place {
    /// A property of the body of every error.
    Error(String),
    /// An operation.
    Operation(&'static Operation),
    /// A property, by its path in an operation's answer or body.
    Property(&'static Operation, String),
}

impl Errata {
    /// The errata of the operations, and of those properties of theirs, that are kept. What is left out is not told
    /// of at all.
    pub fn new(api: &Api, keeps: impl Fn(&Operation, Option<&str>) -> bool) -> Self {
        let mut corrections = Vec::new();
        let mut local = Vec::new();
        for (path, property) in ErrorBody::RESOURCE.paths() {
            for erratum in property.errata {
                local.push((Place::Error(path.clone()), erratum));
            }
        }
        for operation in api.operations().filter(|operation| keeps(operation, None)) {
            let page = operation.page();
            let of_page = |erratum: &&Erratum| erratum.page == Some(page.as_str());
            for erratum in operation.errata {
                local.push((Place::Operation(operation), erratum));
            }
            corrections.extend(
                operation
                    .errata
                    .iter()
                    .filter(of_page)
                    .map(|erratum| Correction {
                        operation,
                        path: None,
                        says: says(erratum, ""),
                        why: erratum.why,
                    }),
            );
            for (path, property) in properties(operation) {
                if !keeps(operation, Some(&path)) {
                    continue;
                }
                for erratum in property.errata {
                    local.push((Place::Property(operation, path.clone()), erratum));
                }
                let at_path = |erratum: &&Erratum| erratum.at.is_none_or(|at| at == path);
                let errata = property.errata.iter().filter(of_page).filter(at_path);
                corrections.extend(errata.map(|erratum| Correction {
                    operation,
                    path: Some(path.clone()),
                    says: says(erratum, property.name),
                    why: erratum.why,
                }));
            }
        }
        let platform = PLATFORM_ASSUMPTIONS.iter().map(|erratum| Assumption {
            place: None,
            why: erratum.why,
        });
        // A type that occurs at several places tells its assumption once.
        let mut seen = BTreeSet::new();
        let local = local
            .into_iter()
            .filter(|(_, erratum)| erratum.claim == Claim::Silent && seen.insert(erratum.why))
            .map(|(place, erratum)| Assumption {
                place: Some(place),
                why: erratum.why,
            });
        let assumptions = platform.chain(local).collect();
        Self {
            corrections,
            assumptions,
        }
    }
}

/// The errata of an API, as Markdown.
pub fn errata(api: &Api) -> String {
    let errata = Errata::new(api, |_, _| true);
    let mut text = String::from(
        "# Errata\n\nWhere the source pages contradict themselves or each other, and where they are silent: what is \
         published, and why. Generated from the declarations; each contradiction is tested against the stored facts \
         of its page.\n",
    );
    text.push_str(&questions::section(api));
    // Writing to a string cannot fail, here and below.
    for of_page in errata
        .corrections
        .chunk_by(|one, other| one.operation.id == other.operation.id)
    {
        let operation = of_page[0].operation;
        let _ = write!(
            text,
            "\n## `{}`, revised {}\n\n| Published | The page says | What is published, and why |\n|---|---|---|\n",
            operation.page(),
            operation.revised
        );
        for Correction {
            path, says, why, ..
        } in of_page
        {
            let published = path.as_deref().unwrap_or(operation.id);
            let _ = writeln!(text, "| `{published}` | {says} | {} |", cell(why));
        }
    }
    let _ = write!(text, "\n## Where the pages are silent\n\n");
    for Assumption { place, why } in &errata.assumptions {
        let place = match place {
            None => String::new(),
            Some(Place::Error(path)) => format!("error `{path}`: "),
            Some(Place::Operation(operation)) => format!("`{}`: ", operation.id),
            Some(Place::Property(operation, path)) => format!("`{path}` of `{}`: ", operation.id),
        };
        let _ = writeln!(text, "- {place}{why}");
    }
    text
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

fn properties(operation: &Operation) -> Vec<(String, &'static Property)> {
    operation
        .objects()
        .flat_map(|object| object.paths())
        .collect()
}

/// A text as one cell of a Markdown table.
fn cell(text: &str) -> String {
    text.replace('\n', " ").replace('|', "\\|")
}
