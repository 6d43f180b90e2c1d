//! The parameters of each operation: their names, places, types and levels, in the order of the page.

use telecomx_contract::{Audience, Claim, Erratum, Levels, Operation, ParameterLocation};

use super::{
    assert_claim,
    facts::Page,
    matching::{Comparison, of_page, untrue},
    operation::page_variable,
};
use crate::published::DOCUMENT;

#[test]
fn parameters_are_as_on_the_pages() {
    assert_claim(differences);
}

pub(super) fn differences(comparison: &Comparison<'_>) -> Vec<String> {
    let Comparison {
        page, operation, ..
    } = comparison;
    let mut differences = Vec::new();
    let mut published = Vec::new();
    for (parameter, group) in operation.parameters() {
        let location = parameter.location;
        let name = match location {
            ParameterLocation::Path => page_variable(parameter.name),
            ParameterLocation::Query => parameter.name.to_owned(),
        };
        let levels = Audience::All.told_of(group.levels);
        let as_published = (name, names(levels.unwrap_or_default()));
        match as_the_page_says(as_published, parameter.errata, page) {
            Ok((name, levels)) => {
                let r#type = parameter_type(operation, parameter.name);
                published.push(format!("{name} in {location}: {type} for {levels:?}"));
            }
            Err(difference) => differences.push(format!("{}: {difference}", parameter.name)),
        }
    }
    let listed = page.parameters.iter().map(|parameter| {
        let levels = names(Levels::of(&parameter.levels));
        let (name, location, r#type) = (&parameter.name, &parameter.r#in, &parameter.r#type);
        format!("{name} in {location}: {type} for {levels:?}")
    });
    let listed: Vec<String> = listed.collect();
    if published != listed {
        differences.push(format!(
            "parameters are {published:?}, the page says {listed:?}"
        ));
    }
    differences
}

fn names(levels: Levels) -> Vec<&'static str> {
    levels.iter().map(|level| level.as_str()).collect()
}

/// A parameter's name and levels on its page, which differ from the published ones by its errata.
fn as_the_page_says(
    (mut name, mut levels): (String, Vec<&'static str>),
    errata: &'static [Erratum],
    page: &Page,
) -> Result<(String, Vec<&'static str>), String> {
    for erratum in of_page(errata, page) {
        let is_true = match erratum.claim {
            Claim::Row { row, after } => {
                let names: Vec<_> = page.parameters.iter().map(|it| it.name.as_str()).collect();
                let is_other = row != name;
                row.clone_into(&mut name);
                is_other && names.windows(2).any(|pair| pair == [after, row])
            }
            Claim::Levels(claimed) => {
                let is_other = levels != claimed;
                levels = claimed.to_vec();
                is_other
            }
            // The facts of a page hold no values, and no example, of a parameter.
            Claim::Silent | Claim::Values(_) | Claim::Example(_) | Claim::ExampleName(_) => false,
        };
        if !is_true {
            return Err(untrue(erratum));
        }
    }
    Ok((name, levels))
}

#[test]
fn errata_of_parameters_are_tested() {
    const fn says(claim: Claim) -> Erratum {
        Erratum {
            page: Some("api:customer:resellers"),
            at: None,
            claim,
            why: "For this test.",
        }
    }
    const ROW: &[Erratum] = &[says(Claim::Row {
        row: "flexcare",
        after: "iptvprivate",
    })];
    const ELSEWHERE: &[Erratum] = &[says(Claim::Row {
        row: "flexcare",
        after: "iptv",
    })];
    const LEVELS: &[Erratum] = &[says(Claim::Levels(&["ADMIN"]))];
    const EXAMPLE: &[Erratum] = &[says(Claim::Example("x"))];
    let page = super::FACTS.page("api:customer:resellers").unwrap();
    let page_says =
        |name: &str, errata| as_the_page_says((name.to_owned(), vec!["RESELLER"]), errata, page);
    let flexcare = |levels| Ok(("flexcare".to_owned(), levels));
    assert_eq!(page_says("care", ROW), flexcare(vec!["RESELLER"]));
    assert_eq!(page_says("flexcare", LEVELS), flexcare(vec!["ADMIN"]));
    for (name, errata) in [("flexcare", ROW), ("care", ELSEWHERE), ("care", EXAMPLE)] {
        let difference = page_says(name, errata).unwrap_err();
        assert!(
            difference.ends_with("is not, or no longer, true"),
            "{difference}"
        );
    }
}

/// A parameter's type in the pages' words.
fn parameter_type(operation: &Operation, name: &str) -> &'static str {
    let method = operation.method.as_str().to_lowercase();
    let parameters = &DOCUMENT["paths"][operation.path][method]["parameters"];
    let mut parameters = parameters.as_array().into_iter().flatten();
    let Some(parameter) = parameters.find(|parameter| parameter["name"] == name) else {
        return "nothing that is published";
    };
    let schema = &parameter["schema"];
    match (schema["type"].as_str(), schema["pattern"].as_str()) {
        (Some("boolean"), None) => "Boolean",
        (Some("string"), Some(ID)) => "Id",
        (Some("string"), Some(r"^([0-9a-fA-F]{24}|\+[1-9][0-9]{1,14})$")) => "Id | E.164",
        _ => "another type",
    }
}

const ID: &str = "^[0-9a-fA-F]{24}$";
