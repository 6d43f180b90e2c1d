//! What every page has around it: the way to the other pages, the search, the switch between audiences.
//!
//! Ids of the page's own parts have a hyphen, which no property has: so they are never in the way of a property's link.

use maud::{DOCTYPE, Markup, html};
use telecomx_contract::{Audience, Levels, Object, Operation};

use crate::{
    markdown,
    portal::{Portal, object_page},
    schema,
};

/// The pages that every portal has, as the navigation lists them.
const PAGES: [(&str, &str); 9] = [
    ("start.html", "Getting started"),
    ("operations.html", "Operations"),
    ("objects.html", "Objects"),
    ("access.html", "Access"),
    ("errors.html", "Errors"),
    ("errata.html", "Errata"),
    ("changes.html", "Changes"),
    ("downloads.html", "Downloads"),
    ("reference.html", "Reference"),
];

/// The navigation's pages, for the search.
pub(crate) fn pages() -> impl Iterator<Item = (&'static str, &'static str)> {
    PAGES.into_iter()
}

/// A page of a portal.
pub(crate) struct Page<'p> {
    pub(crate) portal: &'p Portal,
    /// Its path in the folder of the portal.
    pub(crate) path: String,
    pub(crate) title: String,
    /// The page of the navigation that it belongs to; itself, or the list that it is on.
    pub(crate) belongs_to: &'static str,
}

impl Page<'_> {
    /// The way from this page to a file of the portal.
    pub(crate) fn to(&self, path: &str) -> String {
        let depth = self.path.matches('/').count();
        format!("{}{path}", "../".repeat(depth))
    }

    /// The way from this page to a file of the site.
    pub(crate) fn to_site(&self, path: &str) -> String {
        let depth = self.path.matches('/').count() + self.portal.folder().matches('/').count();
        format!("{}{path}", "../".repeat(depth))
    }

    /// A text in Markdown, with links for what has a page.
    pub(crate) fn text(&self, text: &str) -> Markup {
        markdown::blocks(text, |name| self.link(name))
    }

    /// A text of one paragraph in Markdown, with links for what has a page.
    pub(crate) fn phrase(&self, text: &str) -> Markup {
        markdown::inline(text, |name| self.link(name))
    }

    fn link(&self, name: &str) -> Option<String> {
        let page = self.portal.page_of(name)?;
        (page != self.path).then(|| self.to(&page))
    }

    /// A property by its path in an operation's answer or body, with its link.
    pub(crate) fn property(&self, operation: &Operation, path: &str) -> Markup {
        let place = operation.objects().find_map(|object| holder(object, path));
        let shown = html! { code { (path) } };
        match place {
            Some((holder, name)) => {
                let address = format!("{}#{name}", object_page(holder.name));
                html! { a href=(self.to(&address)) { (shown) } }
            }
            None => shown,
        }
    }

    /// The type of a value, with a link for an object.
    pub(crate) fn type_of(&self, schema: &serde_json::Value) -> Markup {
        schema::type_of(schema, &|name| self.to(&object_page(name)))
    }

    /// The page as a whole.
    pub(crate) fn html(&self, body: &Markup) -> String {
        self.frame(body, "pages.css", &[])
    }

    /// The reference as a whole, with scripts and a look of its own.
    pub(crate) fn reference(&self, body: &Markup, scripts: &[String]) -> String {
        self.frame(body, "reference.css", scripts)
    }

    fn frame(&self, body: &Markup, look: &str, scripts: &[String]) -> String {
        let Portal { api, part, .. } = self.portal;
        let page = html! {
            (DOCTYPE)
            html lang="en" {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="color-scheme" content="light dark";
                    title { (self.title) " · " (api.title) @if let Audience::Level(level) = part.audience { " for " (level) } }
                    // Without one, browsers ask the server for it.
                    link rel="icon" href="data:,";
                    @for look in ["site.css", look] { link rel="stylesheet" href=(self.to_site(&format!("assets/{look}"))); }
                    script defer src=(self.to_site("assets/site.js")) {}
                    @for script in scripts { script defer src=(script) {} }
                }
                body data-root=(self.to("")) {
                    a.skip href="#page-main" { "Skip to the content" }
                    header {
                        div.bar {
                            a.home href=(self.to("index.html")) { (api.title) }
                            (self.search())
                            (self.switch())
                        }
                        nav aria-label="Pages" {
                            @for (path, title) in PAGES {
                                a href=(self.to(path)) aria-current=[(path == self.belongs_to).then_some("page")] { (title) }
                            }
                        }
                    }
                    main #page-main tabindex="-1" { (body) }
                    footer {
                        (api.title) " " (api.version) ", generated from its contract. "
                        "Ask " a href=(api.contact.url) { (api.contact.name) } ". "
                        "Licence: " a href=(api.license.url) { (api.license.name) } "."
                    }
                }
            }
        };
        page.into_string()
    }

    /// The search, which needs scripts and is shown by them.
    fn search(&self) -> Markup {
        html! {
            search #site-search hidden data-index=(self.to("search-index.js")) {
                input #search-field type="search" role="combobox" aria-label="Search" placeholder="Search: press /"
                    autocomplete="off" aria-expanded="false" aria-controls="search-results" aria-autocomplete="list";
                ul #search-results role="listbox" aria-label="Results" hidden {}
                p #search-count .unseen role="status" {}
            }
        }
    }

    /// The same page for the other audiences; their first page where they have none such.
    fn switch(&self) -> Markup {
        let portal = self.portal;
        if portal.switch.len() < 2 {
            return html! {
                @if let Audience::Level(level) = portal.audience() { span.audience { "For " (level) } }
            };
        }
        let is_everywhere = self.belongs_to == self.path || self.path == "index.html";
        html! {
            details #audience-switch .audience {
                summary { "Audience: " strong { (portal.part.name()) } }
                ul {
                    @for places in &portal.switch {
                        @let path = match is_everywhere || places.pages.contains(&self.path) {
                            true => self.path.as_str(),
                            false => self.belongs_to,
                        };
                        @let is_this = places.part == portal.part;
                        li {
                            a href=(self.to_site(&format!("{}{path}", places.part.folder())))
                                aria-current=[is_this.then_some("true")] { (places.part.name()) }
                        }
                    }
                }
            }
        }
    }
}

/// The object below another that has the property at the end of a path, and the property's name.
fn holder<'p>(object: &'static Object, path: &'p str) -> Option<(&'static Object, &'p str)> {
    let (name, rest) = match path.split_once('.') {
        Some((name, rest)) => (name.trim_end_matches("[]"), Some(rest)),
        None => (path, None),
    };
    let properties = object.wire_properties();
    let property = properties
        .into_iter()
        .find(|property| property.name == name)?;
    match rest {
        Some(rest) => holder(property.object?, rest),
        None => Some((object, name)),
    }
}

/// Levels as a list of badges.
pub(crate) fn badges(levels: Levels) -> Markup {
    html! {
        @for (index, level) in levels.iter().enumerate() {
            @if index > 0 { " " }
            span.level { (level) }
        }
        @if levels.is_empty() { "nobody" }
    }
}

/// A table that scrolls by itself where it is wider than the screen.
pub(crate) fn wide(label: &str, table: &Markup) -> Markup {
    html! { div.wide role="region" tabindex="0" aria-label=(label) { (table) } }
}

/// A piece of code or data, which can be reached by keyboard where it is wider than the screen.
pub(crate) fn code(label: &str, text: &str) -> Markup {
    html! { pre tabindex="0" role="region" aria-label=(label) { code { (text) } } }
}
