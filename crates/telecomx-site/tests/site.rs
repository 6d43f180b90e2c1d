//! The site as a whole: what holds of every page, of every audience.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

use serde_json::Value;
use telecomx_api::API;
use telecomx_contract::{AccessLevel, ErrorBody, Object, Operation, Resource};
use telecomx_site::{Files, Previous, Site, SiteError};

/// A renderer as the real one is, as far as the site looks into it.
const RENDERER: &str = "img(\"https://cdn.redoc.ly/redoc/logo-mini.svg\")";

fn site(audience: Option<AccessLevel>, previous: Option<&Previous>) -> Site<'_> {
    Site {
        api: &API,
        audience,
        previous,
        renderer: RENDERER,
        renderer_licence: "MIT",
    }
}

/// The site for all audiences.
static WHOLE: LazyLock<Files> = LazyLock::new(|| site(None, None).files().unwrap());

/// The values of an attribute on a page.
fn attributes<'p>(page: &'p str, name: &str) -> Vec<&'p str> {
    let start = format!(" {name}=\"");
    page.split(&start)
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap())
        .collect()
}

fn pages(files: &Files) -> impl Iterator<Item = (&str, &str)> {
    files
        .iter()
        .filter(|(path, _)| path.ends_with(".html"))
        .map(|(path, text)| (path.as_str(), text.as_str()))
}

/// Where a link on a page leads: the path of a file.
fn target(from: &str, link: &str) -> String {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in link.split('/') {
        match part {
            ".." => assert!(parts.pop().is_some(), "{from}: {link} leaves the site"),
            part => parts.push(part),
        }
    }
    parts.join("/")
}

#[test]
fn every_link_leads_somewhere() {
    let files = &*WHOLE;
    let mut links = 0;
    for (path, page) in pages(files) {
        let outside = |link: &&str| !link.starts_with("https://") && !link.starts_with("data:");
        for link in attributes(page, "href").into_iter().filter(outside) {
            links += 1;
            let (file, id) = link.split_once('#').unwrap_or((link, ""));
            let file = match file {
                "" => path.to_owned(),
                file => target(path, file),
            };
            let found = files.get(&file);
            let found = found.unwrap_or_else(|| panic!("{path}: {link} leads to no file"));
            // The reference's own links are made in the browser.
            let is_there = id.is_empty()
                || file.ends_with("reference.html")
                || attributes(found, "id").contains(&id);
            assert!(is_there, "{path}: {link} leads to no place in {file}");
        }
        for script in attributes(page, "src") {
            assert!(
                files.contains_key(&target(path, script)),
                "{path}: no {script}"
            );
        }
        let root = attributes(page, "data-root")[0];
        assert!(
            files.contains_key(&target(path, &format!("{root}search-index.js"))),
            "{path}: {root}"
        );
    }
    assert!(links > 1000, "{links} links are too few to be all");
}

#[test]
fn ids_are_unique_on_a_page() {
    for (path, page) in pages(&WHOLE) {
        let ids = attributes(page, "id");
        let unique: BTreeSet<_> = ids.iter().collect();
        assert_eq!(ids.len(), unique.len(), "{path}");
    }
}

#[test]
fn nothing_is_asked_of_another_host() {
    for (path, text) in &*WHOLE {
        let loads = [
            "src=\"http",
            "src=\"//",
            "url(",
            "@import",
            "fetch(",
            "XMLHttpRequest",
            "cdn.",
        ];
        for load in loads {
            // A sample may fetch: it is text.
            let is_sample = load == "fetch(" && !path.starts_with("assets/");
            assert!(is_sample || !text.contains(load), "{path} has {load}");
        }
        let sheets = text
            .split("<link")
            .skip(1)
            .map(|link| link.split('>').next().unwrap());
        for sheet in sheets {
            assert!(!sheet.contains("http"), "{path}: {sheet}");
        }
    }
}

