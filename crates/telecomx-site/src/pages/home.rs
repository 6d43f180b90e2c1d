//! The first page: what the API is, and what there is to find.

use maud::html;

use super::{listed, operations};
use crate::{document::text, portal::Portal};

pub(super) fn page(portal: &Portal) -> String {
    let page = listed(portal, "index.html", "Overview");
    page.html(&html! {
        h1 { (portal.api.title) }
        p { "New here? " a href=(page.to("start.html")) { "Make your first call" } "." }
        (operations(&page))
        (page.text(text(&portal.document["info"], "description")))
    })
}
