//! Spectral, with its own rules for OpenAPI and OWASP's.

use std::{path::Path, process::Command};

use serde::Deserialize;

use super::{
    finding::{Finding, Severity, Step, pointer},
    linter::{Installed, Linter},
};

pub(crate) const LINTER: Linter = Linter {
    name: "spectral",
    command,
    read,
};

fn command(installed: &Installed, document: &Path) -> Command {
    let mut command = installed.npm("spectral");
    command
        .args(["lint", "--quiet", "--format", "json", "--ruleset"])
        .arg(installed.config("spectral.yaml"))
        .arg(document);
    command
}

#[derive(Deserialize)]
struct Problem {
    code: String,
    path: Vec<Step>,
    message: String,
    severity: u8,
}

/// Reads a report of Spectral, or one that is made like it.
pub(super) fn read(report: &str) -> serde_json::Result<Vec<Finding>> {
    let problems: Vec<Problem> = serde_json::from_str(report)?;
    let findings = problems.into_iter().map(|problem| Finding {
        severity: match problem.severity {
            0 => Severity::Error,
            1 => Severity::Warning,
            _ => Severity::Hint,
        },
        rule: problem.code,
        place: pointer(&problem.path),
        message: problem.message,
    });
    Ok(findings.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_is_read() {
        let report = r#"[
          {
            "code": "owasp:api4:2023-string-limit",
            "path": ["paths", "/mvno/{accountId}", "get", "parameters", "0", "schema"],
            "message": "Schema of type string must specify maxLength, enum, or const.",
            "severity": 0,
            "range": { "start": { "line": 648, "character": 21 }, "end": { "line": 651, "character": 63 } },
            "source": "openapi.json"
          },
          { "code": "info-contact", "path": [], "message": "Info object must have \"contact\" object.", "severity": 1 },
          { "code": "tags", "path": ["tags", 1], "message": "Sort them.", "severity": 3 }
        ]"#;
        let found: Vec<_> = read(report)
            .unwrap()
            .into_iter()
            .map(|finding| (finding.severity, finding.rule, finding.place))
            .collect();
        let expected = [
            (
                Severity::Error,
                "owasp:api4:2023-string-limit",
                "/paths/~1mvno~1{accountId}/get/parameters/0/schema",
            ),
            (Severity::Warning, "info-contact", ""),
            (Severity::Hint, "tags", "/tags/1"),
        ];
        assert_eq!(
            found,
            expected.map(|(severity, rule, place)| (severity, rule.to_owned(), place.to_owned()))
        );
    }

    #[test]
    fn no_report_is_not_no_finding() {
        assert!(read("").is_err());
        assert!(read("No results").is_err());
    }
}
