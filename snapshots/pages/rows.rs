//! Every property has a row, and every row a property.

use super::{
    assert_claim,
    matching::{Comparison, Place},
};
use crate::published::is_below;

#[test]
fn every_property_has_a_row_and_every_row_a_property() {
    assert_claim(differences);
}

pub(super) fn differences(comparison: &Comparison<'_>) -> Vec<String> {
    let mut differences = comparison.unmatched.clone();
    let places = &comparison.places;
    for (path, _) in places.iter().filter(|(_, place)| place.row.is_none()) {
        // A parent may be known from its children alone.
        let has_row =
            |(below, place): (&String, &Place<'_>)| is_below(below, path) && place.row.is_some();
        if !places.iter().any(has_row) {
            differences.push(format!("{path} is published, and no row accounts for it"));
        }
    }
    differences
}
