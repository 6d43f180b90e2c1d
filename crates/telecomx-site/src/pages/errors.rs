//! Errors: every status and code, where it can occur, and what to do.

use maud::html;

use super::listed;
use crate::portal::{Portal, object_page, operation_page};

/// The link of an error on its page.
pub(crate) fn anchor(status: u16, code: &str) -> String {
    format!("{status}-{code}")
}

pub(super) fn page(portal: &Portal) -> String {
    let page = listed(portal, "errors.html", "Errors");
    page.html(&html! {
        h1 { "Errors" }
        p { "Tell errors apart by status and code: one code occurs under several statuses, and one status with several "
            "codes. The code is " code { "message" } " in the " a href=(page.to(&object_page("ErrorBody"))) { "body" } "." }
        @for ((status, code), places) in portal.errors() {
            section.item id=(anchor(status, code)) {
                h2 { a.anchor href={ "#" (anchor(status, code)) } { (status) " " code { (code) } } }
                // The same status and code may mean something else elsewhere.
                @for same in places.chunk_by(|one, other| one.0 == other.0) {
                    p { (page.phrase(same[0].0.description)) }
                    dl {
                        dt { "What to do" }
                        dd { (page.phrase(same[0].0.remedy)) }
                        dt { "Where" }
                        dd {
                            @for (index, (_, operation)) in same.iter().enumerate() {
                                @if index > 0 { ", " }
                                a href=(page.to(&operation_page(operation.id))) { code { (operation.id) } }
                            }
                        }
                    }
                }
            }
        }
    })
}
