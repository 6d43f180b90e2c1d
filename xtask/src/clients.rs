//! `cargo xtask clients`: clients in other languages, generated from each edition of the document and tried on
//! a sandbox.

mod edition;
mod facts;
mod manifest;
mod outcome;
mod script;
mod table;

use std::time::Instant;

use anyhow::bail;

use self::{
    edition::Edition,
    facts::Facts,
    manifest::Client,
    outcome::{Outcome, Task},
    script::{Scripts, Variables},
    table::Row,
};
use crate::{
    files,
    lock::Lock,
    output,
    sandbox::Sandbox,
    tools::Tools,
    workspace::{Workspace, shown},
};

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
/// held against the table in `CLIENTS.md`, or written there.
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
                output::line(format_args!("  in {:.0?}", begun.elapsed()));
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
    let file = workspace.join(table::FILE);
    let known: Vec<&str> = all.iter().map(|client| client.name.as_str()).collect();
    // Two commands may have tried different clients.
    let _lock = Lock::take(&workspace, table::FILE)?;
    match write {
        true => table::write(&file, &rows, &known)?,
        false => table::check(&file, &rows, &known)?,
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

    /// What a driver is asked to find out here.
    fn task<'a>(
        &'a self,
        name: &'static str,
        argument: &'static str,
        expected: &'a Facts,
    ) -> anyhow::Result<Task<'a>> {
        Ok(Task {
            name,
            argument,
            variables: facts::environment(&self.sandbox)?,
            expected,
        })
    }
}

impl Stage<'_> {
    /// Makes and tries one client. What it cannot do is in its row; an error is one of this machine.
    fn row(&self, client: &Client) -> anyhow::Result<Row> {
        let manifest = &client.manifest;
        let folder = self.workspace.target("clients").join(&client.name);
        let lock = Lock::take(self.workspace, &format!("clients/{}", client.name))?;
        files::clear_folder(&folder)?;
        let variables = self.variables(client)?;
        let tasks = self.tasks()?;
        let mut outcomes = Vec::new();
        if manifest.generate.is_some() {
            for edition in Edition::ALL {
                let mut variables = variables.clone();
                let document = self.workspace.join(edition.document());
                variables.push(("SPEC", document.into()));
                let scripts = Scripts::new(&folder.join(edition.name()), &lock, variables)?;
                let refusal = manifest.refuses.get(&edition).map(String::as_str);
                let outcome = Outcome::of(&scripts, manifest, refusal, &tasks)?;
                output::line(format_args!("  {edition}: {}", outcome.cell()));
                outcomes.push((edition, outcome));
            }
        } else {
            let scripts = Scripts::new(&folder, &lock, variables)?;
            let outcome = Outcome::of(&scripts, manifest, None, &tasks)?;
            output::line(format_args!("  {}", outcome.cell()));
            outcomes.extend(Edition::ALL.map(|edition| (edition, outcome.clone())));
        }
        Ok(Row {
            name: client.name.clone(),
            language: manifest.language.clone(),
            packages: client.versions(&self.workspace.join(OPENAPI_GENERATOR))?,
            checker: manifest.checker.clone(),
            take: match manifest.generate {
                Some(_) => outcome::take(&outcomes, manifest.prefers).map(Edition::name),
                None => None,
            },
            outcomes,
            remarks: manifest.remarks.clone(),
        })
    }

    /// What every driver is asked to find out.
    fn tasks(&self) -> anyhow::Result<[Task<'_>; 3]> {
        let Self {
            today,
            future,
            errors,
            ..
        } = self;
        Ok([
            today.task("operations", "operations", &today.operations)?,
            today.task("errors", "errors", errors)?,
            future.task("future", "operations", &future.operations)?,
        ])
    }

    /// Installs what the client needs, and says where its scripts find it.
    fn variables(&self, client: &Client) -> anyhow::Result<Variables> {
        let Client {
            name,
            folder,
            manifest,
        } = client;
        let cache_name = name.replace('/', "-");
        let cache = self.tools.cache(&format!("{cache_name}-build"))?;
        let mut variables: Variables = vec![
            ("HERE", folder.into()),
            ("WORKSPACE", self.workspace.root().into()),
            ("CACHE", cache.into()),
        ];
        for (program, packages) in &manifest.debian {
            self.tools.debian(program, packages)?;
        }
        if folder.join("package.json").exists() {
            let environment = format!("{cache_name}-node");
            variables.push(("NODE", self.tools.node(&environment, folder)?.into()));
        }
        let requirements = folder.join("requirements.txt");
        if requirements.exists() {
            let environment = format!("{cache_name}-python");
            let environment = self.tools.python(&environment, &requirements)?;
            variables.push(("PYTHON", environment.into()));
        }
        if let Some(generator) = &manifest.generator {
            variables.push(("GENERATOR", generator.into()));
        }
        if client.by_openapi_generator() {
            self.tools.debian("java", "openjdk-17-jre-headless")?;
            let pins = self.workspace.join(OPENAPI_GENERATOR);
            let environment = self.tools.python("openapi-generator", &pins)?;
            let command = environment.join("bin/openapi-generator-cli");
            variables.push(("OPENAPI_GENERATOR", command.into()));
        }
        Ok(variables)
    }
}
