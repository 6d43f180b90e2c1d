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
