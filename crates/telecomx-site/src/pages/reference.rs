//! The reference: the document as Redoc renders it, with samples.

use maud::html;

use super::listed;
use crate::{document, portal::Portal};

pub(super) fn page(portal: &Portal) -> String {
    let page = listed(portal, "reference.html", "Reference");
    let scripts = [
        page.to("reference-document.js"),
        page.to_site("assets/redoc.js"),
        page.to_site("assets/reference.js"),
    ];
    let body = html! {
        div #site-reference {}
        noscript { p { "The reference needs scripts. " a href=(page.to("operations.html")) { "Operations" } " and "
            a href=(page.to("objects.html")) { "objects" } " have the same without." } }
    };
    page.reference(&body, &scripts)
}

/// The document as a script: a page at `file://` may load scripts, and nothing else.
pub(super) fn document(portal: &Portal) -> String {
    let mut document = portal.document.clone();
    document::leave_summaries_to_headings(&mut document);
    for entry in &portal.operations {
        document::add_samples(&mut document, entry.operation.id, &entry.samples);
    }
    format!("window.telecomxDocument = {document};\n")
}
