//! What a doc comment is as Markdown, as rustdoc sees it: where its first paragraph ends, and which of its links
//! are to Rust code.

use pulldown_cmark::{BrokenLink, CowStr, Event, LinkType, Options, Parser, Tag, TagEnd};

/// What rustdoc reads beside CommonMark, as far as it decides about paragraphs and links.
const EXTENSIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS);

/// The first paragraph on one line, and what follows it; nothing if the text begins with something else.
pub(super) fn split_summary(text: &str) -> Option<(String, &str)> {
    let mut events = Parser::new_ext(text, EXTENSIONS).into_offset_iter();
    let (Event::Start(Tag::Paragraph), paragraph) = events.next()? else {
        return None;
    };
    let mut summary = String::new();
    let mut start = paragraph.start;
    for (event, range) in events {
        match event {
            // The backslash of one is no text.
            Event::SoftBreak | Event::HardBreak => {
                summary.push_str(&text[start..range.start]);
                summary.push('\n');
                start = range.end;
            }
            Event::End(TagEnd::Paragraph) => break,
            _ => {}
        }
    }
    summary.push_str(&text[start..paragraph.end]);
    let lines: Vec<&str> = summary.lines().map(str::trim).collect();
    let rest = &text[paragraph.end..];
    let first = rest.find(|character: char| !character.is_whitespace());
    let line = first.and_then(|first| rest[..first].rfind('\n'));
    let rest = rest[line.map_or(0, |newline| newline + 1)..].trim_end();
    Some((lines.join(" ").trim().to_owned(), rest))
}

/// Every link that rustdoc would look up as a path, as it is written.
pub(super) fn rust_links(text: &str) -> Vec<&str> {
    // A reference without a definition is a link if it is a path.
    let undefined =
        |link: BrokenLink<'_>| Some((CowStr::from(link.reference.to_string()), "".into()));
    let parser = Parser::new_with_broken_link_callback(text, EXTENSIONS, Some(undefined));
    parser
        .into_offset_iter()
        .filter_map(|(event, range)| match event {
            Event::Start(Tag::Link {
                link_type,
                dest_url,
                ..
            }) => {
                let is_address = matches!(link_type, LinkType::Autolink | LinkType::Email);
                (!is_address && is_path(&dest_url)).then(|| &text[range])
            }
            _ => None,
        })
        .collect()
}

/// Whether the destination of a link reads as a path of Rust, with what rustdoc allows around it.
fn is_path(destination: &str) -> bool {
    let path = destination.replace('`', "");
    // A place on a page, `struct@`, `()` and `!` say of what kind the item is.
    let path = path.split('#').next().unwrap_or_default();
    let path = path.rsplit('@').next().unwrap_or_default().trim();
    let path = ["()", "{}", "[]", "!"]
        .iter()
        .find_map(|mark| path.strip_suffix(mark))
        .unwrap_or(path);
    let path = path.split('<').next().unwrap_or_default();
    let is_name = |name: &str| {
        let mut characters = name.chars();
        characters
            .next()
            .is_some_and(|first| first.is_alphabetic() || first == '_')
            && characters.all(|character| character.is_alphanumeric() || character == '_')
    };
    path.strip_prefix("::")
        .unwrap_or(path)
        .split("::")
        .all(is_name)
}

#[cfg(test)]
mod tests {
    use super::{rust_links, split_summary};

    #[test]
    fn the_summary_is_the_first_paragraph_on_one_line() {
        for (text, summary, description) in [
            ("One.", "One.", ""),
            ("One,\ntwo.\n\nThree.\n", "One, two.", "Three."),
            ("One,  \n  two\\\nthree.", "One, two three.", ""),
            ("One.\n \t\nTwo.", "One.", "Two."),
            ("One:\n- a\n- b", "One:", "- a\n- b"),
            ("One:\n```\na\n\nb\n```", "One:", "```\na\n\nb\n```"),
            ("One.\n\n    code\n\nTwo.", "One.", "    code\n\nTwo."),
            ("One.\n\n\n# Two", "One.", "# Two"),
            ("One `a\nb` and\n2. two", "One `a b` and 2. two", ""),
        ] {
            assert_eq!(
                split_summary(text),
                Some((summary.to_owned(), description)),
                "{text:?}"
            );
        }
    }

    #[test]
    fn a_text_that_begins_with_no_paragraph_has_no_summary() {
        for text in [
            "# One",
            "One\n===",
            "- one",
            "1. one",
            "> one",
            "```\none\n```",
            "    one",
            "|a|\n|-|",
            "---",
        ] {
            assert_eq!(split_summary(text), None, "{text:?}");
        }
    }

    #[test]
    fn links_to_rust_are_found_as_rustdoc_finds_them() {
        for (text, links) in [
            ("A [`Customer`].", vec!["[`Customer`]"]),
            (
                "A [Customer] and [it](crate::Id).",
                vec!["[Customer]", "[it](crate::Id)"],
            ),
            ("A [it][Customer].", vec!["[it][Customer]"]),
            (
                "A [`get()`], a [struct@Id], a [Vec<T>].",
                vec!["[`get()`]", "[struct@Id]", "[Vec<T>]"],
            ),
            ("A [it].\n\n[it]: crate::Id", vec!["[it]"]),
            ("A [it].\n\n[it]: https://api.example", vec![]),
            (
                "A [page](https://api.example/a), [place](#place), <https://api.example>.",
                vec![],
            ),
            (
                "Not `[Customer]`, not \\[Customer\\], not [24 digits], not [1].",
                vec![],
            ),
            ("Not:\n\n```\nlist[index]\n```\n\n    list[index]", vec![]),
            ("- [x] done\n- [ ] not", vec![]),
        ] {
            assert_eq!(rust_links(text), links, "{text:?}");
        }
    }
}