#[test]
fn everything_has_a_link_and_is_in_the_index() {
    let files = &*WHOLE;
    let index = files["search-index.js"].trim_start_matches("window.telecomxSearch = ");
    let index: Value = serde_json::from_str(index.trim_end().trim_end_matches(';')).unwrap();
    let found: BTreeSet<&str> = index
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| entry[3].as_str().unwrap())
        .collect();
    let has = |page: &str, id: &str| {
        assert!(
            attributes(&files[page], "id").contains(&id),
            "{page} has no {id}"
        );
        let address = format!("{page}#{id}");
        assert!(
            found.contains(address.as_str()),
            "{address} cannot be found"
        );
    };
    for operation in API.operations() {
        let page = format!("operations/{}.html", operation.id);
        assert!(found.contains(page.as_str()), "{page} cannot be found");
        for (parameter, _) in operation.parameters() {
            has(&page, parameter.name);
        }
        for error in operation.errors {
            has("errors.html", &format!("{}-{}", error.status, error.code));
        }
    }
    let roots = API.operations().flat_map(Operation::objects);
    for object in roots.chain([ErrorBody::RESOURCE]).flat_map(Object::objects) {
        let page = format!("objects/{}.html", object.name);
        // A flattened object is a part of the one that it stands in.
        if !files.contains_key(&page) {
            continue;
        }
        for property in object.wire_properties() {
            has(&page, property.name);
        }
    }
    assert!(found.len() > 300, "{} are too few to be all", found.len());
}

/// Every name with whether a level may know it, in any place.
fn names(level: AccessLevel) -> BTreeMap<&'static str, bool> {
    let mut names = BTreeMap::new();
    let mut tell = |name, known| *names.entry(name).or_insert(false) |= known;
    for operation in API.operations() {
        let may_call = operation
            .access
            .iter()
            .any(|rule| rule.levels.contains(level));
        tell(operation.id, may_call);
        for (parameter, group) in operation.parameters() {
            let may_send = group.levels.contains(level);
            tell(parameter.name, may_call && may_send);
        }
        for object in operation.objects() {
            tell(object.name, may_call);
            let mut hidden: Vec<String> = Vec::new();
            for (path, property) in object.paths() {
                let is_below = hidden.iter().any(|above| path.starts_with(above));
                let sees = property.visible_to.contains(level);
                if !sees {
                    hidden.extend([format!("{path}."), format!("{path}[].")]);
                }
                let known = may_call && sees && !is_below;
                tell(property.name, known);
                if let Some(object) = property.object {
                    tell(object.name, known);
                }
            }
        }
    }
    for property in ErrorBody::RESOURCE.properties {
        tell(property.name, true);
    }
    names
}

/// Whether a text has a name; one that is an English word too counts only in quotes, in code or in a link.
fn has_name(text: &str, name: &str) -> bool {
    let is_word = name
        .chars()
        .skip(1)
        .all(|letter| letter.is_ascii_lowercase());
    let is_letter = |letter: char| letter.is_alphanumeric() || letter == '_';
    text.match_indices(name).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + name.len()..].chars().next();
        match is_word {
            true => {
                before.is_some_and(|it| "\"`>#.;".contains(it))
                    && after.is_some_and(|it| "\"`<&".contains(it))
            }
            false => !before.is_some_and(is_letter) && !after.is_some_and(is_letter),
        }
    })
}

#[test]
fn no_audience_is_shown_what_is_hidden_from_it() {
    let files = &*WHOLE;
    let mut all_hidden = 0;
    for level in AccessLevel::ALL {
        let folder = format!("{level}/");
        let own: Vec<_> = files
            .iter()
            .filter(|(path, _)| path.starts_with(&folder))
            .collect();
        for (name, _) in names(level).into_iter().filter(|(_, known)| !known) {
            all_hidden += own.len().min(1);
            for (path, text) in &own {
                assert!(!has_name(path, name), "{path} is called after {name}");
                assert!(!has_name(text, name), "{path} shows {name}");
            }
        }
    }
    assert!(
        all_hidden > 50,
        "{all_hidden} hidden names are too few to be all"
    );
}

