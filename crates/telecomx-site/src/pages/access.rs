//! Access: operation × level, and property × level.

use maud::{Markup, html};
use telecomx_contract::{AccessLevel, Admission, Audience, Levels, Operation, Scope};

use super::{listed, questions};
use crate::{
    layout::{Page, wide},
    portal::{Entry, Portal, operation_page},
};

pub(super) fn page(portal: &Portal) -> String {
    let page = listed(portal, "access.html", "Access");
    let levels = portal.audience().levels();
    page.html(&html! {
        h1 { "Access" }
        p { "What a caller may call and see depends on the level of its token." }
        (questions::section(&page))
        h2 { "Who may call what" }
        (wide("Who may call what", &calls(&page, levels)))
        (scopes(portal))
        @if portal.audience() == Audience::All {
            h2 { "Who sees what" }
            p { "A property that is not in these tables is seen by everybody who may call the operation. A property that "
                "a caller may not see is left out of the answer." }
            @for Entry { operation, .. } in &portal.operations { (who_sees(&page, operation)) }
        } @else {
            p { "What these pages show of an answer is what you see of it; anything else is left out." }
        }
    })
}

/// Operation × level.
fn calls(page: &Page<'_>, levels: Levels) -> Markup {
    html! {
        table {
            thead { tr { th scope="col" { "Operation" } @for level in levels.iter() { th scope="col" { (level) } } } }
            tbody {
                @for Entry { operation, .. } in &page.portal.operations {
                    tr {
                        th scope="row" { a href=(page.to(&operation_page(operation.id))) { (operation.id) } }
                        @for level in levels.iter() { td { (may_call(operation, level)) } }
                    }
                }
            }
        }
    }
}

fn may_call(operation: &Operation, level: AccessLevel) -> Markup {
    let scopes = operation.rules_for(level).filter_map(|rule| rule.scope);
    html! {
        @match operation.admission(level) {
            Admission::Always => "yes",
            Admission::Refused => (nothing()),
            Admission::InRelation => {
                @for (index, scope) in scopes.enumerate() {
                    @if index > 0 { ", " }
                    (scope.as_str())
                }
            }
        }
    }
}

/// A dash, which is read out as what it means.
fn nothing() -> Markup {
    html! { span aria-hidden="true" { "–" } span.unseen { "no" } }
}

/// What the relations in the table mean.
fn scopes(portal: &Portal) -> Markup {
    let mut scopes: Vec<Scope> = Vec::new();
    for entry in &portal.operations {
        for rule in portal.audience().rules(entry.operation) {
            scopes.extend(rule.scope.filter(|scope| !scopes.contains(scope)));
        }
    }
    html! {
        dl {
            @for scope in scopes {
                dt { (scope.as_str()) }
                dd { "Yes, " (scope.condition()) "." }
            }
        }
    }
}

/// Restricted property × level, for the answer of an operation.
fn who_sees(page: &Page<'_>, operation: &Operation) -> Markup {
    let callers = operation.callers();
    let visible: Vec<Vec<String>> = callers
        .iter()
        .map(|level| {
            let objects = operation.objects();
            objects
                .flat_map(|object| object.paths_seen_by(Audience::Level(level)))
                .map(|(path, _)| path)
                .collect()
        })
        .collect();
    let paths = operation.objects().flat_map(|object| object.paths());
    let restricted: Vec<_> = paths
        .filter(|(path, _)| !visible.iter().all(|paths| paths.contains(path)))
        .collect();
    html! {
        h3 { a href=(page.to(&operation_page(operation.id))) { (operation.id) } }
        @if restricted.is_empty() {
            p { "Everybody who may call it sees everything." }
        } @else {
            @let table = html! {
                table {
                    thead { tr { th scope="col" { "Property" } @for level in callers.iter() { th scope="col" { (level) } } } }
                    tbody {
                        @for (path, _) in &restricted {
                            tr {
                                th scope="row" { (page.property(operation, path)) }
                                @for paths in &visible {
                                    td { @if paths.contains(path) { "yes" } @else { (nothing()) } }
                                }
                            }
                        }
                    }
                }
            };
            (wide(&format!("Who sees what of {}", operation.id), &table))
        }
    }
}
