//! IBM's validator, with all of its rules.

use std::{path::Path, process::Command};

use serde::Deserialize;

use super::{
    finding::{Finding, Severity, Step, pointer},
    linter::{Installed, Linter},
};

pub(crate) const LINTER: Linter = Linter {
    name: "ibm",
    command,
    read,
};

fn command(installed: &Installed, document: &Path) -> Command {
    let mut command = installed.npm("lint-openapi");
    command.arg("--json").arg(document);
    command
}

#[derive(Deserialize)]
struct Output {
    error: Group,
    warning: Group,
    info: Group,
    hint: Group,
}

#[derive(Deserialize)]
struct Group {
    results: Vec<Problem>,
}

#[derive(Deserialize)]
struct Problem {
    rule: String,
    path: Vec<Step>,
    message: String,
}

fn read(report: &str) -> serde_json::Result<Vec<Finding>> {
    let Output {
        error,
        warning,
        info,
        hint,
    } = serde_json::from_str(report)?;
    let groups = [
        (Severity::Error, error),
        (Severity::Warning, warning),
        (Severity::Hint, info),
        (Severity::Hint, hint),
    ];
    let findings = groups.into_iter().flat_map(|(severity, group)| {
        group.results.into_iter().map(move |problem| Finding {
            severity,
            rule: problem.rule,
            place: pointer(&problem.path),
            message: problem.message,
        })
    });
    Ok(findings.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_is_read() {
        let report = r#"{
          "error": {
            "results": [{
              "message": "Property names must be snake case: _id",
              "path": ["components", "schemas", "Address", "properties"],
              "rule": "ibm-property-casing-convention",
              "line": 917
            }],
            "summary": { "total": 1, "entries": [] }
          },
          "warning": {
            "results": [{
              "message": "Major version segment not present in either server URLs or paths",
              "path": [],
              "rule": "ibm-major-version-in-path",
              "line": 1
            }]
          },
          "info": { "results": [] },
          "hint": { "results": [{ "message": "m", "path": ["info"], "rule": "r" }] },
          "hasResults": true
        }"#;
        let found: Vec<_> = read(report)
            .unwrap()
            .into_iter()
            .map(|finding| (finding.severity, finding.rule, finding.place))
            .collect();
        let expected = [
            (
                Severity::Error,
                "ibm-property-casing-convention",
                "/components/schemas/Address/properties",
            ),
            (Severity::Warning, "ibm-major-version-in-path", ""),
            (Severity::Hint, "r", "/info"),
        ];
        assert_eq!(
            found,
            expected.map(|(severity, rule, place)| (severity, rule.to_owned(), place.to_owned()))
        );
    }

    #[test]
    fn no_report_is_not_no_finding() {
        assert!(read("[Error] Invalid input file").is_err());
        assert!(read("{}").is_err());
    }
}
