//! The questions to the owner, which the pages of access and of errata both begin with.

use maud::{Markup, html};
use telecomx_openapi::{Occasion, OpenQuestion};

use crate::{
    layout::{Page, badges, wide},
    portal::operation_page,
};

/// The questions; nothing where there is none.
pub(super) fn section(page: &Page<'_>) -> Markup {
    let questions = &page.portal.questions;
    html! {
        @if !questions.is_empty() {
            section {
                h2 #questions { "Questions to the owner" }
                p { "What follows from the platform's pages, and may not be meant. It is published as told here until the "
                    "owner of the platform has answered." }
                @for OpenQuestion { question, occasions } in questions {
                    h3 { (question.title) }
                    p { (page.phrase(question.text)) }
                    (wide(question.title, &table(page, occasions)))
                }
            }
        }
    }
}

fn table(page: &Page<'_>, occasions: &[Occasion]) -> Markup {
    html! {
        table {
            thead { tr { th scope="col" { "Operation" } th scope="col" { "Levels" } } }
            tbody {
                @for Occasion { operation, paths, levels } in occasions {
                    tr {
                        th scope="row" {
                            a href=(page.to(&operation_page(operation.id))) { (operation.id) }
                            @for (index, path) in paths.iter().enumerate() {
                                @if index == 0 { ": " } @else { ", " }
                                (page.property(operation, path))
                            }
                        }
                        td { (badges(*levels)) }
                    }
                }
            }
        }
    }
}
