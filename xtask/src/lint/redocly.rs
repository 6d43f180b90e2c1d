//! Redocly, with its recommended rules.

use std::{path::Path, process::Command};

use serde::Deserialize;

use super::{
    finding::{Finding, Severity},
    linter::{Installed, Linter},
};

pub(crate) const LINTER: Linter = Linter {
    name: "redocly",
    command,
    read,
};

fn command(installed: &Installed, document: &Path) -> Command {
    let mut command = installed.npm("redocly");
    command
        .args(["lint", "--extends", "recommended", "--format", "json"])
        // As many as there are: by default the rest is left out.
        .args(["--max-problems", "100000"])
        .arg(document)
        .env("REDOCLY_TELEMETRY", "off")
        .env("REDOCLY_SUPPRESS_UPDATE_NOTICE", "true");
    command
}

#[derive(Deserialize)]
struct Output {
    problems: Vec<Problem>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Problem {
    rule_id: String,
    severity: String,
    message: String,
    location: Vec<Location>,
}

#[derive(Deserialize)]
struct Location {
    pointer: Option<String>,
}

fn read(report: &str) -> serde_json::Result<Vec<Finding>> {
    let output: Output = serde_json::from_str(report)?;
    let findings = output.problems.into_iter().map(|problem| Finding {
        severity: match problem.severity.as_str() {
            "error" => Severity::Error,
            _ => Severity::Warning,
        },
        rule: problem.rule_id,
        place: problem
            .location
            .into_iter()
            .find_map(|location| location.pointer)
            .unwrap_or_default()
            .trim_start_matches('#')
            .trim_end_matches('/')
            .to_owned(),
        message: problem.message,
    });
    Ok(findings.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_is_read() {
        let report = r##"{
          "totals": { "errors": 1, "warnings": 1, "ignored": 0 },
          "problems": [
            {
              "ruleId": "operation-operationId",
              "severity": "warn",
              "message": "Operation object should contain `operationId` field.",
              "location": [{
                "source": { "ref": "openapi.json" },
                "pointer": "#/paths/~1mvno~1{accountId}/get/operationId",
                "reportOnKey": true
              }],
              "suggest": []
            },
            {
              "ruleId": "struct",
              "severity": "error",
              "message": "The field `info` must be present on this level.",
              "location": [{ "pointer": "#/", "reportOnKey": true }]
            }
          ]
        }"##;
        assert_eq!(
            read(report).unwrap(),
            [
                Finding {
                    severity: Severity::Warning,
                    rule: "operation-operationId".to_owned(),
                    place: "/paths/~1mvno~1{accountId}/get/operationId".to_owned(),
                    message: "Operation object should contain `operationId` field.".to_owned(),
                },
                Finding {
                    severity: Severity::Error,
                    rule: "struct".to_owned(),
                    place: String::new(),
                    message: "The field `info` must be present on this level.".to_owned(),
                },
            ]
        );
    }

    #[test]
    fn no_report_is_not_no_finding() {
        assert!(read("").is_err());
        assert!(read("{}").is_err());
    }
}
