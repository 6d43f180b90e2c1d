//! The questions to the owner: where each arises, and whom it concerns there.

use std::fmt::Write as _;

use telecomx_contract::{
    Admission, Api, Audience, Levels, Operation, QUESTIONS, Question, Subject,
};

/// A question to the owner, with where it arises.
#[derive(Debug)]
pub struct OpenQuestion {
    /// The question.
    pub question: &'static Question,
    /// Where it arises, in the order of the operations; at least one place.
    pub occasions: Vec<Occasion>,
}

/// Where a question arises.
#[derive(Debug)]
pub struct Occasion {
    /// The operation.
    pub operation: &'static Operation,
    /// The properties that it arises of, by their paths in the operation's answer; none if it arises of the operation.
    pub paths: Vec<String>,
    /// The levels that it concerns.
    pub levels: Levels,
}

/// The questions that arise in an API.
pub fn open_questions(api: &Api) -> Vec<OpenQuestion> {
    QUESTIONS
        .iter()
        .map(|question| OpenQuestion {
            question,
            occasions: api
                .operations()
                .flat_map(|operation| match question.subject {
                    Subject::Credentials => credentials(operation),
                    Subject::Existence => existence(operation).into_iter().collect(),
                })
                .collect(),
        })
        .filter(|open| !open.occasions.is_empty())
        .collect()
}

/// The credentials in an answer; those that the same levels see are one occasion.
fn credentials(operation: &'static Operation) -> Vec<Occasion> {
    let mut occasions: Vec<Occasion> = Vec::new();
    let Some(object) = operation.response.object else {
        return occasions;
    };
    let callers = operation.callers().iter();
    let seen: Vec<_> = callers
        .map(|level| (level, object.paths_seen_by(Audience::Level(level))))
        .collect();
    let paths = object.paths();
    for (path, _) in paths.into_iter().filter(|(_, property)| property.is_secret) {
        let levels: Levels = seen
            .iter()
            .filter(|(_, paths)| paths.iter().any(|(seen, _)| *seen == path))
            .map(|(level, _)| *level)
            .collect();
        match occasions.iter_mut().find(|other| other.levels == levels) {
            Some(occasion) => occasion.paths.push(path),
            None => occasions.push(Occasion {
                operation,
                paths: vec![path],
                levels,
            }),
        }
    }
    occasions
}

fn existence(operation: &'static Operation) -> Option<Occasion> {
    let callers = operation.callers().iter();
    let levels: Levels = callers
        .filter(|level| operation.admission(*level) == Admission::InRelation)
        .collect();
    let can_be_missing = operation.errors.iter().any(|error| error.status == 404);
    (can_be_missing && !levels.is_empty()).then(|| Occasion {
        operation,
        paths: Vec::new(),
        levels,
    })
}

/// The questions as a section of the errata; nothing if there is none.
pub(crate) fn section(api: &Api) -> String {
    let questions = open_questions(api);
    let mut text = String::new();
    if questions.is_empty() {
        return text;
    }
    text.push_str(
        "\n## Questions to the owner\n\nWhat follows from the pages, and may not be meant. It is published as told here \
         until the owner of the platform has answered.\n",
    );
    // Writing to a string cannot fail, here and below.
    for OpenQuestion {
        question,
        occasions,
    } in questions
    {
        let _ = write!(text, "\n### {}\n\n{}\n\n", question.title, question.text);
        for Occasion {
            operation,
            paths,
            levels,
        } in occasions
        {
            let _ = write!(text, "- `{}` to {}", operation.id, list(levels.iter()));
            let separator = if paths.is_empty() { "" } else { ": " };
            let _ = writeln!(text, "{separator}{}", list(paths));
        }
    }
    text
}

fn list(items: impl IntoIterator<Item = impl std::fmt::Display>) -> String {
    let items: Vec<_> = items.into_iter().map(|item| format!("`{item}`")).collect();
    items.join(", ")
}
