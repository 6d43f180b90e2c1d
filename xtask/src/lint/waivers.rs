//! The waivers: findings that are let stand, and why.

use std::{
    collections::BTreeMap,
    fmt, fs,
    path::Path,
    sync::atomic::{AtomicBool, Ordering},
};

use anyhow::{Context as _, bail, ensure};
use serde::Deserialize;

use super::{finding::Finding, linter::Linter};

/// The waivers, and which of them were needed.
#[derive(Debug)]
pub(crate) struct Waivers(Vec<Waiver>);

/// One rule of one linter that may be broken at some place.
#[derive(Debug)]
pub(crate) struct Waiver {
    linter: String,
    rule: String,
    /// A JSON pointer, in which `*` stands for anything.
    place: String,
    needed: AtomicBool,
}

/// The file as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    waiver: Vec<Entry>,
}

/// Rules that are waived for one reason.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    reason: String,
    /// Where; everywhere, if it does not say.
    place: Option<String>,
    /// The rules, by linter.
    rules: BTreeMap<String, Vec<String>>,
}

impl Waivers {
    /// Reads the file.
    pub(crate) fn read(path: &Path, linters: &[Linter]) -> anyhow::Result<Self> {
        let context = || format!("cannot read {}", path.display());
        let text = fs::read_to_string(path).with_context(context)?;
        let names: Vec<&str> = linters.iter().map(|linter| linter.name).collect();
        Self::parse(&text, &names).with_context(context)
    }

    pub(super) fn parse(text: &str, linters: &[&str]) -> anyhow::Result<Self> {
        let file: File = toml::from_str(text)?;
        let mut waivers = Vec::new();
        for Entry {
            reason,
            place,
            rules,
        } in file.waiver
        {
            let place = place.unwrap_or_else(|| "*".to_owned());
            for (linter, rules) in rules {
                if !linters.contains(&linter.as_str()) {
                    bail!(
                        "no linter is called `{linter}`; there are {}",
                        linters.join(", ")
                    );
                }
                for rule in rules {
                    ensure!(
                        !reason.trim().is_empty(),
                        "the waiver of {linter} {rule} gives no reason; say why the rule may be broken"
                    );
                    waivers.push(Waiver {
                        linter: linter.clone(),
                        rule,
                        place: place.clone(),
                        needed: AtomicBool::new(false),
                    });
                }
            }
        }
        Ok(Self(waivers))
    }

    /// Whether a finding is let stand. Every waiver that lets it counts as needed.
    pub(crate) fn waive(&self, linter: &str, finding: &Finding) -> bool {
        let mut waived = false;
        for waiver in &self.0 {
            if waiver.linter == linter
                && waiver.rule == finding.rule
                && matches(&waiver.place, &finding.place)
            {
                waiver.needed.store(true, Ordering::Relaxed);
                waived = true;
            }
        }
        waived
    }

    /// The waivers that let nothing stand.
    pub(crate) fn not_needed(&self) -> impl Iterator<Item = &Waiver> {
        self.0
            .iter()
            .filter(|waiver| !waiver.needed.load(Ordering::Relaxed))
    }
}

impl fmt::Display for Waiver {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            linter,
            rule,
            place,
            ..
        } = self;
        write!(f, "{linter} {rule} at {place}")
    }
}

/// Whether a place is what the pattern says.
fn matches(pattern: &str, place: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == place,
        Some((start, rest)) => place.strip_prefix(start).is_some_and(|place| {
            place
                .char_indices()
                .map(|(index, _)| index)
                .chain([place.len()])
                .any(|index| matches(rest, &place[index..]))
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::finding::Severity;

    const LINTERS: &[&str] = &["spectral", "ibm"];

    fn waivers(text: &str) -> Waivers {
        Waivers::parse(text, LINTERS).unwrap()
    }

    fn finding(rule: &str, place: &str) -> Finding {
        Finding {
            severity: Severity::Error,
            rule: rule.to_owned(),
            place: place.to_owned(),
            message: String::new(),
        }
    }

    #[test]
    fn a_waiver_names_linter_rule_and_place() {
        let waivers = waivers(
            r#"
            [[waiver]]
            reason = "The platform states none."
            place = "/components/schemas/*/properties/*"
            rules.spectral = ["limit"]
            rules.ibm = ["attributes"]
            "#,
        );
        let inside = "/components/schemas/Address/properties/zip";
        assert!(waivers.waive("spectral", &finding("limit", inside)));
        assert!(!waivers.waive("ibm", &finding("limit", inside)));
        assert!(!waivers.waive("spectral", &finding("attributes", inside)));
        assert!(!waivers.waive("spectral", &finding("limit", "/paths/~1a/get")));
        let not_needed: Vec<String> = waivers.not_needed().map(Waiver::to_string).collect();
        assert_eq!(
            not_needed,
            ["ibm attributes at /components/schemas/*/properties/*"]
        );
    }

    #[test]
    fn a_waiver_without_a_place_holds_everywhere() {
        let waivers = waivers("[[waiver]]\nreason = \"r\"\nrules.ibm = [\"a\"]\n");
        assert!(waivers.waive("ibm", &finding("a", "")));
        assert!(waivers.waive("ibm", &finding("a", "/info/contact")));
        assert_eq!(waivers.not_needed().count(), 0);
    }

    #[test]
    fn a_waiver_must_have_a_reason_and_a_linter_that_runs() {
        let error = |text| format!("{:#}", Waivers::parse(text, LINTERS).unwrap_err());
        assert!(error("[[waiver]]\nreason = ' '\nrules.ibm = ['a']\n").contains("ibm a gives no"));
        assert!(error("[[waiver]]\nrules.ibm = ['a']\n").contains("missing field `reason`"));
        assert_eq!(
            error("[[waiver]]\nreason = 'r'\nrules.imb = ['a']\n"),
            "no linter is called `imb`; there are spectral, ibm"
        );
    }

    #[test]
    fn stars_stand_for_anything() {
        assert!(matches("*", ""));
        assert!(matches("/a/*/c", "/a/b/b/c"));
        assert!(matches("/a/*/c*", "/a/b/c/c/d"));
        assert!(!matches("/a/*/c", "/a/b/c/d"));
        assert!(!matches("/a", "/a/b"));
        assert!(matches("/æ*ø", "/æåø"));
    }
}
