//! Operations: the list, and a page for each.

use maud::{Markup, html};
use telecomx_contract::{AccessRule, Deprecation, Operation, ParameterLocation, TOKEN_PARAMETER};

use super::{listed, operations, samples};
use crate::{
    document::{self, text},
    layout::{self, Page, badges},
    markdown,
    portal::{Entry, Portal, operation_page},
    schema,
};

pub(super) fn list(portal: &Portal) -> String {
    let page = listed(portal, "operations.html", "Operations");
    page.html(&html! {
        h1 { "Operations" }
        (operations(&page))
    })
}

pub(super) fn page(portal: &Portal, entry: &Entry) -> String {
    let operation = entry.operation;
    let title = markdown::plain_summary(operation.summary);
    let page = Page {
        portal,
        path: operation_page(operation.id),
        title: title.trim_end_matches('.').to_owned(),
        belongs_to: "operations.html",
    };
    page.html(&html! {
        h1 { (page.title) }
        p.route { code { span.method { (operation.method) } " " (operation.path) } }
        (page.text(operation.description))
        (deprecation(&page, operation.deprecated))

        h2 { "Who may call it" }
        (access(portal, operation))

        h2 { "Parameters" }
        (parameters(&page, operation))

        h2 { "Call it" }
        (samples(&entry.samples))

        h2 { "The answer" }
        (answer(&page, operation))

        h2 { "Errors" }
        (errors(&page, operation))

        p.source { "Called " code { (operation.id) } "; from the page " code { (operation.page()) }
            ", revised " (operation.revised) ". "
            a href=(page.to(&format!("reference.html#operation/{}", operation.id))) { "In the reference" } }
    })
}

/// That something is on its way out, and what to use instead.
fn deprecation(page: &Page<'_>, deprecated: Option<Deprecation>) -> Markup {
    html! {
        @if let Some(deprecated) = deprecated { (page.text(&deprecated.to_string())) }
    }
}

/// Who may call an operation, and in what relation.
fn access(portal: &Portal, operation: &Operation) -> Markup {
    html! {
        ul {
            @for AccessRule { levels, scope } in portal.audience().rules(operation) {
                li { (badges(levels)) @if let Some(scope) = scope { ", " (scope.condition()) } }
            }
        }
    }
}

fn parameters(page: &Page<'_>, operation: &Operation) -> Markup {
    html! {
        @for (parameter, group, object) in page.portal.parameters(operation) {
            section.item id=(parameter.name) {
                h3 {
                    a.anchor href={ "#" (parameter.name) } { code { (parameter.name) } }
                    " " span.type { (page.type_of(&object["schema"])) }
                    " " span.note {
                        @match parameter.location {
                            ParameterLocation::Path => "in the path",
                            ParameterLocation::Query => "in the query",
                        }
                        @if parameter.required { ", required" }
                        @if parameter.deprecated.is_some() { ", deprecated" }
                    }
                }
                (page.text(parameter.description))
                (deprecation(page, parameter.deprecated))
                (limits(&object["schema"]))
                @if let Some(levels) = page.portal.audience().told_of(group.levels) {
                    p.sight { "Sent by: " (badges(levels)) }
                }
            }
        }
        section.item id=(TOKEN_PARAMETER) {
            h3 { a.anchor href={ "#" (TOKEN_PARAMETER) } { code { (TOKEN_PARAMETER) } }
                " " span.type { "credential" } " " span.note { "in the query, required" } }
            p { "Your token, as with every operation. " a href=(page.to("start.html")) { "Getting started" } " has more." }
        }
    }
}

/// What limits a value, besides its type.
pub(super) fn limits(schema: &serde_json::Value) -> Markup {
    let limits = schema::limits(schema);
    html! {
        @if !limits.is_empty() {
            ul.limits { @for (name, value) in limits { li { (name) " " code { (value) } } } }
        }
    }
}

fn answer(page: &Page<'_>, operation: &Operation) -> Markup {
    let object = document::operation(&page.portal.document, operation.id);
    let pointer = "/responses/200/content/application~1json";
    let Some(media_type) = object.and_then(|object| object.pointer(pointer)) else {
        return html! { p { "It has none." } };
    };
    let examples = media_type.get("examples").and_then(|it| it.as_object());
    html! {
        p { "Status 200: " (page.type_of(&media_type["schema"])) "." }
        @for (name, example) in examples.into_iter().flatten() {
            details.example id={ "example-" (name) } {
                summary { (text(example, "summary")) }
                (layout::code(text(example, "summary"), &format!("{:#}", example["value"])))
            }
        }
    }
}

fn errors(page: &Page<'_>, operation: &Operation) -> Markup {
    let errors = page.portal.errors_of(operation);
    html! {
        dl {
            @for error in errors {
                @let anchor = super::errors::anchor(error.status, error.code);
                dt { a href=(page.to(&format!("errors.html#{anchor}"))) { (error.status) " " code { (error.code) } } }
                dd { (page.phrase(error.description)) }
            }
        }
    }
}
