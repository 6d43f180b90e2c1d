//! Every erratum is about a page that is stored, and is declared where the claims about that page find it.

use telecomx_api::API;
use telecomx_contract::{Erratum, Operation};

use super::{assert_none, facts::FACTS};

/// The errata of an operation, its parameters and its properties, each with the path of its property.
fn errata_of(operation: &Operation) -> Vec<(Option<String>, &'static Erratum)> {
    let of_operation = operation.errata.iter();
    let of_parameters = operation
        .parameters()
        .flat_map(|(parameter, _)| parameter.errata);
    let properties = operation.objects().flat_map(|object| object.paths());
    let of_properties = properties.flat_map(|(path, property)| {
        let errata = property.errata.iter();
        errata.map(move |erratum| (Some(path.clone()), erratum))
    });
    let elsewhere = of_operation
        .chain(of_parameters)
        .map(|erratum| (None, erratum));
    elsewhere.chain(of_properties).collect()
}

/// Why no claim about a page holds an erratum against it.
fn misplaced(erratum: &Erratum) -> Option<String> {
    let name = erratum.page?;
    let Some(page) = FACTS.page(name) else {
        return Some(format!(
            "an erratum names the page {name}, which is not stored"
        ));
    };
    if let Some(at) = erratum.at
        && !page.rows.iter().any(|row| row.path == at)
    {
        return Some(format!(
            "{name}: an erratum names the row {at}, which there is not"
        ));
    }
    let mut followers = API
        .operations()
        .filter(|operation| operation.page() == name);
    let is_tested = followers.any(|operation| {
        errata_of(operation).iter().any(|(path, other)| {
            *other == erratum && (erratum.at.is_none() || erratum.at == path.as_deref())
        })
    });
    (!is_tested).then(|| {
        let claim = erratum.claim;
        format!("{name}: the erratum {claim:?} stands on nothing of the operation that follows it")
    })
}

#[test]
fn every_erratum_names_a_page_and_place_that_exist() {
    let errata = API.operations().flat_map(errata_of);
    let mut misplaced: Vec<String> = errata.filter_map(|(_, it)| misplaced(it)).collect();
    misplaced.dedup();
    assert_none(&misplaced);
}

#[test]
fn misplaced_errata_are_found() {
    let declared = API.operations().flat_map(errata_of);
    let mut declared = declared.map(|(_, erratum)| *erratum);
    let erratum = declared.find(|erratum| erratum.page.is_some()).unwrap();
    assert_eq!(misplaced(&erratum), None);
    let page = erratum.page.unwrap();
    let other = FACTS.pages.iter().find(|other| other.name != page).unwrap();
    let found = |erratum: Erratum| misplaced(&erratum).unwrap();
    assert_eq!(
        found(Erratum {
            page: Some("api:nowhere"),
            ..erratum
        }),
        "an erratum names the page api:nowhere, which is not stored"
    );
    assert_eq!(
        found(Erratum {
            at: Some("no.row"),
            ..erratum
        }),
        format!("{page}: an erratum names the row no.row, which there is not")
    );
    let elsewhere = found(Erratum {
        page: Some(&other.name),
        at: None,
        ..erratum
    });
    assert!(elsewhere.starts_with(&other.name), "{elsewhere}");
    assert!(
        elsewhere.ends_with("stands on nothing of the operation that follows it"),
        "{elsewhere}"
    );
}
