//! The known values of each property are those that its row lists.

use serde_json::{Value, json};
use telecomx_contract::Claim;

use super::{
    assert_claim,
    matching::{Comparison, is_more},
};

#[test]
fn values_are_as_on_the_pages() {
    assert_claim(differences);
}

pub(super) fn differences(comparison: &Comparison<'_>) -> Vec<String> {
    let mut differences = Vec::new();
    for (path, place) in &comparison.places {
        let listed = place.row.map_or(&[][..], |row| &row.values);
        let published = known_values(place.schema);
        let claim = place.claim(comparison.page, path, |claim| match claim {
            Claim::Values(values) => Some(values),
            _ => None,
        });
        let agreed = match claim {
            // What the page lists is published too.
            Ok(Some(claimed)) => {
                let claimed: Vec<Value> = claimed.iter().map(|value| json!(value)).collect();
                claimed == listed && is_more(&published, listed)
            }
            Ok(None) => published == listed,
            Err(difference) => {
                differences.push(difference);
                continue;
            }
        };
        if !agreed {
            let errata = claim.ok().flatten();
            let errata = errata.map(|values| format!(", and an erratum claims {values:?}"));
            differences.push(format!(
                "{path} has the values {published:?}, the page lists {listed:?}{}",
                errata.unwrap_or_default()
            ));
        }
    }
    differences
}

pub(super) fn known_values(schema: &Value) -> Vec<Value> {
    let values = schema
        .get("items")
        .unwrap_or(schema)
        .get("x-extensible-enum");
    let values = values.and_then(Value::as_array);
    values.cloned().unwrap_or_default()
}
