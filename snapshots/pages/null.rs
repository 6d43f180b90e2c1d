//! A property is null where some page says or shows so, and only there.

use std::{collections::BTreeMap, sync::LazyLock};

use serde_json::Value;

use super::{
    assert_claim, comparisons,
    matching::{Comparison, Place},
};
use crate::published::values_at;

/// The object that declares a property, and the property's name.
type Declared = (&'static str, &'static str);

/// Every property that some page says or shows null for, with that page: a shared object is null wherever it stands.
static NULLS: LazyLock<BTreeMap<Declared, &'static str>> = LazyLock::new(|| {
    let nulls = comparisons().flat_map(|comparison| {
        let nulls = nulls(comparison).into_iter();
        nulls.map(|declared| (declared, comparison.page.name.as_str()))
    });
    nulls.collect()
});

/// The properties that a page says or shows null for.
fn nulls(comparison: &Comparison<'_>) -> Vec<Declared> {
    let places = comparison.places.iter().filter(|(path, place)| {
        let shown = || values_at(&comparison.page.example, path);
        place.row.is_some_and(|row| row.null) || shown().into_iter().any(Value::is_null)
    });
    places.map(|(_, place)| declared(place)).collect()
}

fn declared(place: &Place<'_>) -> Declared {
    (place.owner.name, place.property.name)
}

#[test]
fn null_is_published_where_a_page_says_or_shows_it() {
    assert_claim(differences);
}

pub(super) fn differences(comparison: &Comparison<'_>) -> Vec<String> {
    let here = nulls(comparison);
    let mut differences = Vec::new();
    for (path, place) in &comparison.places {
        let declared = declared(place);
        let elsewhere = NULLS
            .get(&declared)
            .filter(|page| **page != comparison.page.name);
        let said = here
            .contains(&declared)
            .then_some(comparison.page.name.as_str());
        match said.or(elsewhere.copied()) {
            Some(page) if !place.property.nullable => differences.push(format!(
                "{path} is null on {page}, and cannot be null; add `#[nullable]`"
            )),
            None if place.property.nullable => differences.push(format!(
                "{path} can be null, and no page says or shows so; remove `#[nullable]`"
            )),
            _ => {}
        }
    }
    differences
}
