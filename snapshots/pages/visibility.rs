//! Who sees each property, as its row says and as the level rules read it.

use telecomx_contract::{AccessLevel, Claim, Grant, meant_levels};

use super::{
    assert_claim,
    matching::{Comparison, is_more},
};

#[test]
fn visibility_is_as_on_the_pages() {
    assert_claim(differences);
}

pub(super) fn differences(comparison: &Comparison<'_>) -> Vec<String> {
    let mut differences = Vec::new();
    for (path, place) in &comparison.places {
        let published = place.schema["x-visible-to"]
            .as_array()
            .into_iter()
            .flatten();
        let published = published.map(|level| level.as_str().unwrap().to_owned());
        let published: Vec<String> = published.collect();
        let claim = place.claim(comparison.page, path, |claim| match claim {
            Claim::Levels(levels) => Some(levels),
            _ => None,
        });
        let row = place.row.map_or(&[][..], |row| &row.levels);
        let compared = claim.and_then(|claim| compare(&published, row, claim));
        if let Err(difference) = compared {
            differences.push(format!("{path} {difference}"));
        }
    }
    differences
}

/// Compares the published levels with those of a row, which an erratum may claim.
fn compare(
    published: &[String],
    row: &[AccessLevel],
    claim: Option<&[&str]>,
) -> Result<(), String> {
    let names = |levels: &[AccessLevel]| -> Vec<String> {
        levels.iter().map(ToString::to_string).collect()
    };
    let (listed, meant) = (names(row), names(&meant_levels(Grant::See, row)));
    let Some(claimed) = claim else {
        return if *published == meant {
            Ok(())
        } else {
            Err(format!(
                "is for {published:?}; the page says, as read by the rules, {meant:?}"
            ))
        };
    };
    // What is published is neither less than what the row says nor what it means.
    let is_other = *published != meant && (*published == listed || is_more(published, &listed));
    if claimed == listed && is_other {
        Ok(())
    } else {
        Err(format!(
            "is for {published:?}, the page says {listed:?}: the erratum of the levels {claimed:?} is not, or no \
             longer, true, or a rule says it already"
        ))
    }
}

#[test]
fn rules_are_read_and_errata_say_what_they_do_not() {
    use AccessLevel::*;
    fn compared(
        published: &[AccessLevel],
        row: &[AccessLevel],
        claim: Option<&[&str]>,
    ) -> Result<(), String> {
        let published: Vec<String> = published.iter().map(ToString::to_string).collect();
        compare(&published, row, claim)
    }
    const ALL: &[AccessLevel] = &[RESELLER, RESELLER_ADMIN, ADMIN];
    for row in [&[RESELLER][..], &[RESELLER, ADMIN], ALL] {
        assert_eq!(compared(ALL, row, None), Ok(()), "{row:?}");
        // An erratum that repeats a rule is refused.
        let levels: Vec<&str> = row.iter().map(|level| level.as_str()).collect();
        assert!(compared(ALL, row, Some(&levels)).is_err(), "{row:?}");
        // What the rule demands is published, or an erratum says why not.
        assert_eq!(compared(row, row, None).is_ok(), row == ALL);
        assert_eq!(compared(row, row, Some(&levels)).is_ok(), row != ALL);
    }
    assert_eq!(compared(&[ADMIN], &[ADMIN], None), Ok(()));
    assert_eq!(
        compared(&[OWNER, ADMIN], &[ADMIN], Some(&["ADMIN"])),
        Ok(())
    );
    assert_eq!(compared(&[ADMIN], &[], Some(&[])), Ok(()));
    // Nothing is taken from what the row says, and it is about this row.
    assert!(compared(&[ADMIN], &[OWNER, ADMIN], Some(&["OWNER", "ADMIN"])).is_err());
    assert!(compared(&[OWNER, ADMIN], &[ADMIN], Some(&["OWNER"])).is_err());
    assert_eq!(
        compared(ALL, &[ADMIN], None),
        Err(r#"is for ["RESELLER", "RESELLER_ADMIN", "ADMIN"]; the page says, as read by the rules, ["ADMIN"]"#.to_owned())
    );
}
