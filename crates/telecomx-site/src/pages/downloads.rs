//! Downloads: every edition of the document, and the schemas that stand alone.

use maud::{Markup, html};

use super::listed;
use crate::{
    Files, SiteError,
    layout::Page,
    portal::{Portal, object_page},
};

/// The documents, and the page that lists them.
pub(super) fn files(portal: &Portal) -> Result<Files, SiteError> {
    let json = |value| Ok::<_, SiteError>(serde_json::to_string_pretty(value)? + "\n");
    let lowered = [
        ("openapi.json".to_owned(), json(&portal.document)?),
        (
            "openapi.yaml".to_owned(),
            serde_saphyr::to_string(&portal.document)?,
        ),
    ];
    let newest = [
        ("openapi-3.1.json".to_owned(), json(&portal.newest)?),
        (
            "openapi-3.1.yaml".to_owned(),
            serde_saphyr::to_string(&portal.newest)?,
        ),
    ];
    let losses = (
        "lost-in-3.0.txt".to_owned(),
        telecomx_openapi::losses(&portal.losses),
    );
    let schemas = telecomx_openapi::standalone_schemas(&portal.newest);
    let schemas = schemas
        .iter()
        .map(|(name, schema)| Ok((name, (format!("schemas/{name}.schema.json"), json(schema)?))))
        .collect::<Result<Vec<_>, SiteError>>()?;

    let page = listed(portal, "downloads.html", "Downloads");
    let text = page.html(&html! {
        h1 { "Downloads" }
        h2 { "OpenAPI 3.0" }
        p { "What most tools read, and the one to begin with." }
        ul { @for file in &lowered { li { (link(&page, file)) } } }
        h2 { "OpenAPI 3.1" }
        p { "The same with plain JSON Schema, which says more: "
            a href=(page.to(&losses.0)) { "what OpenAPI 3.0 leaves out" } "." }
        ul { @for file in &newest { li { (link(&page, file)) } } }
        h2 { "JSON Schema" }
        p { "Each body by itself, in the 2020-12 edition, for validators that know nothing of OpenAPI." }
        ul {
            @for (name, file) in &schemas {
                li { (link(&page, file)) " of " a href=(page.to(&object_page(name))) { (name) } }
            }
        }
    });
    let mut files = Files::from([("downloads.html".to_owned(), text), losses]);
    files.extend(lowered.into_iter().chain(newest));
    files.extend(schemas.into_iter().map(|(_, file)| file));
    Ok(files)
}

fn link(page: &Page<'_>, (path, text): &(String, String)) -> Markup {
    html! { a href=(page.to(path)) download { (path) } ", " (text.len().div_ceil(1000)) " kB" }
}
