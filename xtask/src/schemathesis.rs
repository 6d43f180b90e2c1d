//! `cargo xtask schemathesis`: the sandbox against its own document, by generated requests.

use std::{
    fs,
    io::{BufRead as _, BufReader},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::Instant,
};

use anyhow::{Context as _, bail};

use crate::output;

/// The version that is installed; another one may check other things.
const VERSION: &str = "4.32.5";

/// Runs every check with the token of every level: once with whatever values it generates, and once with
/// those of the world, so that the answers are checked too.
pub(crate) fn run(examples: u32) -> anyhow::Result<()> {
    let start = Instant::now();
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).with_file_name("");
    let tools = workspace.join("target/tools");
    let schemathesis = install(&tools)?;
    output::line("building the sandbox");
    let sandbox = Sandbox::start(&workspace)?;
    let mut found = Vec::new();
    for (level, token) in &sandbox.tokens {
        for (values, parameters) in [
            ("any values", ""),
            ("values of the world", sandbox.parameters.as_str()),
        ] {
            let config = tools.join("schemathesis.toml");
            let text = format!("[auth.openapi]\ntoken = {{ api_key = \"{token}\" }}\n{parameters}");
            fs::write(&config, text)
                .with_context(|| format!("cannot write {}", config.display()))?;
            output::line(format_args!("{level}, {values}"));
            let report = Command::new(&schemathesis)
                .current_dir(&tools)
                .arg("--config-file")
                .arg(&config)
                .args(["run", &format!("{}/openapi.json", sandbox.base)])
                .args([
                    "--checks",
                    "all",
                    "--continue-on-failure",
                    "--warnings",
                    "off",
                ])
                .args(["-n", &examples.to_string()])
                .output()
                .context("cannot run schemathesis; delete target/tools and try again")?;
            let text = String::from_utf8_lossy(&report.stdout);
            let cases = text
                .lines()
                .rev()
                .find(|line| line.contains(" generated, "));
            output::line(format_args!("  {}", cases.unwrap_or("no test case").trim()));
            if !report.status.success() {
                output::line(&text);
                output::line(String::from_utf8_lossy(&report.stderr));
                found.push(format!("{level} with {values}"));
            }
        }
    }
    match found.is_empty() {
        true => {
            output::line(format_args!("nothing found, in {:.0?}", start.elapsed()));
            Ok(())
        }
        false => bail!(
            "schemathesis found something as {}; see above",
            found.join(", ")
        ),
    }
}

/// The program, installed if it is not there.
fn install(tools: &Path) -> anyhow::Result<PathBuf> {
    let environment = tools.join(format!("schemathesis-{VERSION}"));
    let program = environment.join("bin/schemathesis");
    // Written last, so that an installation that was cut off is begun anew.
    let whole = environment.join("installed");
    if whole.exists() {
        return Ok(program);
    }
    output::line(format_args!(
        "installing schemathesis {VERSION} into {}",
        environment.display()
    ));
    if environment.exists() {
        fs::remove_dir_all(&environment)
            .with_context(|| format!("cannot remove {}", environment.display()))?;
    }
    succeed(
        Command::new("python3")
            .args(["-m", "venv"])
            .arg(&environment),
        "cannot make a Python environment; install python3 with venv",
    )?;
    succeed(
        Command::new(environment.join("bin/pip"))
            .args(["install", "--quiet", "--disable-pip-version-check"])
            .arg(format!("schemathesis=={VERSION}")),
        "cannot install schemathesis; the package index must be reachable",
    )?;
    fs::write(&whole, VERSION).with_context(|| format!("cannot write {}", whole.display()))?;
    Ok(program)
}

fn succeed(command: &mut Command, cure: &str) -> anyhow::Result<()> {
    let status = command.status().with_context(|| cure.to_owned())?;
    match status.success() {
        true => Ok(()),
        false => bail!("{cure}"),
    }
}

/// A sandbox that runs until it is dropped, as its banner describes it.
struct Sandbox {
    process: Child,
    base: String,
    /// The levels with their tokens.
    tokens: Vec<(String, String)>,
    /// The values of path variables that its world has, in the words of the configuration.
    parameters: String,
}

impl Sandbox {
    fn start(workspace: &Path) -> anyhow::Result<Self> {
        let process = Command::new(env!("CARGO"))
            .args([
                "run",
                "--quiet",
                "--package",
                "telecomx-sandbox",
                "--",
                "--port",
                "0",
            ])
            .current_dir(workspace)
            .stdout(Stdio::piped())
            .spawn()
            .context("cannot start cargo")?;
        let mut sandbox = Self {
            process,
            base: String::new(),
            tokens: Vec::new(),
            parameters: String::new(),
        };
        sandbox
            .read_banner()
            .context("the sandbox did not start; see above")?;
        Ok(sandbox)
    }

    /// Reads what the sandbox prints at its start.
    fn read_banner(&mut self) -> anyhow::Result<()> {
        let stdout = self
            .process
            .stdout
            .take()
            .context("its output cannot be read")?;
        for line in BufReader::new(stdout).lines() {
            let line = line?;
            if let Some(base) = line.strip_prefix("Telecom X sandbox at ") {
                self.base = base.to_owned();
            } else if let [level, token, ..] = line.split_whitespace().collect::<Vec<_>>()[..]
                && token.starts_with("sandbox-")
            {
                self.tokens.push((level.to_owned(), token.to_owned()));
            } else if let Some(variable) = path_variable(&line, &self.base) {
                self.parameters += &variable;
            } else if line.starts_with("Ctrl-C") {
                break;
            }
        }
        match self.base.is_empty() || self.tokens.is_empty() || self.parameters.is_empty() {
            true => bail!("its banner is not as expected"),
            false => Ok(()),
        }
    }
}

impl Drop for Sandbox {
    fn drop(&mut self) {
        // It may have ended already; either way nothing of it is left.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The path variable of a `curl` line, as an entry of the configuration.
fn path_variable(line: &str, base: &str) -> Option<String> {
    let url = line.trim().strip_prefix("curl '")?.strip_suffix('\'')?;
    let path = url.strip_prefix(base)?.split('?').next()?;
    let segments: Vec<&str> = path.split('/').collect();
    let (name, template, value) = match segments[..] {
        ["", "customer", id] => ("customerId", "/customer/{customerId}", id.to_owned()),
        ["", "customer", id, "name"] => {
            ("customerId", "/customer/{customerId}/name", id.to_owned())
        }
        ["", "mvno", key] => ("accountId", "/mvno/{accountId}", key.replace("%2B", "+")),
        _ => return None,
    };
    Some(format!(
        "\n[[operations]]\ninclude-path = \"{template}\"\nparameters = {{ \"path.{name}\" = \"{value}\" }}\n"
    ))
}
