//! Errata: where the pages are wrong or silent, and what is published.

use maud::{Markup, html};
use telecomx_contract::Operation;
use telecomx_openapi::{Assumption, Correction, Place, Subject};

use super::{listed, questions};
use crate::{
    layout::Page,
    portal::{Portal, operation_page},
};

pub(super) fn page(portal: &Portal) -> String {
    let page = listed(portal, "errata.html", "Errata");
    let corrections = &portal.errata.corrections;
    page.html(&html! {
        h1 { "Errata" }
        p { "The contract was written from the platform's own pages. Where they contradict themselves or each other, and "
            "where they are silent, this is what is published, and why." }
        (questions::section(&page))
        @for of_page in corrections.chunk_by(|one, other| one.operation.id == other.operation.id) {
            @let operation = of_page[0].operation;
            section {
                h2 { code { (operation.page()) } }
                p { "Revised " (operation.revised) "; published as "
                    a href=(page.to(&operation_page(operation.id))) { code { (operation.id) } } "." }
                dl {
                    @for Correction { subject, says, why, .. } in of_page {
                        dt {
                            @match part(&page, operation, subject) {
                                Some(part) => (part),
                                None => code { (operation.id) },
                            }
                        }
                        dd { p { "The page says: " (page.phrase(says)) "." } p { (page.phrase(why)) } }
                    }
                }
            }
        }
        section {
            h2 { "Levels that the pages name" }
            ul {
                @for rule in &portal.errata.levels {
                    li { (page.phrase(rule)) }
                }
            }
        }
        section {
            h2 { "Where the pages are silent" }
            ul {
                @for Assumption { place, why } in &portal.errata.assumptions {
                    li { (prefix(&page, place.as_ref())) (page.phrase(why)) }
                }
            }
        }
    })
}

fn prefix(page: &Page<'_>, place: Option<&Place>) -> Markup {
    html! {
        @match place {
            None => {}
            Some(Place::Error(path)) => { "Error " code { (path) } ": " }
            Some(Place::Operation(operation, subject)) => {
                @if let Some(part) = part(page, operation, subject) { (part) " of " }
                (page.phrase(&format!("`{}`", operation.id))) ": "
            }
        }
    }
}

/// A part of an operation, with its link; none for the operation as a whole.
fn part(page: &Page<'_>, operation: &Operation, subject: &Subject) -> Option<Markup> {
    match subject {
        Subject::Operation => None,
        Subject::Parameter(name) => {
            let address = page.to(&format!("{}#{name}", operation_page(operation.id)));
            Some(html! { a href=(address) { code { (name) } } })
        }
        Subject::Property(path) => Some(page.property(operation, path)),
    }
}
