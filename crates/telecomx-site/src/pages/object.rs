//! Objects: the list, and a page for each with a link for every property.

use maud::{Markup, html};
use serde_json::Value;
use telecomx_contract::{Audience, ErrorBody, Object, Property, Resource};

use super::{listed, operation::limits};
use crate::{
    document::{self, text},
    layout::{Page, badges},
    markdown,
    portal::{Portal, object_page, operation_page},
};

pub(super) fn list(portal: &Portal) -> String {
    let page = listed(portal, "objects.html", "Objects");
    page.html(&html! {
        h1 { "Objects" }
        p { "What answers are made of. Each property has a link of its own, which lasts." }
        dl.columns {
            @for name in portal.objects.keys() {
                dt { a href=(page.to(&object_page(name))) { (name) } }
                dd { (summary(portal, name)) }
            }
        }
    })
}

/// What an object is, in its first sentence.
pub(crate) fn summary(portal: &Portal, name: &str) -> String {
    document::component(&portal.document, name)
        .map(|schema| markdown::plain_summary(text(schema, "description")))
        .unwrap_or_default()
}

pub(super) fn page(portal: &Portal, object: &'static Object) -> String {
    let page = Page {
        portal,
        path: object_page(object.name),
        title: object.name.to_owned(),
        belongs_to: "objects.html",
    };
    let description = document::component(&portal.document, object.name)
        .map(|schema| text(schema, "description"))
        .unwrap_or_default();
    let seen_by = portal.visibility.of_object(object.name);
    let properties: Vec<_> = object
        .wire_properties()
        .into_iter()
        .filter_map(|property| Some((property, portal.property(object.name, property.name)?)))
        .collect();
    page.html(&html! {
        h1 { (object.name) }
        (page.text(description))
        @if portal.audience() == Audience::All {
            p.sight { "Seen by: " (badges(seen_by)) }
        }
        h2 { "Where it is" }
        (places(&page, object))
        h2 { "Properties" }
        nav.toc aria-label="Properties" {
            @for (property, _) in &properties { a href={ "#" (property.name) } { (property.name) } " " }
        }
        @for (property, schema) in properties {
            section.item id=(property.name) {
                h3 {
                    a.anchor href={ "#" (property.name) } { code { (property.name) } }
                    " " span.type { (page.type_of(schema)) }
                    @if is_required(&page, object, property.name) { " " span.note { "always there" } }
                    @if property.deprecated.is_some() { " " span.note { "deprecated" } }
                }
                (page.text(described(property, schema)))
                (limits(schema))
                @if portal.audience() == Audience::All { (viewers(portal, object, property)) }
            }
        }
    })
}

fn is_required(page: &Page<'_>, object: &Object, property: &str) -> bool {
    document::component(&page.portal.document, object.name)
        .and_then(|schema| schema.get("required")?.as_array())
        .is_some_and(|required| required.iter().any(|name| name == property))
}

/// What a property is, without who sees it: that is shown for every property.
fn described<'s>(property: &Property, schema: &'s Value) -> &'s str {
    let whole = text(schema, "description");
    let levels = Audience::All.told_of(property.visible_to);
    let visibility = levels.map(telecomx_openapi::visibility);
    visibility
        .and_then(|sentence| whole.strip_suffix(&sentence))
        .unwrap_or(whole)
}

/// Who sees a property.
fn viewers(portal: &Portal, object: &Object, property: &Property) -> Markup {
    let seen_by = portal.visibility.of_property(object.name, property.name);
    html! {
        p.sight {
            "Seen by: "
            @if seen_by == portal.visibility.of_object(object.name) { "everybody who sees the object" }
            @else { (badges(seen_by)) }
        }
    }
}

/// The answers that are the object, and the properties that hold it.
fn places(page: &Page<'_>, object: &Object) -> Markup {
    let portal = page.portal;
    let answers: Vec<_> = portal
        .operations
        .iter()
        .filter(|entry| entry.operation.objects().any(|it| it.name == object.name))
        .collect();
    let holders: Vec<_> = portal
        .objects
        .values()
        .flat_map(|holder| {
            holder
                .wire_properties()
                .into_iter()
                .map(move |it| (holder.name, it))
        })
        .filter(|(holder, property)| {
            property.object.is_some_and(|it| it.name == object.name)
                && portal.property(holder, property.name).is_some()
        })
        .collect();
    html! {
        ul {
            @if object.name == ErrorBody::RESOURCE.name { li { "The body of " a href=(page.to("errors.html")) { "every error" } } }
            @for entry in answers {
                li {
                    @let is_list = entry.operation.response.object.is_some_and(|it| it.name == object.name);
                    @if is_list { "The answer of " } @else { "The body of " }
                    a href=(page.to(&operation_page(entry.operation.id))) { code { (entry.operation.id) } }
                }
            }
            @for (holder, property) in holders {
                li {
                    @if property.is_list { "Each of " }
                    a href=(page.to(&format!("{}#{}", object_page(holder), property.name))) { code { (holder) "." (property.name) } }
                }
            }
        }
    }
}
