//! Who may call each operation, as its page says and as the level rules read it.

use telecomx_contract::{Claim, Grant, Levels, meant_levels};

use super::{
    assert_claim,
    facts::Access,
    matching::{Comparison, is_more, of_page, untrue},
};

#[test]
fn access_is_as_on_the_pages() {
    assert_claim(differences);
}

pub(super) fn differences(comparison: &Comparison<'_>) -> Vec<String> {
    let Comparison {
        page, operation, ..
    } = comparison;
    let published = operation.access.iter().map(|rule| Access {
        levels: rule.levels.iter().collect(),
        scope: rule.scope.map(|scope| scope.as_str().to_owned()),
    });
    let claims = of_page(operation.errata, page).map(|erratum| match erratum.claim {
        Claim::Levels(levels) => Ok(levels),
        _ => Err(untrue(erratum)),
    });
    let mut differences = Vec::new();
    let mut claimed = Vec::new();
    for claim in claims {
        match claim {
            Ok(levels) => claimed.push(levels),
            Err(difference) => differences.push(difference),
        }
    }
    differences.extend(compare(published.collect(), page.access.clone(), &claimed));
    differences
}

/// What is meant by a row of a page.
fn meant(row: &Access) -> Access {
    let levels = match row.scope {
        None => meant_levels(Grant::Call, &row.levels),
        Some(_) => Levels::of(&row.levels).iter().collect(),
    };
    Access {
        levels,
        scope: row.scope.clone(),
    }
}

/// Compares rules with the rows of a page, some of which the errata claim.
fn compare(
    mut published: Vec<Access>,
    mut listed: Vec<Access>,
    claimed: &[&[&str]],
) -> Vec<String> {
    let mut differences = Vec::new();
    for levels in claimed {
        // The published rule has the same condition, and is neither what the row says nor what it means.
        let pair = listed.iter().enumerate().find_map(|(row, listed)| {
            let is_other = |rule: &Access| {
                rule.scope == listed.scope
                    && *rule != meant(listed)
                    && (rule == listed || is_more(&rule.levels, &listed.levels))
            };
            let rule = published.iter().position(is_other)?;
            (names(&listed.levels) == *levels).then_some((row, rule))
        });
        match pair {
            Some((row, rule)) => {
                listed.remove(row);
                published.remove(rule);
            }
            None => differences.push(format!(
                "the erratum of the levels {levels:?} is not, or no longer, true, or a rule says it already"
            )),
        }
    }
    // What stands on both sides is agreed.
    let mut listed: Vec<Access> = listed.iter().map(meant).collect();
    published.retain(|rule| {
        let agreed = listed.iter().position(|row| row == rule);
        agreed.map(|index| listed.remove(index)).is_none()
    });
    if !published.is_empty() || !listed.is_empty() {
        let (published, listed) = (words(&published), words(&listed));
        differences.push(format!(
            "access is for {published}; the page says, as read by the rules, {listed}"
        ));
    }
    differences
}

fn names(levels: &[telecomx_contract::AccessLevel]) -> Vec<&'static str> {
    levels.iter().map(|level| level.as_str()).collect()
}

fn words(rules: &[Access]) -> String {
    let rules = rules.iter().map(|Access { levels, scope }| {
        let scope = scope.as_ref().map(|scope| format!(" as {scope}"));
        format!("{}{}", names(levels).join(", "), scope.unwrap_or_default())
    });
    let rules: Vec<String> = rules.collect();
    if rules.is_empty() {
        return "nobody else".to_owned();
    }
    rules.join("; ")
}

#[test]
fn rules_are_read_and_errata_say_what_they_do_not() {
    use telecomx_contract::AccessLevel::{self, *};
    let all = |levels: &[AccessLevel]| Access {
        levels: levels.to_vec(),
        scope: None,
    };
    let own = |levels: &[AccessLevel]| Access {
        levels: levels.to_vec(),
        scope: Some("OwnReseller".to_owned()),
    };
    let none: &[&[&str]] = &[];
    let admin: &[&[&str]] = &[&["ADMIN"]];
    let both = || vec![own(&[RESELLER]), all(&[RESELLER_ADMIN, ADMIN])];
    let page = || vec![all(&[ADMIN]), own(&[RESELLER])];
    assert_eq!(compare(both(), page(), none), [""; 0]);
    // An erratum that repeats a rule is refused.
    assert_eq!(
        compare(both(), page(), admin),
        [
            "the erratum of the levels [\"ADMIN\"] is not, or no longer, true, or a rule says it already"
        ]
    );
    // A rule is about what is granted without condition.
    assert_eq!(
        compare(
            vec![own(&[RESELLER_ADMIN, ADMIN])],
            vec![own(&[ADMIN])],
            none
        ),
        [
            "access is for RESELLER_ADMIN, ADMIN as OwnReseller; the page says, as read by the rules, \
          ADMIN as OwnReseller"
        ]
    );
    // What the rule demands is published, or an erratum says why not.
    assert_eq!(
        compare(vec![all(&[ADMIN])], vec![all(&[ADMIN])], none),
        ["access is for ADMIN; the page says, as read by the rules, RESELLER_ADMIN, ADMIN"]
    );
    assert_eq!(
        compare(vec![all(&[ADMIN])], vec![all(&[ADMIN])], admin),
        [""; 0]
    );
    assert_eq!(
        compare(vec![all(&[OWNER, ADMIN])], vec![all(&[ADMIN])], admin),
        [""; 0]
    );
    // It is about this page's levels, and nothing is taken from them.
    for published in [all(&[RESELLER_ADMIN]), own(&[OWNER, ADMIN])] {
        assert_eq!(
            compare(vec![published], vec![all(&[ADMIN])], admin).len(),
            2
        );
    }
    assert_eq!(
        compare(vec![all(&[OWNER, VIEWER])], vec![all(&[VIEWER])], admin).len(),
        2
    );
}
