//! The pages of a portal, one module each.

mod access;
mod changes;
mod downloads;
mod errata;
mod errors;
mod home;
mod object;
mod operation;
mod questions;
mod reference;
mod start;

use maud::{Markup, html};

use crate::{
    Files, SiteError,
    layout::Page,
    markdown,
    portal::{Entry, Portal, operation_page},
    samples::Sample,
    search,
};

pub(crate) use self::{errors::anchor as error_anchor, object::summary as object_summary};

/// Every file of a portal.
pub(crate) fn all(portal: &Portal) -> Result<Files, SiteError> {
    let mut files = Files::from([
        ("index.html".to_owned(), home::page(portal)),
        ("start.html".to_owned(), start::page(portal)),
        ("operations.html".to_owned(), operation::list(portal)),
        ("objects.html".to_owned(), object::list(portal)),
        ("access.html".to_owned(), access::page(portal)),
        ("errors.html".to_owned(), errors::page(portal)),
        ("errata.html".to_owned(), errata::page(portal)),
        ("changes.html".to_owned(), changes::page(portal)),
        ("reference.html".to_owned(), reference::page(portal)),
        (
            "reference-document.js".to_owned(),
            reference::document(portal),
        ),
        ("search-index.js".to_owned(), search::index(portal)),
    ]);
    for entry in &portal.operations {
        files.insert(
            operation_page(entry.operation.id),
            operation::page(portal, entry),
        );
    }
    for object in portal.objects.values() {
        files.insert(
            crate::portal::object_page(object.name),
            object::page(portal, object),
        );
    }
    files.extend(downloads::files(portal)?);
    Ok(files)
}

/// A page that the navigation lists.
fn listed<'p>(portal: &'p Portal, path: &'static str, title: &str) -> Page<'p> {
    Page {
        portal,
        path: path.to_owned(),
        title: title.to_owned(),
        belongs_to: path,
    }
}

/// The operations of each section, with what each does.
fn operations(page: &Page<'_>) -> Markup {
    html! {
        @for (section, entries) in page.portal.sections() {
            section {
                h2 { (section.name) }
                p { (page.phrase(section.description)) }
                ul.plain {
                    @for Entry { operation, .. } in entries {
                        li {
                            a href=(page.to(&operation_page(operation.id))) { (markdown::plain_summary(operation.summary).trim_end_matches('.')) }
                            code.route { span.method { (operation.method) } " " (operation.path) }
                            @if operation.deprecated.is_some() { " " span.note { "deprecated" } }
                        }
                    }
                }
            }
        }
        @if page.portal.operations.is_empty() { p { "There is none that you may call." } }
    }
}

/// Samples, one of which is open: the one in the reader's language.
fn samples(samples: &[Sample]) -> Markup {
    html! {
        @for (index, Sample { label, source, .. }) in samples.iter().enumerate() {
            details.sample name="sample" data-language=(label) open[index == 0] {
                summary { (label) }
                (crate::layout::code(label, source))
            }
        }
    }
}
