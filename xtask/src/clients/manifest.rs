//! What a client's folder says: `xtask/clients/LANGUAGE/GENERATOR/client.toml`.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context as _, bail};
use serde::Deserialize;

use super::edition::Edition;

/// A client in another language: how it is made, compiled and tried.
///
/// `generate`, `compile` and `drive` are scripts for bash, run once for each edition of the document in a
/// folder of its own below `target/clients`, with these variables: `SPEC` (the document), `HERE` (the folder of the manifest), `CLIENT`
/// (the folder for what is generated), `NODE` and `PYTHON` (what `package-lock.json` and `requirements.txt` of
/// the folder install: `$NODE/node_modules`, `$PYTHON/bin`), `CACHE` (a folder that
/// stays, for a compiler, and is the same for both editions), `WORKSPACE` (this workspace), `OPENAPI_GENERATOR` (its command) and `GENERATOR`
/// (`generator`).
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Manifest {
    /// The language, as its users write it.
    pub(crate) language: String,
    /// The packages the client comes of, with the registry that has them: `npm openapi-fetch`.
    pub(crate) packages: Vec<String>,
    /// Which of the generators of openapi-generator it is: `typescript-fetch`.
    pub(crate) generator: Option<String>,
    /// What holds the client to be correct before it runs: `tsc --strict`.
    pub(crate) checker: String,
    /// Programs, or files by their whole path, that must be there, with the Debian packages that bring them.
    #[serde(default)]
    pub(crate) debian: BTreeMap<String, String>,
    /// The script that writes the client into `$CLIENT`; a client without one is made of no document.
    pub(crate) generate: Option<String>,
    /// The editions that the generator refuses, with words of its refusal: it is run, and must say them.
    #[serde(default)]
    pub(crate) refuses: BTreeMap<Edition, String>,
    /// Which edition makes the better client where both do everything; `remarks` say why, if it is not 3.1.
    #[serde(default = "newest")]
    pub(crate) prefers: Edition,
    /// The script that compiles client and driver.
    pub(crate) compile: String,
    /// The script that runs the driver, where there is a compiler: its first argument is what to do, see [`super::facts`].
    pub(crate) drive: Option<String>,
    /// For the table: the configuration that is needed, and what the client cannot do.
    #[serde(default)]
    pub(crate) remarks: String,
}

/// The edition whose enumerations are types of their own.
fn newest() -> Edition {
    Edition::V3_1
}

/// A client's folder with its manifest.
#[derive(Debug)]
pub(crate) struct Client {
    /// `typescript/openapi-fetch`: the path of its folder, which also names its output.
    pub(crate) name: String,
    pub(crate) folder: PathBuf,
    pub(crate) manifest: Manifest,
}

impl Client {
    /// The language as the command line has it: `typescript`.
    pub(crate) fn language(&self) -> &str {
        self.name.split('/').next().unwrap_or_default()
    }

    /// Whether it is made by openapi-generator, which several clients share.
    pub(crate) fn by_openapi_generator(&self) -> bool {
        self.manifest
            .packages
            .iter()
            .any(|package| package == OPENAPI_GENERATOR)
    }

    /// Its packages with their versions, as the pins of its folder have them.
    pub(crate) fn versions(&self, shared: &Path) -> anyhow::Result<String> {
        let packages = self.manifest.packages.iter();
        let versions: anyhow::Result<Vec<String>> = packages
            .map(|package| {
                let (registry, name) = package
                    .split_once(' ')
                    .with_context(|| format!("{}: `{package}` names no registry", self.name))?;
                let version = match registry {
                    "npm" => npm_version(&self.folder.join("package.json"), name),
                    "PyPI" if package == OPENAPI_GENERATOR => pypi_version(shared, name),
                    "PyPI" => pypi_version(&self.folder.join("requirements.txt"), name),
                    "crates.io" => crates_version(&self.folder.join("Cargo.lock"), name),
                    "workspace" => return Ok(name.to_owned()),
                    _ => bail!("`{registry}` is not one of npm, PyPI, crates.io, workspace"),
                };
                let version = version.with_context(|| format!("{}: `{package}`", self.name))?;
                Ok(format!("{} {version}", name.trim_end_matches("-cli")))
            })
            .collect();
        let mut versions = versions?.join(", ");
        if let Some(generator) = &self.manifest.generator {
            versions += &format!(" ({generator})");
        }
        Ok(versions)
    }
}

