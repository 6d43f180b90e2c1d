//! The rules about levels: each is needed by some page, and is followed there.

use telecomx_contract::{AccessLevel, Audience, Grant, LEVEL_RULES, LevelRule};

use super::{assert_none, comparisons};

/// Whether some page names levels that this rule adds to, and the contract publishes what it adds.
fn is_needed(rule: &LevelRule) -> bool {
    let is_followed = |grant, named: &[AccessLevel], published: &[AccessLevel]| {
        let added = rule.added(grant, named);
        !added.is_empty() && added.iter().all(|level| published.contains(level))
    };
    comparisons().any(|comparison| {
        let rules = comparison.operation.access.iter();
        let granted: Vec<AccessLevel> = rules
            .filter(|rule| rule.scope.is_none())
            .flat_map(|rule| rule.levels.iter())
            .collect();
        let mut rows = comparison.page.access.iter();
        let mut places = comparison.places.values();
        rows.any(|row| row.scope.is_none() && is_followed(Grant::Call, &row.levels, &granted))
            || places.any(|place| {
                let named = place.row.map_or(&[][..], |row| &row.levels);
                let published = Audience::All.told_of(place.property.visible_to);
                let published: Vec<_> = published.unwrap_or_default().iter().collect();
                is_followed(Grant::See, named, &published)
            })
    })
}

#[test]
fn every_rule_is_needed() {
    let unneeded = LEVEL_RULES.iter().filter(|rule| !is_needed(rule));
    let unneeded = unneeded.map(|rule| {
        format!("no page needs this rule; remove it from telecomx-contract's LEVEL_RULES: {rule}")
    });
    assert_none(&unneeded.collect::<Vec<_>>());
}

#[test]
fn a_rule_that_no_page_needs_is_found() {
    for grant in [Grant::Call, Grant::See] {
        let rule = |named, also| LevelRule {
            grant,
            named,
            also,
            why: "this is a test",
        };
        // No page names the first; every page that names the second names the third.
        assert!(!is_needed(&rule(
            AccessLevel::NO_LOGIN,
            &[AccessLevel::ADMIN]
        )));
        assert!(!is_needed(&rule(
            AccessLevel::RESELLER_ADMIN,
            &[AccessLevel::ADMIN]
        )));
        // It is not followed.
        assert!(!is_needed(&rule(
            AccessLevel::ADMIN,
            &[AccessLevel::PERSONAL]
        )));
    }
}
