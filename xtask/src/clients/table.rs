//! The table of clients in README.md: a row for each, as the last run found it.

use std::{fs, path::Path};

use anyhow::{Context as _, bail};

use crate::{files, output};

const BEGIN: &str = "<!-- cargo xtask clients --write -->\n";
const END: &str = "<!-- end of cargo xtask clients -->\n";
const HEADING: &str = "\
| Language | Client | Compiles | All four operations | Errors told apart | Survives the future | Configuration and limits |
|---|---|---|---|---|---|---|
";

/// What a run found out about one client.
pub(crate) struct Row {
    /// The path of its folder below `xtask/clients`, by which the table knows it.
    pub(crate) name: String,
    pub(crate) language: String,
    /// The generator, or what it is made of, with versions.
    pub(crate) packages: String,
    pub(crate) compiles: String,
    pub(crate) operations: String,
    pub(crate) errors: String,
    pub(crate) future: String,
    pub(crate) remarks: String,
}

impl Row {
    /// The row as it stands in the table, with its line end.
    fn line(&self) -> String {
        let Self {
            name,
            language,
            packages,
            compiles,
            operations,
            errors,
            future,
            remarks,
        } = self;
        format!(
            "| {language} | [{packages}]({}) | {compiles} | {operations} | {errors} | {future} | {remarks} |\n",
            link(name)
        )
    }
}

/// Where a client's row links to: the folder that makes and tries it.
fn link(name: &str) -> String {
    format!("xtask/clients/{name}")
}

/// Writes these rows into the README, where each replaces the one of its name.
///
/// `known` are the names of all clients: a row of a client that is gone is dropped.
pub(crate) fn write(readme: &Path, rows: &[Row], known: &[&str]) -> anyhow::Result<()> {
    let (text, updated) = update(readme, rows, known)?;
    if text == updated {
        output::line("the table in README.md is up to date");
        return Ok(());
    }
    files::replace(readme, &updated)?;
    output::line("wrote the table in README.md");
    Ok(())
}

/// Fails if the README says something else of these clients.
pub(crate) fn check(readme: &Path, rows: &[Row], known: &[&str]) -> anyhow::Result<()> {
    let (text, updated) = update(readme, rows, known)?;
    if text == updated {
        return Ok(());
    }
    output::diff("README.md", &text, &updated);
    bail!("README.md says something else; if this is right, run `cargo xtask clients --write`");
}

/// The README as it is, and as it would be with these rows.
fn update(readme: &Path, rows: &[Row], known: &[&str]) -> anyhow::Result<(String, String)> {
    let text =
        fs::read_to_string(readme).with_context(|| format!("cannot read {}", readme.display()))?;
    let place = || format!("{} has no line `{}`", readme.display(), BEGIN.trim());
    let (before, rest) = text.split_once(BEGIN).with_context(place)?;
    let (table, after) = rest
        .split_once(END)
        .with_context(|| format!("{} has no line `{}`", readme.display(), END.trim()))?;
    let lines = known.iter().filter_map(|name| {
        let row = rows.iter().find(|row| row.name == *name).map(Row::line);
        row.or_else(|| {
            let place = format!("]({}) |", link(name));
            let line = table.lines().find(|line| line.contains(&place))?;
            Some(format!("{line}\n"))
        })
    });
    let table: String = lines.collect();
    let updated = format!("{before}{BEGIN}\n{HEADING}{table}\n{END}{after}");
    Ok((text, updated))
}

#[cfg(test)]
mod tests {
    use super::*;

    const README: &str = "Before\n\n<!-- cargo xtask clients --write -->\nold\n\
        | Go | [b 1](xtask/clients/go/b) | yes |\n\
        | Gone | [c 1](xtask/clients/gone/c) | yes |\n\
        <!-- end of cargo xtask clients -->\nAfter\n";

    fn row(name: &str) -> Row {
        Row {
            name: name.to_owned(),
            language: "A".to_owned(),
            packages: "a 2".to_owned(),
            compiles: "yes".to_owned(),
            operations: "yes".to_owned(),
            errors: "no".to_owned(),
            future: "yes".to_owned(),
            remarks: String::new(),
        }
    }

    #[test]
    fn a_run_replaces_its_own_rows_and_keeps_the_others() {
        let folder = tempfile::tempdir().unwrap();
        let readme = folder.path().join("README.md");
        fs::write(&readme, README).unwrap();
        let known = ["a/a", "go/b"];

        write(&readme, &[row("a/a")], &known).unwrap();

        let text = fs::read_to_string(&readme).unwrap();
        let expected = format!(
            "Before\n\n{BEGIN}\n{HEADING}\
             | A | [a 2](xtask/clients/a/a) | yes | yes | no | yes |  |\n\
             | Go | [b 1](xtask/clients/go/b) | yes |\n\n{END}After\n"
        );
        assert_eq!(text, expected);
        check(&readme, &[row("a/a")], &known).unwrap();

        let mut worse = row("a/a");
        worse.future = "no".to_owned();
        let error = check(&readme, &[worse], &known).unwrap_err();
        assert!(error.to_string().contains("cargo xtask clients --write"));
    }

    #[test]
    fn a_readme_without_a_place_for_it_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let readme = folder.path().join("README.md");
        fs::write(&readme, "Nothing here\n").unwrap();

        let error = write(&readme, &[row("a/a")], &["a/a"]).unwrap_err();

        assert!(
            error
                .to_string()
                .contains("has no line `<!-- cargo xtask clients")
        );
        assert_eq!(fs::read_to_string(&readme).unwrap(), "Nothing here\n");
    }
}
