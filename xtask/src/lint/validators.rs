//! The two validators, which know only errors: each behind a script that prints what it found.

use std::{path::Path, process::Command};

use serde::Deserialize;

use super::{
    finding::{Finding, Severity},
    linter::{Installed, Linter},
};

pub(crate) const OPENAPI_SPEC_VALIDATOR: Linter = Linter {
    name: "openapi-spec-validator",
    command: openapi_spec_validator,
    read,
};

pub(crate) const SWAGGER_PARSER: Linter = Linter {
    name: "swagger-parser",
    command: swagger_parser,
    read,
};

fn openapi_spec_validator(installed: &Installed, document: &Path) -> Command {
    let mut command = installed.python();
    command
        .arg(installed.config("openapi-spec-validator.py"))
        .arg(document);
    command
}

fn swagger_parser(installed: &Installed, document: &Path) -> Command {
    let mut command = installed.node();
    command
        .arg(installed.config("swagger-parser.cjs"))
        .arg(document);
    command
}

/// What the scripts print.
#[derive(Deserialize)]
struct Problem {
    rule: String,
    place: String,
    message: String,
}

fn read(report: &str) -> serde_json::Result<Vec<Finding>> {
    let problems: Vec<Problem> = serde_json::from_str(report)?;
    let findings = problems.into_iter().map(|problem| Finding {
        severity: Severity::Error,
        rule: problem.rule,
        place: problem.place,
        message: problem.message,
    });
    Ok(findings.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_is_read() {
        let report = r#"[{"rule": "PointerToNowhere", "place": "", "message": "cannot resolve /components/schemas/X"}]"#;
        assert_eq!(
            read(report).unwrap(),
            [Finding {
                severity: Severity::Error,
                rule: "PointerToNowhere".to_owned(),
                place: String::new(),
                message: "cannot resolve /components/schemas/X".to_owned(),
            }]
        );
        assert_eq!(read("[]\n").unwrap(), []);
    }

    #[test]
    fn no_report_is_not_no_finding() {
        assert!(read("").is_err());
    }
}
