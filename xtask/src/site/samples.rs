//! Every sample of every operation, run on the sandbox as it is published.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use anyhow::{Context as _, bail};
use serde_json::Value;

use crate::{files, lock::Lock, output, sandbox::Sandbox, tools::Tools, workspace::Workspace};

/// A sample of the built site.
struct Sample {
    operation: String,
    /// Method and path, as in `GET /path`.
    route: String,
    language: String,
    source: String,
    /// A level that may call the operation.
    level: String,
}

/// Runs every sample: with a bad token it must fail, without showing it, and with a good one it must print the answer.
/// What the sandbox does not do yet is only made and compiled.
pub(super) fn test(
    site: &Path,
    workspace: &Workspace,
    tools: &Tools<'_>,
    lock: &Lock,
) -> anyhow::Result<()> {
    let samples = published(site)?;
    let folder = workspace.target("site-samples");
    files::clear_folder(&folder)?;
    output::line("preparing the samples");
    let programs = Programs::prepare(&samples, site, &folder, workspace, tools, lock)?;
    let unchanged = Sandbox::start(workspace, &[])?;
    let mut expected = Value::Null;
    for sample in &samples {
        if unchanged.missing.contains(&sample.route) {
            continue;
        }
        // What changes a world changes the answers to what comes after it.
        let changed = match sample.route.starts_with("GET ") {
            true => None,
            false => Some(Sandbox::start(workspace, &[])?),
        };
        let sandbox = changed.as_ref().unwrap_or(&unchanged);
        let place = format!("{}, {}", sample.operation, sample.language);
        let run = |token: &str| {
            let mut command = programs.command(sample)?;
            command
                .env("TELECOMX_URL", &sandbox.base)
                .env("TELECOMX_TOKEN", token);
            command
                .output()
                .with_context(|| format!("{place}: cannot be run"))
        };
        let bad_token = "nobody-has-this-token";
        let done = run(bad_token)?;
        if done.status.success() {
            bail!(
                "{place}: does not fail where the token is bad\n{}",
                printed(&done)
            );
        }
        if printed(&done).contains(bad_token) {
            bail!("{place}: shows the token when it fails\n{}", printed(&done));
        }
        let done = run(sandbox.token(&sample.level)?)?;
        if !done.status.success() {
            bail!("{place}: failed\n{}", printed(&done));
        }
        // The shell prints the answer as it is; the others must print the same object.
        if sample.language == "shell" {
            expected = serde_json::from_slice(&done.stdout)
                .with_context(|| format!("{place}: printed no JSON"))?;
        }
        if let Some(text) = first_text(&expected)
            && !printed(&done).contains(text)
        {
            bail!(
                "{place}: did not print the answer, which holds {text}\n{}",
                printed(&done)
            );
        }
        output::line(format_args!("  {place}: runs"));
    }
    output::line(format_args!("{} samples run on the sandbox", samples.len()));
    Ok(())
}

/// The samples as the site's reference has them.
fn published(site: &Path) -> anyhow::Result<Vec<Sample>> {
    let path = site.join("reference-document.js");
    let text =
        fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    let json = text
        .trim_start_matches("window.telecomxDocument = ")
        .trim_end_matches(";\n");
    let document: Value = serde_json::from_str(json)
        .with_context(|| format!("{} holds no document", path.display()))?;
    let mut samples = Vec::new();
    let paths = document["paths"]
        .as_object()
        .context("the document has no paths")?;
    let operations = paths.iter().flat_map(|(path, item)| {
        let operations = item.as_object().into_iter().flatten();
        operations.map(move |(method, operation)| {
            (format!("{} {path}", method.to_uppercase()), operation)
        })
    });
    for (route, operation) in operations {
        let text = |value: &Value, key: &str| value[key].as_str().unwrap_or_default().to_owned();
        let id = text(operation, "operationId");
        let published = operation["x-codeSamples"].as_array();
        let published = published.with_context(|| format!("{id} has no samples"))?;
        let level = operation["x-access"][0]["levels"][0].as_str();
        let level = level.with_context(|| format!("nobody may call {id}"))?;
        samples.extend(published.iter().map(|sample| Sample {
            operation: id.clone(),
            route: route.clone(),
            language: text(sample, "lang"),
            source: text(sample, "source"),
            level: level.to_owned(),
        }));
        if published.len() != 4 {
            bail!(
                "{id} has {} samples, not one in each of 4 languages",
                published.len()
            );
        }
    }
    Ok(samples)
}

/// The first text in an answer, such as an id.
fn first_text(answer: &Value) -> Option<&str> {
    match answer {
        Value::String(text) => Some(text),
        Value::Array(items) => items.iter().find_map(first_text),
        Value::Object(object) => object.values().find_map(first_text),
        _ => None,
    }
}

fn printed(done: &Output) -> String {
    let (stdout, stderr) = (
        String::from_utf8_lossy(&done.stdout),
        String::from_utf8_lossy(&done.stderr),
    );
    format!("{stdout}{stderr}")
}

/// What the samples need to run.
struct Programs {
    folder: PathBuf,
    python: PathBuf,
    /// What cargo built of the Rust samples, by the name of the program.
    rust: BTreeMap<String, PathBuf>,
}