#[test]
fn questions_to_the_owner_are_told_to_those_who_may_know_the_whole() {
    let site = &*WHOLE;
    let is_told = |path: &str| {
        let page = &site[path];
        let told = page.contains("<h2 id=\"questions\">Questions to the owner</h2>");
        assert_eq!(page.contains("Who should see credentials?"), told, "{path}");
        assert_eq!(
            page.contains("<code>Server::existence(Existence::Hidden)</code>"),
            told,
            "{path}"
        );
        told
    };
    for page in ["access.html", "errata.html"] {
        assert!(is_told(page), "{page}");
        for level in ["VIEWER", "RESELLER", "ADMIN"] {
            assert!(!is_told(&format!("{level}/{page}")), "{page} of {level}");
        }
    }
    let pin = "<a href=\"objects/SimCard.html#pin1\"><code>mvnoSim.pin1</code></a>, ";
    assert!(site["access.html"].contains(pin));
}

#[test]
fn rules_about_levels_are_told() {
    for rule in [
        "<li>Where a page lets <code>ADMIN</code> call an operation without condition, <code>RESELLER_ADMIN</code> \
         may call it too: the level is newer than most pages.</li>",
        "<li>Where a page says that a property is for <code>RESELLER</code>, <code>RESELLER_ADMIN</code> and \
         <code>ADMIN</code> see it too: they may see what a reseller may see.</li>",
    ] {
        assert!(WHOLE["errata.html"].contains(rule), "{rule}");
    }
}

#[test]
fn a_site_for_one_audience_is_its_part_of_the_whole() {
    let whole = &*WHOLE;
    let own = site(Some(AccessLevel::VIEWER), None).files().unwrap();
    assert!(
        own.keys()
            .all(|path| !path.starts_with("ADMIN/") && !path.starts_with("VIEWER/"))
    );
    assert_eq!(own["openapi.json"], whole["VIEWER/openapi.json"]);
    assert!(!own["index.html"].contains("audience-switch"));
    assert!(!own["access.html"].contains("RESELLER_ADMIN"));
    for (path, _) in pages(&own) {
        assert!(whole.contains_key(&format!("VIEWER/{path}")), "{path}");
    }
}

#[test]
fn who_may_call_nothing_has_no_site() {
    let error = site(Some(AccessLevel::NO_LOGIN), None).files().unwrap_err();
    assert!(
        matches!(error, SiteError::NothingToShow(AccessLevel::NO_LOGIN)),
        "{error}"
    );
}

#[test]
fn changes_are_told_to_those_who_may_know() {
    let document: Value = serde_json::from_str(&WHOLE["openapi.json"]).unwrap();
    let mut before = document.clone();
    let properties = &mut before["components"]["schemas"]["Customer"]["properties"];
    properties.as_object_mut().unwrap().remove("notes").unwrap();
    properties["website"]["type"] = "integer".into();
    let previous = Previous {
        name: "v0.0.9".to_owned(),
        document: before,
    };
    let changed = site(None, Some(&previous)).files().unwrap();
    assert!(changed["changes.html"].contains("Since v0.0.9"));
    assert!(changed["changes.html"].contains("Customer.notes"));
    assert!(changed["ADMIN/changes.html"].contains("Customer.notes"));
    assert!(changed["VIEWER/changes.html"].contains("Customer.website"));
    assert!(!changed["VIEWER/changes.html"].contains("Customer.notes"));

    let same = Previous {
        document,
        ..previous
    };
    let unchanged = site(None, Some(&same)).files().unwrap();
    for level in ["", "VIEWER/", "ADMIN/"] {
        assert!(
            unchanged[&format!("{level}changes.html")].contains("Nothing has changed"),
            "{level}"
        );
    }
}

#[test]
fn the_same_contract_gives_the_same_bytes() {
    assert_eq!(site(None, None).files().unwrap(), *WHOLE);
}

/// Descriptions in a document begin with what the summary says; the reference and the pages show that as a heading.
#[test]
fn what_an_operation_does_is_said_once() {
    let reference = &WHOLE["reference-document.js"];
    assert!(reference.contains(
        "\"summary\":\"Get an MVNO account\",\"description\":\"The account is found by its id"
    ));
    let page = &WHOLE["operations/getMvnoAccount.html"];
    let (_, body) = page.split_once("<h1>Get an MVNO account</h1>").unwrap();
    assert!(!body.contains("Get an MVNO account."));
    assert!(
        WHOLE["openapi.json"].contains(
            "\"description\": \"Get an MVNO account.\\n\\nThe account is found by its id"
        )
    );
}
