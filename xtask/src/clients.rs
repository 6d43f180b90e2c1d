//! `cargo xtask clients`: clients in other languages, generated from the document and tried on a sandbox.

mod facts;
mod manifest;
mod script;
mod table;

use std::time::Instant;

use anyhow::bail;

use self::{facts::Facts, manifest::Client, script::Scripts, table::Row};
use crate::{
    files,
    lock::Lock,
    output,
    sandbox::Sandbox,
    tools::Tools,
    workspace::{Workspace, shown},
};

const YES: &str = "yes";
const NO: &str = "no";
const NOT_TRIED: &str = "not tried";

/// How many differences between what is and what a client found are printed.
const SHOWN: usize = 5;

/// Prints every client, by language.
pub(crate) fn list() -> anyhow::Result<()> {
    let workspace = Workspace::find()?;
    let generator = workspace.join(OPENAPI_GENERATOR);
    for client in manifest::read_all(&workspace.join(CLIENTS))? {
        let packages = client.versions(&generator)?;
        output::line(format_args!("{:<32} {packages}", client.name));
    }
    Ok(())
}

/// Generates, compiles and tries the clients of these languages, or of all.
///
/// A name may be a language, `typescript`, or one client of it, `typescript/openapi-fetch`. The rows are
/// held against the table in the README, or written there.
pub(crate) fn run(names: &[String], write: bool) -> anyhow::Result<()> {
    let start = Instant::now();
    let workspace = Workspace::find()?;
    let all = manifest::read_all(&workspace.join(CLIENTS))?;
    let chosen = choose(&all, names)?;
    output::line("building the sandbox");
    let stage = Stage {
        tools: Tools::of(&workspace),
        today: Platform::start(&workspace, &[])?,
        future: Platform::start(&workspace, &["--from-the-future"])?,
        errors: facts::of_errors()?,
        workspace: &workspace,
    };
    let mut rows = Vec::new();
    let mut not_made = Vec::new();
    for client in chosen {
        let begun = Instant::now();
        output::line(&client.name);
        match stage.row(client) {
            Ok(row) => {
                output::line(format_args!(
                    "  compiles: {}; operations: {}; errors: {}; future: {} ({:.0?})",
                    row.compiles,
                    row.operations,
                    row.errors,
                    row.future,
                    begun.elapsed()
                ));
                rows.push(row);
            }
            Err(error) => {
                output::line(format_args!("  {error:#}"));
                not_made.push(client.name.as_str());
            }
        }
    }
    output::line(format_args!(
        "{} clients in {}, in {:.0?}",
        rows.len(),
        shown(&workspace.target("clients")),
        start.elapsed()
    ));
    let readme = workspace.join("README.md");
    let known: Vec<&str> = all.iter().map(|client| client.name.as_str()).collect();
    // Two commands may have tried different clients.
    let _lock = Lock::take(&workspace, "README.md")?;
    match write {
        true => table::write(&readme, &rows, &known)?,
        false => table::check(&readme, &rows, &known)?,
    }
    match not_made.is_empty() {
        true => Ok(()),
        false => bail!(
            "{} could not be made on this machine; see above",
            not_made.join(", ")
        ),
    }
}

/// Where the clients' folders are, below the workspace.
const CLIENTS: &str = "xtask/clients";
/// What pins openapi-generator, which several clients share.
const OPENAPI_GENERATOR: &str = "xtask/clients/openapi-generator.txt";

fn choose<'c>(all: &'c [Client], names: &[String]) -> anyhow::Result<Vec<&'c Client>> {
    let is = |client: &Client, name: &str| client.name == name || client.language() == name;
    if let Some(unknown) = names
        .iter()
        .find(|name| !all.iter().any(|client| is(client, name)))
    {
        let mut languages: Vec<&str> = all.iter().map(Client::language).collect();
        languages.dedup();
        bail!(
            "no client is called `{unknown}`; there are {}",
            languages.join(", ")
        );
    }
    let wanted = |client: &&Client| names.is_empty() || names.iter().any(|name| is(client, name));
    Ok(all.iter().filter(wanted).collect())
}

/// What every client is made and tried with.
struct Stage<'w> {
    workspace: &'w Workspace,
    tools: Tools<'w>,
    /// A platform as the document describes it.
    today: Platform,
    /// A platform that is newer than the document.
    future: Platform,
    /// The errors that every client must tell apart.
    errors: Facts,
}

/// A sandbox, with what every client must find there.
struct Platform {
    sandbox: Sandbox,
    operations: Facts,
}

