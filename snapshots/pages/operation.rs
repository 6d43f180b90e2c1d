//! Each page has an operation, which is called as the page says, and each operation has a page.

use telecomx_api::API;
use telecomx_contract::{CommonError, Endpoint as _, ErrorCodes as _};

use super::{assert_claim, assert_none, facts::FACTS, matching::Comparison};

#[test]
fn every_operation_has_a_page() {
    let without_page = API.operations().filter_map(|operation| {
        let page = operation.page();
        let file = page.trim_start_matches("api:").replace(':', ".");
        FACTS.page(&page).is_none().then(|| {
            let id = operation.id;
            format!("{id}: the facts of {page} are not stored; write them to snapshots/pages/{file}.toml")
        })
    });
    let differences = FACTS.malformed.iter().cloned().chain(without_page);
    assert_none(&differences.collect::<Vec<_>>());
}

#[test]
fn a_page_follows_from_the_module_unless_it_is_named() {
    use crate::expansion::shapes::{delete::RemoveThing, minimal::GetThing};
    let follows = GetThing::OPERATION.page();
    assert_eq!(follows, "api:expansion:shapes:minimal");
    assert_eq!(RemoveThing::OPERATION.page(), "api:customer:remove_thing");
}

#[test]
fn operations_are_as_on_their_pages() {
    assert_claim(differences);
}

pub(super) fn differences(comparison: &Comparison<'_>) -> Vec<String> {
    let Comparison {
        page, operation, ..
    } = comparison;
    let mut differences = Vec::new();
    let mut expect = |what: &str, published: &str, page: &str| {
        if published != page {
            differences.push(format!("{what} is {published}, the page says {page}"));
        }
    };
    let screaming: Vec<String> = operation.path.split('/').map(page_segment).collect();
    expect("path", &screaming.join("/"), &page.path);
    expect("method", operation.method.as_str(), &page.method);
    expect("revision", operation.revised, &page.revised);
    let codes = |errors: &mut dyn Iterator<Item = String>| {
        let mut codes: Vec<String> = errors.collect();
        codes.sort();
        codes.join(", ")
    };
    // What every operation can answer is declared once, whether or not its page repeats it.
    let own = codes(
        &mut operation
            .errors
            .iter()
            .map(|error| format!("{} {}", error.status, error.code)),
    );
    let listed = codes(&mut page.errors.iter().filter_map(|error| {
        let common = CommonError::from_code(error.status, &error.code).is_some();
        (!common).then(|| format!("{} {}", error.status, error.code))
    }));
    expect("the list of errors", &own, &listed);
    differences
}

/// `{customerId}` → `CUSTOMER_ID`.
fn page_segment(segment: &str) -> String {
    match segment
        .strip_prefix('{')
        .and_then(|rest| rest.strip_suffix('}'))
    {
        None => segment.to_owned(),
        Some(name) => page_variable(name),
    }
}

/// `customerId` → `CUSTOMER_ID`.
pub(super) fn page_variable(name: &str) -> String {
    let letters = name.chars().map(|letter| {
        let upper = letter.to_ascii_uppercase();
        if upper == letter {
            format!("_{upper}")
        } else {
            upper.to_string()
        }
    });
    letters.collect()
}
