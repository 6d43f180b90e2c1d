//! The table of clients in `CLIENTS.md`: a row for each, as the last run found it.

use std::{fs, path::Path};

use anyhow::{Context as _, bail};

use super::{edition::Edition, outcome::Outcome};
use crate::{files, output};

/// The file that has the table, below the workspace.
pub(crate) const FILE: &str = "CLIENTS.md";

const BEGIN: &str = "<!-- cargo xtask clients --write -->\n";
const END: &str = "<!-- end of cargo xtask clients -->\n";

/// What a run found out about one client.
pub(crate) struct Row {
    /// The path of its folder below `xtask/clients`, by which the table knows it.
    pub(crate) name: String,
    pub(crate) language: String,
    /// The generator, or what it is made of, with versions.
    pub(crate) packages: String,
    pub(crate) checker: String,
    /// What the client of each edition can do, in the order of [`Edition::ALL`].
    pub(crate) outcomes: Vec<(Edition, Outcome)>,
    /// The edition to take, or nothing where it does not matter.
    pub(crate) take: Option<&'static str>,
    pub(crate) remarks: String,
}

impl Row {
    /// The row as it stands in the table, with its line end.
    fn line(&self) -> String {
        let client = format!("[{}]({})", self.packages, link(&self.name));
        let mut cells = vec![self.language.clone(), client, format!("`{}`", self.checker)];
        cells.extend(self.outcomes.iter().map(|(_, outcome)| outcome.cell()));
        cells.push(self.take.unwrap_or("either").to_owned());
        cells.push(self.remarks.clone());
        format!("| {} |\n", cells.join(" | "))
    }
}

/// The first two lines of the table.
fn heading() -> String {
    let editions = Edition::ALL.map(|edition| format!("From {edition}"));
    let columns = ["Language", "Client", "Checked by"]
        .into_iter()
        .chain(editions.iter().map(String::as_str))
        .chain(["Take", "Configuration and limits"]);
    let columns: Vec<&str> = columns.collect();
    let rule = "---|".repeat(columns.len());
    format!("| {} |\n|{rule}\n", columns.join(" | "))
}

/// Where a client's row links to: the folder that makes and tries it.
fn link(name: &str) -> String {
    format!("xtask/clients/{name}")
}

/// Writes these rows into the file, where each replaces the one of its name.
///
/// `known` are the names of all clients: a row of a client that is gone is dropped.
pub(crate) fn write(file: &Path, rows: &[Row], known: &[&str]) -> anyhow::Result<()> {
    let (text, updated) = update(file, rows, known)?;
    if text == updated {
        output::line(format_args!("the table in {FILE} is up to date"));
        return Ok(());
    }
    files::replace(file, &updated)?;
    output::line(format_args!("wrote the table in {FILE}"));
    Ok(())
}

/// Fails if the file says something else of these clients.
pub(crate) fn check(file: &Path, rows: &[Row], known: &[&str]) -> anyhow::Result<()> {
    let (text, updated) = update(file, rows, known)?;
    if text == updated {
        return Ok(());
    }
    output::diff(FILE, &text, &updated);
    bail!("{FILE} says something else; if this is right, run `cargo xtask clients --write`");
}

