//! The errata: where the pages are wrong or silent, and what is published.

use std::{collections::BTreeSet, fmt::Write as _};

use telecomx_contract::{
    Api, Audience, Claim, Erratum, ErrorBody, LEVEL_RULES, Levels, Operation, PLATFORM_ASSUMPTIONS,
    Resource,
};

use crate::{questions, words};

/// The errata of an API.
#[derive(Debug)]
pub struct Errata {
    /// Where a page contradicts itself or another, in the order of the operations.
    pub corrections: Vec<Correction>,
    /// How the levels that the pages name are read, in Markdown: which levels there are, and every rule.
    pub levels: Vec<String>,
    /// Where the pages are silent.
    pub assumptions: Vec<Assumption>,
}

/// What a page says that is not published.
#[derive(Debug)]
pub struct Correction {
    /// The operation whose page it is.
    pub operation: &'static Operation,
    /// What of the operation it is about.
    pub subject: Subject,
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
    /// An operation, or a part of it.
    Operation(&'static Operation, Subject),
}

/// What of an operation a decision is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// The operation as a whole.
    Operation,
    /// A parameter, by its name.
    Parameter(&'static str),
    /// A property, by its path in the operation's answer or body.
    Property(String),
}

impl Errata {
    /// The errata of the operations, and of those parameters and properties of theirs, that an audience may know of.
    /// What it may not know of is not told of at all.
    pub fn new(api: &Api, audience: Audience) -> Self {
        let mut corrections = Vec::new();
        let mut local = Vec::new();
        for (path, property) in ErrorBody::RESOURCE.paths() {
            for erratum in property.errata {
                local.push((Place::Error(path.clone()), erratum));
            }
        }
        for operation in api.operations() {
            if !audience.may_call(operation) {
                continue;
            }
            let page = operation.page();
            for (subject, name, errata) in decisions(operation, audience) {
                for erratum in errata {
                    local.push((Place::Operation(operation, subject.clone()), erratum));
                    let is_here = match &subject {
                        Subject::Property(path) => erratum.at.is_none_or(|at| at == path),
                        Subject::Operation | Subject::Parameter(_) => true,
                    };
                    if is_here && erratum.page == Some(page.as_str()) {
                        corrections.push(Correction {
                            operation,
                            subject: subject.clone(),
                            says: says(erratum, name),
                            why: erratum.why,
                        });
                    }
                }
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
            levels: levels(),
            assumptions,
        }
    }
}

/// Which levels there are, and how those that a page names are read.
fn levels() -> Vec<String> {
    let all = format!("The access levels are {}.", words::levels(Levels::ALL));
    let rules = LEVEL_RULES.iter().map(ToString::to_string);
    [all].into_iter().chain(rules).collect()
}

/// What was decided about an operation, and about those of its parameters and properties that its audience may send and
/// see, each with its name on the wire.
fn decisions(
    operation: &Operation,
    audience: Audience,
) -> impl Iterator<Item = (Subject, &'static str, &'static [Erratum])> {
    let parameters = operation.parameters();
    let parameters = parameters.filter(move |(_, group)| audience.may_send(group));
    let parameters = parameters.map(|(parameter, _)| {
        let subject = Subject::Parameter(parameter.name);
        (subject, parameter.name, parameter.errata)
    });
    let objects = operation.objects();
    let paths = objects.flat_map(move |object| object.paths_seen_by(audience));
    let properties = paths.map(|(path, property)| {
        let subject = Subject::Property(path);
        (subject, property.name, property.errata)
    });
    [(Subject::Operation, operation.id, operation.errata)]
        .into_iter()
        .chain(parameters)
        .chain(properties)
}

/// The errata of an API, as Markdown.
pub fn errata(api: &Api) -> String {
    let errata = Errata::new(api, Audience::All);
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
            subject, says, why, ..
        } in of_page
        {
            let published = match subject {
                Subject::Operation => format!("`{}`", operation.id),
                Subject::Parameter(name) => format!("parameter `{name}`"),
                Subject::Property(path) => format!("`{path}`"),
            };
            let _ = writeln!(text, "| {published} | {says} | {} |", cell(why));
        }
    }
    let _ = write!(text, "\n## Levels that the pages name\n\n");
    for rule in &errata.levels {
        let _ = writeln!(text, "- {rule}");
    }
    let _ = write!(text, "\n## Where the pages are silent\n\n");
    for Assumption { place, why } in &errata.assumptions {
        let place = match place {
            None => String::new(),
            Some(Place::Error(path)) => format!("error `{path}`: "),
            Some(Place::Operation(operation, subject)) => match subject {
                Subject::Operation => format!("`{}`: ", operation.id),
                Subject::Parameter(name) => format!("parameter `{name}` of `{}`: ", operation.id),
                Subject::Property(path) => format!("`{path}` of `{}`: ", operation.id),
            },
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

/// A text as one cell of a Markdown table.
fn cell(text: &str) -> String {
    text.replace('\n', " ").replace('|', "\\|")
}
