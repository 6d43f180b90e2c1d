//! `cargo xtask schemathesis`: the sandbox against its own document, by generated requests.

use std::{fs, process::Command, time::Instant};

use anyhow::{Context as _, bail};
use telecomx_api::API;
use telecomx_contract::Operation;

use crate::{files, lock::Lock, output, sandbox::Sandbox, tools::Tools, workspace::Workspace};

/// Runs every check with the token of every level: once with whatever values it generates, and once with
/// those of the world, so that the answers are checked too.
pub(crate) fn run(examples: u32) -> anyhow::Result<()> {
    let start = Instant::now();
    let workspace = Workspace::find()?;
    let tools = Tools::of(&workspace);
    let requirements = workspace.join("xtask/schemathesis/requirements.txt");
    let environment = tools.python("schemathesis", &requirements)?;
    let schemathesis = environment.join("bin/schemathesis");
    let lock = Lock::take(&workspace, "schemathesis")?;
    let folder = workspace.target("schemathesis");
    files::clear_folder(&folder)?;
    output::line("building the sandbox");
    let sandbox = Sandbox::start(&workspace, &[])?;
    let parameters = API.operations().map(parameters);
    let parameters = parameters.collect::<anyhow::Result<String>>()?;
    let mut found = Vec::new();
    for (level, token) in &sandbox.tokens {
        for (values, parameters) in [
            ("any values", ""),
            ("values of the world", parameters.as_str()),
        ] {
            let config = folder.join("schemathesis.toml");
            let text = format!("[auth.openapi]\ntoken = {{ api_key = \"{token}\" }}\n{parameters}");
            fs::write(&config, text)
                .with_context(|| format!("cannot write {}", config.display()))?;
            output::line(format_args!("{level}, {values}"));
            let report = Command::new(&schemathesis)
                .current_dir(&folder)
                .stdin(lock.stdin()?)
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
                .with_context(|| {
                    let folder = environment.display();
                    format!("cannot run schemathesis; delete {folder} and try again")
                })?;
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

/// The values of an operation's first example, as an entry of the configuration. Its body is in the document.
fn parameters(operation: &Operation) -> anyhow::Result<String> {
    let example = (operation.examples)().into_iter().next();
    let example = example.with_context(|| format!("{} has no example", operation.id))?;
    let given = example.value?.parameters.into_iter();
    let values: Vec<String> = given
        .map(|(parameter, value)| {
            format!("\"{}.{}\" = {value:?}", parameter.location, parameter.name)
        })
        .collect();
    Ok(format!(
        "\n[[operations]]\ninclude-name = \"{} {}\"\nparameters = {{ {} }}\n",
        operation.method,
        operation.path,
        values.join(", ")
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_those_of_the_first_example() {
        let mut operations = API.operations();
        let operation = operations.find(|operation| operation.id == "getMvnoAccount");
        assert_eq!(
            parameters(operation.unwrap()).unwrap(),
            "\n[[operations]]\ninclude-name = \"GET /mvno/{accountId}\"\nparameters = { \"path.accountId\" = \"+4512345678\" }\n"
        );
    }
}