/// The file as it is, and as it would be with these rows.
fn update(file: &Path, rows: &[Row], known: &[&str]) -> anyhow::Result<(String, String)> {
    let text =
        fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    let place = || format!("{} has no line `{}`", file.display(), BEGIN.trim());
    let (before, rest) = text.split_once(BEGIN).with_context(place)?;
    let (table, after) = rest
        .split_once(END)
        .with_context(|| format!("{} has no line `{}`", file.display(), END.trim()))?;
    let lines = known.iter().filter_map(|name| {
        let row = rows.iter().find(|row| row.name == *name).map(Row::line);
        row.or_else(|| {
            let place = format!("]({}) |", link(name));
            let line = table.lines().find(|line| line.contains(&place))?;
            Some(format!("{line}\n"))
        })
    });
    let table: String = lines.collect();
    let updated = format!("{before}{BEGIN}\n{}{table}\n{END}{after}", heading());
    Ok((text, updated))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workspace::Workspace;

    const TEXT: &str = "Before\n\n<!-- cargo xtask clients --write -->\nold\n\
        | Go | [b 1](xtask/clients/go/b) | `vet` | all |\n\
        | Gone | [c 1](xtask/clients/gone/c) | `vet` | all |\n\
        <!-- end of cargo xtask clients -->\nAfter\n";

    fn row() -> Row {
        let failed = ["`checker -w`", "future"].map(str::to_owned);
        Row {
            name: "a/a".to_owned(),
            language: "A".to_owned(),
            packages: "a 2".to_owned(),
            checker: "checker -w".to_owned(),
            outcomes: vec![
                (Edition::V3_0, Outcome::All),
                (Edition::V3_1, Outcome::Fails(failed.into())),
            ],
            take: Some("3.0"),
            remarks: "Slow.".to_owned(),
        }
    }

    #[test]
    fn a_run_replaces_its_own_rows_and_keeps_the_others() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join(FILE);
        fs::write(&file, TEXT).unwrap();
        let known = ["a/a", "go/b"];

        write(&file, &[row()], &known).unwrap();

        let text = fs::read_to_string(&file).unwrap();
        let expected = "Before\n\n<!-- cargo xtask clients --write -->\n\n\
            | Language | Client | Checked by | From 3.0 | From 3.1 | Take | Configuration and limits |\n\
            |---|---|---|---|---|---|---|\n\
            | A | [a 2](xtask/clients/a/a) | `checker -w` | all | fails: `checker -w`, future | 3.0 | Slow. |\n\
            | Go | [b 1](xtask/clients/go/b) | `vet` | all |\n\n\
            <!-- end of cargo xtask clients -->\nAfter\n";
        assert_eq!(text, expected);
        check(&file, &[row()], &known).unwrap();
    }

    #[test]
    fn a_row_that_has_become_untrue_in_any_column_fails() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join(FILE);
        fs::write(&file, TEXT).unwrap();
        let known = ["a/a", "go/b"];
        write(&file, &[row()], &known).unwrap();

        let changes: [fn(&mut Row); 8] = [
            |row| row.packages = "a 3".to_owned(),
            |row| row.checker = "checker".to_owned(),
            |row| row.outcomes[0].1 = Outcome::Fails(vec!["errors".to_owned()]),
            |row| row.outcomes[1].1 = Outcome::All,
            |row| row.outcomes[1].1 = Outcome::Fails(vec!["`checker -w`".to_owned()]),
            |row| row.outcomes[1].1 = Outcome::Refused("I read 3.0 only".to_owned()),
            |row| row.take = Some("3.1"),
            |row| row.remarks = "Fast.".to_owned(),
        ];
        for (number, change) in changes.into_iter().enumerate() {
            let mut other = row();
            change(&mut other);
            let error = check(&file, &[other], &known).expect_err(&format!("change {number}"));
            assert!(error.to_string().contains("cargo xtask clients --write"));
        }
        check(&file, &[row()], &known).expect("the row itself still holds");
    }

    #[test]
    fn a_file_without_a_place_for_it_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join(FILE);
        fs::write(&file, "Nothing here\n").unwrap();

        let error = write(&file, &[row()], &["a/a"]).unwrap_err();

        assert!(
            error
                .to_string()
                .contains("has no line `<!-- cargo xtask clients")
        );
        assert_eq!(fs::read_to_string(&file).unwrap(), "Nothing here\n");
    }

    /// The lines of a list that begin with these words, and what belongs to them.
    fn item<'t>(text: &'t str, words: &str) -> &'t str {
        let (_, rest) = text.split_once(words).expect(words);
        rest.split("\n- ")
            .next()
            .and_then(|item| item.split("\n\n").next())
            .unwrap()
    }

    #[test]
    fn the_readme_says_the_edition_that_each_row_says() {
        let workspace = Workspace::find().unwrap();
        let readme = fs::read_to_string(workspace.join("README.md")).unwrap();
        let table = fs::read_to_string(workspace.join(FILE)).unwrap();
        let mut editions = std::collections::BTreeSet::new();
        for line in table
            .lines()
            .filter(|line| line.contains("](xtask/clients/"))
        {
            let cells: Vec<&str> = line.split(" | ").collect();
            let client = cells[1].trim_start_matches('[').split("](").next().unwrap();
            let take = cells[5];
            for package in client.split(", ") {
                let name = package.split(' ').next().unwrap();
                if take != "either" {
                    let named = item(&readme, &format!("**Take {take}**"));
                    assert!(
                        named.contains(name),
                        "README.md does not name {name} for {take}"
                    );
                    editions.insert(take.to_owned());
                }
            }
        }
        assert_eq!(Vec::from_iter(editions), ["3.0", "3.1"]);
    }
}
