//! What is on its way out is marked on its pages, with what to use instead.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use schemars::JsonSchema;
use serde::Deserialize;
use telecomx_contract::{Api, Contact, Endpoint, Example, Examples, License, Resource, section};
use telecomx_site::Site;

/// Find a phone.
#[derive(Debug, Endpoint)]
#[endpoint(GET "/phones", response = Phone, revised = "2026-01-31")]
#[access(ADMIN)]
#[deprecated(since = "1.2.0", note = "use `findHandset` instead")]
struct FindPhone {
    /// Whether it must be on.
    #[deprecated(note = "every phone is on")]
    #[assumption("A phone that sleeps is on.")]
    on: Option<bool>,
}

#[allow(deprecated)]
impl Examples for FindPhone {
    fn examples() -> Vec<Example<Self>> {
        Example::only(Self { on: None })
    }
}

/// A phone.
#[derive(Debug, Deserialize, JsonSchema, Resource)]
#[serde(rename_all = "camelCase")]
struct Phone {
    /// What it is called.
    #[deprecated(note = "use `title` instead")]
    name: Option<String>,
    /// What stands on it.
    title: Option<String>,
}

impl Examples for Phone {
    fn examples() -> Vec<Example<Self>> {
        vec![Example {
            name: "phone",
            summary: "A phone",
            #[allow(deprecated, reason = "an example shows every property")]
            value: Self {
                name: Some("kitchen".to_owned()),
                title: Some("Kitchen".to_owned()),
            },
        }]
    }
}

section! { "Phones", "Phones.", [FindPhone] }

const API: Api = Api {
    title: "Phones",
    description: "Phones.",
    version: "1.2.0",
    server: ("https://api.example", "Nowhere"),
    contact: Contact {
        name: "Nobody",
        url: "https://api.example",
    },
    license: License {
        name: "MIT",
        url: "https://api.example",
    },
    sections: &[&SECTION],
};

#[test]
fn what_is_on_its_way_out_is_marked() {
    let site = Site {
        api: &API,
        audience: None,
        previous: None,
        renderer: "img(\"https://cdn.redoc.ly/redoc/logo-mini.svg\")",
        renderer_licence: "MIT",
    };
    let files = site.files().unwrap();
    for (path, text) in [
        ("operations.html", "<span class=\"note\">deprecated</span>"),
        (
            "operations/findPhone.html",
            "<p>Deprecated since 1.2.0: use <code>findHandset</code> instead</p>",
        ),
        (
            "operations/findPhone.html",
            "in the query, deprecated</span>",
        ),
        (
            "operations/findPhone.html",
            "<p>Deprecated: every phone is on</p>",
        ),
        (
            "objects/Phone.html",
            "<span class=\"note\">deprecated</span>",
        ),
        (
            "objects/Phone.html",
            "Deprecated: use <code>title</code> instead",
        ),
        (
            "errata.html",
            "<a href=\"operations/findPhone.html#on\"><code>on</code></a> of ",
        ),
        ("errata.html", "A phone that sleeps is on."),
    ] {
        let page = &files[path];
        assert!(page.contains(text), "{path} lacks {text}:\n{page}");
    }
    assert_eq!(
        files["objects/Phone.html"].matches(">deprecated<").count(),
        1
    );
}
