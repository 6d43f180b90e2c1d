//! Doc comments are the published text: what is published is what rustdoc shows.

use quote::ToTokens;
use syn::{Attribute, Expr, Meta};

use super::{arguments, markdown};
use crate::sink::Errors;

/// A doc comment, as Markdown.
#[derive(Default)]
pub(crate) struct Docs {
    /// All of it, as rustdoc has it, without blank lines at its ends.
    pub(crate) text: String,
    /// The first paragraph, on one line.
    pub(crate) summary: String,
    /// What follows; may be empty.
    pub(crate) description: String,
}

impl Docs {
    /// Reads the doc comment of an item; none is a mistake, reported at `place`.
    pub(super) fn required(attrs: &[Attribute], place: impl ToTokens, errors: &mut Errors) -> Self {
        let mut fragments = Vec::new();
        let mut is_whole = true;
        for attr in attrs.iter().filter(|attr| attr.path().is_ident("doc")) {
            match Fragment::read(attr) {
                Ok(fragment) => fragments.extend(fragment),
                Err(error) => {
                    errors.push(error);
                    is_whole = false;
                }
            }
        }
        for fragment in &fragments {
            fragment.check_characters(errors);
        }
        let text = unindent(&fragments);
        let text = without_blank_ends(&text);
        if text.is_empty() {
            // What could not be read is not missing.
            if is_whole {
                errors.at(
                    place,
                    "this is published without a description; write a `///` comment above it",
                );
            }
            return Self::default();
        }
        for link in markdown::rust_links(text) {
            let at = fragments
                .iter()
                .find(|fragment| fragment.text.contains(link));
            if let Some(fragment) = at.or(fragments.first()) {
                errors.at(
                    fragment.attr,
                    format_args!(
                        "`{link}` links to Rust code, and leads nowhere where it is published; name it in backticks alone, link to a URL, or write `\\[` for a bracket that is no link"
                    ),
                );
            }
        }
        let Some((summary, description)) = markdown::split_summary(text) else {
            if let Some(first) = fragments.iter().find(|it| !it.text.trim().is_empty()) {
                errors.at(
                    first.attr,
                    "the first paragraph is published as the summary; begin with a sentence, not with a heading, a list, a quotation, a table or code",
                );
            }
            return Self::default();
        };
        Self {
            text: text.to_owned(),
            summary,
            description: description.to_owned(),
        }
    }
}

/// The text of one `doc` attribute.
struct Fragment<'a> {
    attr: &'a Attribute,
    text: String,
    /// Whether it is written as a comment.
    is_comment: bool,
}

impl<'a> Fragment<'a> {
    /// Reads an attribute; `#[doc(alias = "…")]` and the like have no text.
    fn read(attr: &'a Attribute) -> syn::Result<Option<Self>> {
        let meta = match &attr.meta {
            Meta::NameValue(meta) => meta,
            Meta::List(list) => {
                let mut hidden = false;
                // What is not understood here, rustdoc reports.
                let _ = list.parse_nested_meta(|meta| {
                    hidden |= meta.path.is_ident("hidden");
                    let rest = meta.input.parse::<Option<syn::Token![=]>>()?;
                    rest.map(|_| meta.input.parse::<Expr>())
                        .transpose()
                        .map(drop)
                });
                if hidden {
                    return Err(syn::Error::new_spanned(
                        attr,
                        "this hides it from rustdoc, and it is published all the same; remove it",
                    ));
                }
                return Ok(None);
            }
            Meta::Path(_) => return Ok(None),
        };
        let Some(text) = arguments::text(&meta.value) else {
            return Err(syn::Error::new_spanned(
                attr,
                "a derive cannot see what a macro makes of this; write the text itself, as a `///` comment",
            ));
        };
        // The tokens of a comment are all spanned by the whole of it.
        let source = attr.pound_token.spans[0].source_text();
        let is_comment = source.is_none_or(|source| source != "#");
        let is_block = is_comment && text.value().contains('\n');
        Ok(Some(Self {
            attr,
            text: without_stars(&text.value(), is_block),
            is_comment,
        }))
    }

