//! Markdown to HTML: descriptions are published text in Markdown.

use maud::{Markup, PreEscaped};
use pulldown_cmark::{CowStr, Event, Options, Parser, Tag, TagEnd, html};

/// A text as blocks. Code that names something with a page of its own, as `link` knows it, becomes a link.
pub(crate) fn blocks(text: &str, link: impl Fn(&str) -> Option<String>) -> Markup {
    render(text, link, |_| true)
}

/// A text that is one paragraph, without the paragraph.
pub(crate) fn inline(text: &str, link: impl Fn(&str) -> Option<String>) -> Markup {
    render(text, link, |event| {
        !matches!(
            event,
            Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph)
        )
    })
}

/// The first paragraph of a text, without its marks: for lists and for the search.
pub(crate) fn plain_summary(text: &str) -> String {
    let first = text.split("\n\n").next().unwrap_or_default();
    Parser::new(first)
        .filter_map(|event| match event {
            Event::Text(text) | Event::Code(text) => Some(text.into_string()),
            Event::SoftBreak | Event::HardBreak => Some(" ".to_owned()),
            _ => None,
        })
        .collect()
}

fn render(
    text: &str,
    link: impl Fn(&str) -> Option<String>,
    keep: impl Fn(&Event<'_>) -> bool,
) -> Markup {
    let events = Parser::new_ext(text, Options::ENABLE_TABLES)
        .map(|event| match event {
            // Descriptions hold no HTML: what looks like it is text.
            Event::Html(text) | Event::InlineHtml(text) => Event::Text(text),
            Event::Code(text) => match link(&text) {
                Some(address) => Event::InlineHtml(code_link(&text, &address)),
                None => Event::Code(text),
            },
            event => event,
        })
        .filter(keep);
    let mut written = String::new();
    html::push_html(&mut written, events);
    PreEscaped(written)
}

fn code_link(text: &str, address: &str) -> CowStr<'static> {
    let link = maud::html! { a href=(address) { code { (text) } } };
    link.into_string().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_that_names_something_is_a_link() {
        let link = |name: &str| (name == "getName").then(|| "name.html".to_owned());
        assert_eq!(
            inline("Ask `getName`, not `other`.", link).into_string(),
            "Ask <a href=\"name.html\"><code>getName</code></a>, not <code>other</code>."
        );
    }

    #[test]
    fn what_looks_like_html_is_text() {
        let shown = blocks("<script>x</script> and <b>y</b>", |_| None).into_string();
        assert!(
            !shown.contains("<script>") && !shown.contains("<b>"),
            "{shown}"
        );
    }

    #[test]
    fn a_summary_has_no_marks() {
        assert_eq!(
            plain_summary("The `id`,\nin *hex*.\n\nMore."),
            "The id, in hex."
        );
    }
}