const OPENAPI_GENERATOR: &str = "PyPI openapi-generator-cli";

/// Every client below a folder, by language and name.
pub(crate) fn read_all(clients: &Path) -> anyhow::Result<Vec<Client>> {
    let mut all = Vec::new();
    for language in folders(clients)? {
        for folder in folders(&language)? {
            let file = folder.join("client.toml");
            if !file.exists() {
                continue;
            }
            let text = fs::read_to_string(&file)
                .with_context(|| format!("cannot read {}", file.display()))?;
            let manifest = toml::from_str(&text)
                .with_context(|| format!("{} is not a client's manifest", file.display()))?;
            let name = folder.strip_prefix(clients)?.display().to_string();
            all.push(Client {
                name,
                folder,
                manifest,
            });
        }
    }
    match all.is_empty() {
        true => bail!("no client.toml below {}", clients.display()),
        false => Ok(all),
    }
}

fn folders(parent: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let context = || format!("cannot read {}", parent.display());
    let mut folders = Vec::new();
    for entry in fs::read_dir(parent).with_context(context)? {
        let path = entry.with_context(context)?.path();
        if path.is_dir() {
            folders.push(path);
        }
    }
    folders.sort();
    Ok(folders)
}

fn npm_version(manifest: &Path, name: &str) -> anyhow::Result<String> {
    let text = fs::read_to_string(manifest)
        .with_context(|| format!("cannot read {}", manifest.display()))?;
    let manifest: serde_json::Value = serde_json::from_str(&text)?;
    let version = manifest["dependencies"][name].as_str();
    version
        .filter(|version| version.starts_with(|first: char| first.is_ascii_digit()))
        .map(str::to_owned)
        .context("package.json pins no exact version of it in `dependencies`")
}

fn crates_version(lock: &Path, name: &str) -> anyhow::Result<String> {
    let text =
        fs::read_to_string(lock).with_context(|| format!("cannot read {}", lock.display()))?;
    let lock: toml::Table = toml::from_str(&text)?;
    let packages = lock.get("package").and_then(toml::Value::as_array);
    packages
        .into_iter()
        .flatten()
        .find(|package| package.get("name").and_then(toml::Value::as_str) == Some(name))
        .and_then(|package| package.get("version")?.as_str())
        .map(str::to_owned)
        .context("Cargo.lock has no such package")
}

fn pypi_version(requirements: &Path, name: &str) -> anyhow::Result<String> {
    let text = fs::read_to_string(requirements)
        .with_context(|| format!("cannot read {}", requirements.display()))?;
    text.lines()
        .find_map(|line| {
            line.trim()
                .split_once("==")
                .filter(|(known, _)| *known == name)
        })
        // Markers and hashes may follow.
        .and_then(|(_, version)| version.split_whitespace().next())
        .map(str::to_owned)
        .with_context(|| format!("{} does not pin it with ==", requirements.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_those_that_are_pinned() {
        let folder = tempfile::tempdir().unwrap();
        let npm = folder.path().join("package.json");
        fs::write(&npm, r#"{"dependencies": {"a": "1.2.3", "b": "^1.0.0"}}"#).unwrap();
        assert_eq!(npm_version(&npm, "a").unwrap(), "1.2.3");
        assert!(npm_version(&npm, "b").is_err(), "a range is no pin");
        assert!(npm_version(&npm, "c").is_err());

        let crates = folder.path().join("Cargo.lock");
        let lock = "[[package]]\nname = 'a'\nversion = '1.2.3'\n";
        fs::write(&crates, lock).unwrap();
        assert_eq!(crates_version(&crates, "a").unwrap(), "1.2.3");
        assert!(crates_version(&crates, "b").is_err());

        let pypi = folder.path().join("requirements.txt");
        let pins = "a-b==1.0 \\\n    --hash=sha256:0\nc>=2\nd==3 ; python_version < '4'\n";
        fs::write(&pypi, pins).unwrap();
        assert_eq!(pypi_version(&pypi, "a-b").unwrap(), "1.0");
        assert_eq!(pypi_version(&pypi, "d").unwrap(), "3");
        assert!(pypi_version(&pypi, "c").is_err(), "a range is no pin");
    }
}