impl Programs {
    fn prepare(
        samples: &[Sample],
        site: &Path,
        folder: &Path,
        workspace: &Workspace,
        tools: &Tools<'_>,
        lock: &Lock,
    ) -> anyhow::Result<Self> {
        let files = workspace.join("xtask/site/samples");
        let python = tools.python("site-python", &files.join("requirements.txt"))?;
        let node = tools.node("site-samples", &files)?;
        for sample in samples {
            write(&path(folder, sample), &sample.source)?;
        }
        let types = Command::new(node.join("node_modules/.bin/openapi-typescript"))
            .arg(site.join("openapi.json"))
            .arg("--output")
            .arg(folder.join("typescript/telecomx.d.ts"))
            .stdin(lock.stdin()?)
            .output();
        succeeded("the types of the TypeScript samples", types)?;
        fs::copy(
            node.join("package.json"),
            folder.join("typescript/package.json"),
        )
        .context("cannot copy package.json")?;
        let compiled = Command::new(node.join("node_modules/.bin/tsc"))
            .args([
                "--strict", "--target", "es2022", "--module", "nodenext", "--types", "node",
            ])
            .arg("--typeRoots")
            .arg(node.join("node_modules/@types"))
            .args(in_language(samples, "typescript").map(|sample| path(folder, sample)))
            .stdin(lock.stdin()?)
            .output();
        succeeded("the TypeScript samples", compiled)?;
        let rust = folder.join("rust");
        write(&rust.join("Cargo.toml"), &manifest(samples, workspace))?;
        // The same versions as here, which are built already.
        fs::copy(workspace.join("Cargo.lock"), rust.join("Cargo.lock"))
            .context("cannot copy Cargo.lock")?;
        let built = workspace
            .cargo("build", &rust)
            .args(["--quiet", "--message-format", "json-render-diagnostics"])
            .stdin(lock.stdin()?)
            .output();
        let rust = executables(&succeeded("the Rust samples", built)?)?;
        Ok(Self {
            folder: folder.to_owned(),
            python: python.join("bin/python"),
            rust,
        })
    }

    fn command(&self, sample: &Sample) -> anyhow::Result<Command> {
        let path = path(&self.folder, sample);
        Ok(match sample.language.as_str() {
            "rust" => {
                let name = format!("sample-{}", sample.operation);
                let built = self.rust.get(&name);
                Command::new(built.with_context(|| format!("cargo built no {name}"))?)
            }
            language => {
                let (program, path) = match language {
                    "python" => (self.python.as_path(), path),
                    "typescript" => (Path::new("node"), path.with_extension("js")),
                    _ => (Path::new("bash"), path),
                };
                let mut command = Command::new(program);
                command.arg(path);
                command
            }
        })
    }
}

fn in_language<'s>(samples: &'s [Sample], language: &'s str) -> impl Iterator<Item = &'s Sample> {
    samples
        .iter()
        .filter(move |sample| sample.language == language)
}

/// Where a sample is written.
fn path(folder: &Path, sample: &Sample) -> PathBuf {
    let extension = match sample.language.as_str() {
        "rust" => "rs",
        "typescript" => "ts",
        "python" => "py",
        _ => "sh",
    };
    folder
        .join(&sample.language)
        .join(format!("{}.{extension}", sample.operation))
}

/// The package of the Rust samples, which is in no workspace.
fn manifest(samples: &[Sample], workspace: &Workspace) -> String {
    let crates = workspace.join("crates");
    let mut text = String::from(
        "[package]\nname = \"samples\"\nedition = \"2024\"\n\n[workspace]\n\n[dependencies]\n\
         tokio = { version = \"1\", features = [\"macros\", \"rt-multi-thread\"] }\n\
         serde_json = \"1\"\n",
    );
    for name in ["telecomx-api", "telecomx-client", "telecomx-contract"] {
        text += &format!("{name} = {{ path = {:?} }}\n", crates.join(name));
    }
    for sample in in_language(samples, "rust") {
        text += &format!(
            "\n[[bin]]\nname = \"sample-{0}\"\npath = \"{0}.rs\"\n",
            sample.operation
        );
    }
    text
}

fn write(path: &Path, text: &str) -> anyhow::Result<()> {
    let context = || format!("cannot write {}", path.display());
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(context)?;
    }
    fs::write(path, text).with_context(context)
}

/// What cargo built, as it says itself: where that is depends on how cargo is configured.
fn executables(built: &Output) -> anyhow::Result<BTreeMap<String, PathBuf>> {
    let mut executables = BTreeMap::new();
    for line in String::from_utf8_lossy(&built.stdout).lines() {
        let message: Value = serde_json::from_str(line).context("cargo printed no JSON")?;
        if let (Some(name), Some(path)) = (
            message["target"]["name"].as_str(),
            message["executable"].as_str(),
        ) {
            executables.insert(name.to_owned(), path.into());
        }
    }
    Ok(executables)
}

/// Fails, with what was printed, unless a program succeeded.
fn succeeded(what: &str, done: std::io::Result<Output>) -> anyhow::Result<Output> {
    let done = done.with_context(|| format!("{what}: a program cannot be run"))?;
    match done.status.success() {
        true => Ok(done),
        false => bail!("{what} cannot be made\n{}", printed(&done)),
    }
}
