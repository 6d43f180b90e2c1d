//! Doc comments are the published text.

use quote::ToTokens;
use syn::{Attribute, Expr, ExprLit, Lit, Meta};

use crate::sink::Errors;

/// A doc comment: its first paragraph, and the rest.
#[derive(Default)]
pub(crate) struct Docs {
    /// The first paragraph on one line.
    pub(crate) summary: String,
    /// What follows, verbatim; may be empty.
    pub(crate) description: String,
}

impl Docs {
    /// Reads the doc comment of an item; none is a mistake, reported at `place`.
    pub(crate) fn required(attrs: &[Attribute], place: impl ToTokens, errors: &mut Errors) -> Self {
        let docs = Self::read(attrs);
        if docs.summary.is_empty() {
            errors.at(
                place,
                "this is published without a description; write a `///` comment above it",
            );
        }
        docs
    }

    /// Everything, as one Markdown text.
    pub(crate) fn text(&self) -> String {
        match self.description.as_str() {
            "" => self.summary.clone(),
            description => format!("{}\n\n{description}", self.summary),
        }
    }

    fn read(attrs: &[Attribute]) -> Self {
        let lines: Vec<String> = attrs.iter().filter_map(doc_line).collect();
        let text = lines.join("\n");
        let text = text.trim();
        let (summary, description) = text.split_once("\n\n").unwrap_or((text, ""));
        Self {
            summary: summary.lines().map(str::trim).collect::<Vec<_>>().join(" "),
            description: description.trim().to_owned(),
        }
    }
}

fn doc_line(attr: &Attribute) -> Option<String> {
    let Meta::NameValue(meta) = &attr.meta else {
        return None;
    };
    let Expr::Lit(ExprLit {
        lit: Lit::Str(text),
        ..
    }) = &meta.value
    else {
        return None;
    };
    let is_doc = attr.path().is_ident("doc");
    // One leading space belongs to `/// `, not to the text.
    is_doc.then(|| {
        let line = text.value();
        line.strip_prefix(' ')
            .unwrap_or(&line)
            .trim_end()
            .to_owned()
    })
}
