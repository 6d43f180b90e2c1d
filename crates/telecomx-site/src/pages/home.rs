//! The first page: what the API is, and what there is to find.

use maud::html;

use super::{listed, operations};
use crate::{document::text, portal::Portal};

pub(super) fn page(portal: &Portal) -> String {
    let page = listed(portal, "index.html", "Overview");
    // What the API is stands first; how it is called can wait until what there is has been seen.
    let description = text(&portal.document["info"], "description");
    let (what, how) = description.split_once("\n\n").unwrap_or((description, ""));
    page.html(&html! {
        h1 { (portal.api.title) }
        (page.text(what))
        p { "New here? " a href=(page.to("start.html")) { "Make your first call" } "." }
        (operations(&page))
        (page.text(how))
    })
}
