//! The contract against the pages it was written from, in both directions: no row is missing, nothing is
//! published that no row accounts for, and every contradiction is on the errata list and still true.
//!
//! A page is two files in `pages/`: its facts, and its example, repaired in syntax only. A further page
//! needs no change here. Each claim about the pages is a file of its own beside them.

mod access;
mod errata;
mod examples;
mod facts;
mod matching;
mod mutations;
mod null;
mod operation;
mod parameters;
mod rows;
mod rules;
mod types;
mod values;
mod visibility;

use std::sync::LazyLock;

use self::{facts::FACTS, matching::Comparison};

/// Every page beside its operation.
static COMPARISONS: LazyLock<Vec<Result<Comparison<'static>, String>>> =
    LazyLock::new(|| FACTS.pages.iter().map(Comparison::of).collect());

/// The pages that have an operation to be compared with.
fn comparisons() -> impl Iterator<Item = &'static Comparison<'static>> {
    COMPARISONS
        .iter()
        .filter_map(|comparison| comparison.as_ref().ok())
}

/// Holds a claim against every page, and fails with all differences at once. What keeps a page from being compared
/// is one of them: the claim has not been shown to hold there.
fn assert_claim(claim: fn(&Comparison<'_>) -> Vec<String>) {
    let mut differences = FACTS.malformed.clone();
    for comparison in COMPARISONS.iter() {
        match comparison {
            Ok(comparison) => differences.extend(
                claim(comparison)
                    .iter()
                    .map(|text| format!("{}: {text}", comparison.page.name)),
            ),
            Err(difference) => differences.push(difference.clone()),
        }
    }
    assert_none(&differences);
}

fn assert_none(differences: &[String]) {
    assert!(differences.is_empty(), "\n{}\n", differences.join("\n"));
}
