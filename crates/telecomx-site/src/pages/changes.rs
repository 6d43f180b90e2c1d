//! Changes since the last published version.

use maud::{Markup, html};

use super::listed;
use crate::{
    changes::{Change, Subject},
    layout::Page,
    portal::{Portal, object_page},
};

pub(super) fn page(portal: &Portal) -> String {
    let page = listed(portal, "changes.html", "Changes");
    page.html(&html! {
        h1 { "Changes" }
        @match &portal.changes {
            None => p { "No version has been published before this one." },
            Some((since, changes)) if changes.is_empty() => p { "Nothing has changed since " (since) "." },
            Some((since, changes)) => {
                @let (breaking, harmless): (Vec<_>, Vec<_>) = changes.iter().partition(|change| change.breaks);
                p { "Since " (since) ": " (breaking.len()) " that can break a client, " (harmless.len()) " that cannot." }
                h2 { "Can break a client" }
                (list(&page, &breaking))
                h2 { "Cannot break a client" }
                p { "Provided that it ignores properties, enumerated values and error codes that it does not know." }
                (list(&page, &harmless))
            }
        }
    })
}

fn list(page: &Page<'_>, changes: &[&Change]) -> Markup {
    html! {
        @if changes.is_empty() { p { "None." } }
        ul {
            @for Change { subject, what, .. } in changes {
                li { (name(page, subject)) " " (page.phrase(what)) }
            }
        }
    }
}

/// What has changed, with a link if it is still there.
fn name(page: &Page<'_>, subject: &Subject) -> Markup {
    let portal = page.portal;
    let (name, address) = match subject {
        Subject::Operation(id) => (id.clone(), portal.page_of(id)),
        Subject::Object(object) => (object.clone(), portal.page_of(object)),
        Subject::Parameter(id, parameter) => (
            format!("{parameter} of {id}"),
            portal.page_of(id).map(|page| format!("{page}#{parameter}")),
        ),
        Subject::Property(object, property) => (
            format!("{object}.{property}"),
            portal
                .property(object, property)
                .map(|_| format!("{}#{property}", object_page(object))),
        ),
    };
    html! {
        @match address {
            Some(address) => a href=(page.to(&address)) { code { (name) } },
            None => code { (name) },
        }
    }
}
