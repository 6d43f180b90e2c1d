//! Rules in words.

use serde_json::Value;
use telecomx_contract::{Audience, Deprecation, Levels, Operation};

/// `A`, `A and B`, `A, B and C`, each as code.
pub(crate) fn levels(levels: Levels) -> String {
    let names: Vec<String> = levels.iter().map(|level| format!("`{level}`")).collect();
    match names.as_slice() {
        [] => "nobody".to_owned(),
        [single] => single.clone(),
        [init @ .., last] => format!("{} and {last}", init.join(", ")),
    }
}

/// What a document holds for its audience, as a Markdown section.
pub(crate) fn audience(audience: Audience, may_call_any: bool) -> String {
    match audience {
        Audience::All => "## Access levels\n\n\
            Each operation says who may call it. A parameter or property that is not for everybody says for \
            whom it is."
            .to_owned(),
        Audience::Level(level) => {
            let holds = match may_call_any {
                true => "it holds what they may call and send, and what they see of the answers",
                false => "there is nothing that they may call",
            };
            format!("## Access level\n\nThis document is for callers of the level `{level}`: {holds}.")
        }
    }
}

/// Who alone sees a property, in Markdown: the last paragraph of its description.
pub fn visibility(visible_to: Levels) -> String {
    format!("Visible to {} only.", levels(visible_to))
}

/// That something is on its way out, and what to use instead; empty if it is not.
pub(crate) fn deprecation(deprecated: Option<Deprecation>) -> String {
    deprecated.map_or_else(String::new, |deprecated| deprecated.to_string())
}

/// Who may call an operation, as a Markdown section.
pub(crate) fn access(operation: &Operation, audience: Audience) -> String {
    let items: Vec<String> = audience
        .rules(operation)
        .map(|rule| {
            let levels = levels(rule.levels);
            match rule.scope {
                Some(scope) => format!("- {levels}, {}", scope.condition()),
                None => format!("- {levels}"),
            }
        })
        .collect();
    format!("**Who may call it**\n\n{}", items.join("\n"))
}

/// The values of an enumeration and what each means, if anything, as a Markdown list.
pub(crate) fn values(values: &Value, meanings: Option<&Value>) -> String {
    let values = values.as_array().into_iter().flatten();
    let items = values.enumerate().map(|(index, value)| {
        let text = value
            .as_str()
            .map_or_else(|| value.to_string(), str::to_owned);
        match meanings.and_then(|meanings| meanings.get(index)?.as_str()) {
            None | Some("") => format!("- `{text}`"),
            Some(meaning) => item(&format!("`{text}`: {meaning}")),
        }
    });
    items.collect::<Vec<_>>().join("\n")
}

/// A text as an item of a Markdown list, to which all of its lines belong.
fn item(text: &str) -> String {
    let mut item = String::from("-");
    for (index, line) in text.lines().enumerate() {
        let before = match (index, line) {
            (0, _) => " ",
            (_, "") => "\n",
            _ => "\n  ",
        };
        item.push_str(before);
        item.push_str(line);
    }
    item
}

/// Paragraphs that have something to say, joined as Markdown.
pub(crate) fn paragraphs<'t>(parts: impl IntoIterator<Item = &'t str>) -> String {
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join("\n\n")
}

/// A summary as a sentence of a text: a stop ends it, unless a mark does already, which may stand in quotation marks,
/// brackets or emphasis.
pub(crate) fn sentence(summary: &str) -> String {
    let is_around = |character: char| matches!(character, ')' | '"' | '\'' | '”' | '*' | '_');
    match summary.trim_end_matches(is_around).chars().next_back() {
        None | Some('.' | '!' | '?' | ':' | '…') => summary.to_owned(),
        Some(_) => format!("{summary}."),
    }
}

/// The letters and digits of a text, in lower case: what is left of a name whatever it is written for.
pub(crate) fn letters(text: &str) -> String {
    text.chars()
        .filter(|character| character.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// The first paragraph of a Markdown text.
pub(crate) fn summary(text: &str) -> &str {
    text.split_once("\n\n").map_or(text, |(first, _)| first)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_summary_becomes_a_sentence() {
        for (summary, expected) in [
            ("Get a customer", "Get a customer."),
            ("Get a customer.", "Get a customer."),
            ("Who is it?", "Who is it?"),
            ("Get one of:", "Get one of:"),
            ("Wait…", "Wait…"),
            ("Get it (by id)", "Get it (by id)."),
            ("Get it. (By id.)", "Get it. (By id.)"),
            ("Get **it.**", "Get **it.**"),
            ("Get `it.`", "Get `it.`."),
            ("", ""),
        ] {
            assert_eq!(sentence(summary), expected);
        }
    }

    #[test]
    fn a_meaning_of_several_lines_stays_with_its_value() {
        let meanings = json!(["One.\n\nMore:\n- a\n- b", "", "Two."]);
        assert_eq!(
            values(&json!(["A", 2, "C"]), Some(&meanings)),
            "- `A`: One.\n\n  More:\n  - a\n  - b\n- `2`\n- `C`: Two."
        );
    }
}
