//! What the linters' reports come to.

use std::{collections::BTreeMap, fmt};

use super::{
    WAIVERS,
    finding::{Finding, Severity},
    waivers::{Waiver, Waivers},
};
use crate::output;

/// What one linter has against one document.
#[derive(Debug)]
pub(crate) struct Report {
    linter: &'static str,
    document: String,
    /// The errors and warnings that nothing waives.
    open: Vec<Finding>,
    /// How many errors and warnings are waived.
    waived: usize,
    hints: Vec<Finding>,
}

impl Report {
    /// Sorts the findings by what becomes of them.
    pub(crate) fn new(
        linter: &'static str,
        document: &str,
        findings: Vec<Finding>,
        waivers: &Waivers,
    ) -> Self {
        let (hints, findings): (Vec<_>, Vec<_>) = findings
            .into_iter()
            .partition(|finding| finding.severity == Severity::Hint);
        let (waived, open): (Vec<_>, Vec<_>) = findings
            .into_iter()
            .partition(|finding| waivers.waive(linter, finding));
        Self {
            linter,
            document: document.to_owned(),
            open,
            waived: waived.len(),
            hints,
        }
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            linter, document, ..
        } = self;
        let counts = counts(self.open.len(), self.waived, self.hints.len());
        write!(f, "{document}, {linter}: {counts}")
    }
}

fn counts(open: usize, waived: usize, hints: usize) -> String {
    let mut text = match open {
        0 => "nothing to cure".to_owned(),
        _ => format!("{open} to cure"),
    };
    for (count, what) in [(waived, "waived"), (hints, "hinted")] {
        if count > 0 {
            text += &format!(", {count} {what}");
        }
    }
    text
}

/// What all the reports come to.
pub(crate) struct Verdict<'r> {
    /// What must be cured, and in which documents.
    open: BTreeMap<(&'r str, &'r Finding), Vec<&'r str>>,
    waived: usize,
    /// How often each linter gives each hint.
    hints: BTreeMap<(&'r str, &'r str), usize>,
    not_needed: Vec<&'r Waiver>,
}

impl<'r> Verdict<'r> {
    /// Brings together what is the same in several documents.
    pub(crate) fn new(reports: &'r [Report], waivers: &'r Waivers) -> Self {
        let mut verdict = Self {
            open: BTreeMap::new(),
            waived: reports.iter().map(|report| report.waived).sum(),
            hints: BTreeMap::new(),
            not_needed: waivers.not_needed().collect(),
        };
        for report in reports {
            for finding in &report.open {
                let documents = verdict.open.entry((report.linter, finding)).or_default();
                documents.push(&report.document);
            }
            for hint in &report.hints {
                *verdict
                    .hints
                    .entry((report.linter, &hint.rule))
                    .or_default() += 1;
            }
        }
        for documents in verdict.open.values_mut() {
            documents.sort_unstable();
            documents.dedup();
        }
        verdict
    }

    /// Prints what is to be cured, and what was only hinted at.
    pub(crate) fn print(&self) {
        for ((linter, rule), count) in &self.hints {
            output::line(format_args!("hint: {linter} {rule}, {count} times"));
        }
        for ((linter, finding), documents) in &self.open {
            let Finding {
                severity,
                rule,
                place,
                message,
            } = finding;
            // Some messages quote a whole schema.
            let message: String = message.chars().take(300).collect();
            output::problem(
                severity,
                format_args!(
                    "{linter} {rule}\n  at `{place}` in {}\n  {message}",
                    documents.join(", ")
                ),
            );
        }
        for waiver in &self.not_needed {
            output::problem("not needed", format_args!("the waiver of {waiver}"));
        }
    }

    /// The whole in a few words.
    pub(crate) fn summary(&self) -> String {
        counts(self.open.len(), self.waived, self.hints.values().sum())
    }

    /// Why the documents or the waivers cannot stay as they are, with the cure.
    pub(crate) fn failure(&self) -> Option<String> {
        let mut failures = Vec::new();
        if !self.open.is_empty() {
            failures.push(format!(
                "the linters have something against the documents; change the contract or the emitter, or \
                 waive it in {WAIVERS} and say why"
            ));
        }
        if !self.not_needed.is_empty() {
            failures.push(format!(
                "some waivers are no longer needed; delete them from {WAIVERS}"
            ));
        }
        (!failures.is_empty()).then(|| failures.join("\n"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn waivers() -> Waivers {
        Waivers::parse(
            "[[waiver]]\nreason = 'r'\nrules.ibm = ['known']\n",
            &["ibm"],
        )
        .unwrap()
    }

    fn report(document: &str, severity: Severity, rule: &str, waivers: &Waivers) -> Report {
        let finding = Finding {
            severity,
            rule: rule.to_owned(),
            place: "/info".to_owned(),
            message: "m".to_owned(),
        };
        Report::new("ibm", document, vec![finding], waivers)
    }

    #[test]
    fn what_is_waived_fails_nothing() {
        let waivers = waivers();
        let reports = [
            report("a", Severity::Error, "known", &waivers),
            report("b", Severity::Hint, "other", &waivers),
        ];
        let verdict = Verdict::new(&reports, &waivers);
        assert_eq!(verdict.failure(), None);
        assert_eq!(verdict.summary(), "nothing to cure, 1 waived, 1 hinted");
    }

    #[test]
    fn what_nothing_waives_fails_once_for_all_documents() {
        let waivers = waivers();
        let reports = [
            report("b", Severity::Warning, "new", &waivers),
            report("a", Severity::Warning, "new", &waivers),
            report("a", Severity::Warning, "known", &waivers),
        ];
        let verdict = Verdict::new(&reports, &waivers);
        assert_eq!(verdict.summary(), "1 to cure, 1 waived");
        assert_eq!(verdict.open.values().next().unwrap(), &["a", "b"]);
        let failure = verdict.failure().unwrap();
        assert!(failure.starts_with("the linters have"), "{failure}");
        assert!(!failure.contains("no longer needed"), "{failure}");
    }

    #[test]
    fn a_waiver_that_is_not_needed_fails() {
        let waivers = waivers();
        // A hint needs no waiver, and so is no reason to keep one.
        let reports = [report("a", Severity::Hint, "known", &waivers)];
        let failure = Verdict::new(&reports, &waivers).failure().unwrap();
        assert_eq!(
            failure,
            "some waivers are no longer needed; delete them from xtask/lint/waivers.toml"
        );
    }
}