impl Platform {
    fn start(workspace: &Workspace, options: &[&str]) -> anyhow::Result<Self> {
        let sandbox = Sandbox::start(workspace, options)?;
        let operations = facts::of_operations(&sandbox)?;
        Ok(Self {
            sandbox,
            operations,
        })
    }
}

impl Stage<'_> {
    /// Makes and tries one client. What it cannot do is in its row; an error is one of this machine.
    fn row(&self, client: &Client) -> anyhow::Result<Row> {
        let manifest = &client.manifest;
        let scripts = self.scripts(client)?;
        let mut row = Row {
            name: client.name.clone(),
            language: manifest.language.clone(),
            packages: client.versions(&self.workspace.join(OPENAPI_GENERATOR))?,
            compiles: NOT_TRIED.to_owned(),
            operations: NOT_TRIED.to_owned(),
            errors: NOT_TRIED.to_owned(),
            future: NOT_TRIED.to_owned(),
            remarks: manifest.remarks.clone(),
        };
        scripts.run("generate", &manifest.generate)?;
        let compiled = scripts.run("compile", &manifest.compile);
        row.compiles = match (&compiled, &manifest.drive) {
            (Ok(()), Some(_)) => format!("{YES}, `{}`", manifest.checker),
            // What is not run has not been compiled either.
            (Ok(()), None) => manifest.checker.clone(),
            (Err(_), _) => NO.to_owned(),
        };
        if let Err(error) = compiled {
            output::line(format_args!("  {error:#}"));
            return Ok(row);
        }
        if let Some(script) = &manifest.drive {
            let Self {
                today,
                future,
                errors,
                ..
            } = self;
            let drive = |platform: &Platform, task, expected| {
                drive(&scripts, script, &platform.sandbox, task, expected)
            };
            row.operations = drive(today, "operations", &today.operations)?;
            row.errors = drive(today, "errors", errors)?;
            row.future = drive(future, "operations", &future.operations)?;
        }
        Ok(row)
    }

    /// Installs what the client needs, and empties its output.
    fn scripts(&self, client: &Client) -> anyhow::Result<Scripts> {
        let Client {
            name,
            folder,
            manifest,
        } = client;
        let output = self.workspace.target("clients").join(name);
        let lock = Lock::take(self.workspace, &format!("clients/{name}"))?;
        files::clear_folder(&output)?;
        let mut scripts = Scripts::new(&output, lock)?;
        scripts.set("SPEC", self.workspace.join("spec/openapi.json"));
        scripts.set("HERE", folder);
        scripts.set("WORKSPACE", self.workspace.root());
        let cache_name = name.replace('/', "-");
        scripts.set("CACHE", self.tools.cache(&format!("{cache_name}-build"))?);
        for (program, packages) in &manifest.debian {
            self.tools.debian(program, packages)?;
        }
        if folder.join("package.json").exists() {
            let environment = format!("{cache_name}-node");
            scripts.set("NODE", self.tools.node(&environment, folder)?);
        }
        let requirements = folder.join("requirements.txt");
        if requirements.exists() {
            let environment = format!("{cache_name}-python");
            scripts.set("PYTHON", self.tools.python(&environment, &requirements)?);
        }
        if let Some(generator) = &manifest.generator {
            scripts.set("GENERATOR", generator);
        }
        if client.by_openapi_generator() {
            self.tools.debian("java", "openjdk-17-jre-headless")?;
            let pins = self.workspace.join(OPENAPI_GENERATOR);
            let environment = self.tools.python("openapi-generator", &pins)?;
            scripts.set(
                "OPENAPI_GENERATOR",
                environment.join("bin/openapi-generator-cli"),
            );
        }
        Ok(scripts)
    }
}

/// Runs a driver, and says whether it found out what is so.
fn drive(
    scripts: &Scripts,
    script: &str,
    sandbox: &Sandbox,
    task: &str,
    expected: &Facts,
) -> anyhow::Result<String> {
    let variables = facts::environment(sandbox)?;
    let differences = match scripts.drive(script, task, &variables) {
        Ok(found) => facts::differences(expected, &facts::read(&found)),
        Err(error) => vec![format!("{error:#}")],
    };
    for difference in differences.iter().take(SHOWN) {
        output::line(format_args!("  {difference}"));
    }
    if differences.len() > SHOWN {
        output::line(format_args!("  and {} more", differences.len() - SHOWN));
    }
    Ok(if differences.is_empty() { YES } else { NO }.to_owned())
}