    fn check_characters(&self, errors: &mut Errors) {
        let is_control =
            |character: char| character.is_control() && !matches!(character, '\n' | '\r' | '\t');
        if self.text.contains(is_control) {
            errors.at(self.attr, "a text holds no control characters; remove them");
        }
    }
}

/// A text of several lines without the column of stars that leads each of them, and without a first and last
/// line of stars alone.
fn without_stars(text: &str, is_block: bool) -> String {
    if !text.contains('\n') {
        return text.to_owned();
    }
    let only_stars = |line: &str| line.chars().all(|character| character == '*');
    let mut lines: Vec<&str> = text.lines().collect();
    if lines.first().is_some_and(|line| only_stars(line)) {
        lines.remove(0);
    }
    if lines
        .last()
        .is_some_and(|line| !line.is_empty() && only_stars(line))
    {
        lines.pop();
    }
    if let Some(margin) = star_margin(&lines, is_block) {
        for line in &mut lines {
            if let Some(rest) = line.strip_prefix(&margin) {
                let has_star = rest == "*" || rest.starts_with("* ") || rest.starts_with("**");
                *line = rest
                    .strip_prefix('*')
                    .filter(|_| is_block && has_star)
                    .unwrap_or(rest);
            }
        }
    }
    lines.join("\n")
}

/// What stands before the star of every line, if each has one in the same column. The first line of a block
/// comment begins after `/**`, and has none of its own.
fn star_margin(lines: &[&str], is_block: bool) -> Option<String> {
    let mut lines = lines;
    if is_block {
        let has_star = |line: &&str| line.trim_start().starts_with('*');
        let start = usize::from(!lines.first().is_some_and(has_star));
        lines = lines.get(start..)?;
        while let [first, rest @ ..] = lines
            && first.trim().is_empty()
        {
            lines = rest;
        }
        while let [rest @ .., last] = lines
            && last.trim().is_empty()
        {
            lines = rest;
        }
    }
    let margin = |line: &str| {
        let rest = line.trim_start_matches([' ', '\t']);
        rest.starts_with('*').then(|| line.len() - rest.len())
    };
    let first = lines.first()?;
    let column = margin(first)?;
    // A line of spaces alone counts where it ends in that column, as in rustdoc.
    let in_column = |line: &&str| {
        let is_blank = line.trim().is_empty() && line.len() == column + 1;
        is_blank || margin(line) == Some(column)
    };
    lines
        .iter()
        .all(in_column)
        .then(|| first.get(..column).unwrap_or_default().to_owned())
}

/// The fragments as one text, without the indentation that all of their lines share. A comment is indented by the
/// space after `///`, which an attribute lacks: where both occur, it does not count there.
fn unindent(fragments: &[Fragment<'_>]) -> String {
    let is_mixed = fragments
        .windows(2)
        .any(|pair| pair[0].is_comment != pair[1].is_comment);
    let added = |fragment: &Fragment<'_>| usize::from(is_mixed && !fragment.is_comment);
    let is_blank = |line: &str| line.chars().all(char::is_whitespace);
    let indents = fragments.iter().flat_map(|fragment| {
        let lines = fragment.text.lines().filter(|line| !is_blank(line));
        lines.map(|line| {
            let indent = line.len() - line.trim_start_matches([' ', '\t']).len();
            indent + added(fragment)
        })
    });
    let shared = indents.min().unwrap_or_default();
    let mut lines = Vec::new();
    for fragment in fragments {
        let indent = shared.saturating_sub(added(fragment));
        if fragment.text.is_empty() {
            lines.push("");
        }
        lines.extend(fragment.text.lines().map(|line| match line.get(indent..) {
            Some(rest) if !is_blank(line) => rest,
            _ => line,
        }));
    }
    lines.join("\n")
}

/// A text from its first line that is not blank to the end of its last.
fn without_blank_ends(text: &str) -> &str {
    let first = text.find(|character: char| !character.is_whitespace());
    let start = first.and_then(|first| text[..first].rfind('\n'));
    text[start.map_or(0, |newline| newline + 1)..].trim_end()
}
