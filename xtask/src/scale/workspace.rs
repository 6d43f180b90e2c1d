//! The workspaces that are measured.

use std::{
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context as _, bail};
use serde_json::Value;

use crate::files;

use super::{
    copies::{Copies, Names},
    source::Source,
    timing::Timer,
};

const EMIT: &str = include_str!("programs/emit.rs");
const COMPARE: &str = include_str!("programs/compare.rs");

/// Which of the two a workspace holds.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Variant {
    /// The contract as it is.
    Contract,
    /// Its plain twin.
    Plain,
}

impl Variant {
    /// The variant's name, its folder's too.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Contract => "contract",
            Self::Plain => "plain",
        }
    }
}

/// Writes workspaces.
pub(crate) struct Workspaces<'f> {
    root: PathBuf,
    folder: &'f Path,
    metadata: Value,
}

impl<'f> Workspaces<'f> {
    /// Workspaces in a folder, with the dependencies of the workspace at `root`.
    pub(crate) fn new(root: &Path, folder: &'f Path, timer: &Timer<'_>) -> anyhow::Result<Self> {
        Ok(Self {
            root: root.to_owned(),
            folder,
            metadata: timer.metadata(root)?,
        })
    }

    /// Writes copies of the model and the API, and for the contract the program that times its emission.
    pub(crate) fn write(
        &self,
        variant: Variant,
        operations: usize,
        copies: usize,
        model: &Source,
        api: &Source,
    ) -> anyhow::Result<PathBuf> {
        let folder = self
            .folder
            .join(format!("{operations}-operations"))
            .join(variant.name());
        let names = Names::of(&[model, api]);
        let is_plain = variant == Variant::Plain;
        self.write_model(&folder, variant, operations, copies, model, &names)?;
        let own = match is_plain {
            true => {
                "telecomx-model = { package = \"plain-model\", path = \"../model\" }\n".to_owned()
            }
            false => "telecomx-model = { path = \"../model\" }\n".to_owned(),
        };
        let mut names_of_dependencies = self.dependencies_of("telecomx-api")?;
        names_of_dependencies.retain(|name| *name != "telecomx-model");
        if is_plain {
            names_of_dependencies.extend(["schemars", "serde"]);
        }
        let manifest =
            self.manifest(&package("api", variant), operations, &names_of_dependencies)? + &own;
        let files = Copies::new(api, &names, is_plain)?.files(copies);
        write_crate(&folder.join("api"), &manifest, &files)?;
        match variant {
            Variant::Contract => {
                // A name for each size: they share a folder of programs.
                let manifest = self.manifest(
                    &format!("emit-{operations}"),
                    operations,
                    &["serde_json", "telecomx-contract", "telecomx-openapi"],
                )? + "telecomx-api = { path = \"../api\" }\n";
                let program = [("main.rs".into(), EMIT.to_owned())];
                write_crate(&folder.join("emit"), &manifest, &program)?;
                // The time goes to the dependencies; optimising the copies would take minutes.
                let unoptimised = ["telecomx-model", "telecomx-api"];
                self.write_root(&folder, &["model", "api", "emit"], &unoptimised)?;
            }
            Variant::Plain => self.write_root(&folder, &["model", "api"], &[])?,
        }
        Ok(folder)
    }

    /// Writes one plain copy of the model, and a program that compares it with the model itself.
    pub(crate) fn write_comparison(&self, model: &Source, api: &Source) -> anyhow::Result<PathBuf> {
        let folder = self.folder.join("comparison");
        let names = Names::of(&[model, api]);
        self.write_model(&folder, Variant::Plain, 0, 1, model, &names)?;
        let dependencies = ["serde_json", "telecomx-contract", "telecomx-model"];
        let manifest =
            self.manifest("compare", 0, &dependencies)? + "plain-model = { path = \"../model\" }\n";
        let program = [("main.rs".into(), COMPARE.to_owned())];
        write_crate(&folder.join("compare"), &manifest, &program)?;
        self.write_root(&folder, &["model", "compare"], &[])?;
        Ok(folder)
    }

    fn write_model(
        &self,
        folder: &Path,
        variant: Variant,
        operations: usize,
        copies: usize,
        model: &Source,
        names: &Names,
    ) -> anyhow::Result<()> {
        let dependencies = self.dependencies_of("telecomx-model")?;
        let manifest = self.manifest(&package("model", variant), operations, &dependencies)?;
        let files = Copies::new(model, names, variant == Variant::Plain)?.files(copies);
        write_crate(&folder.join("model"), &manifest, &files)
    }

    fn write_root(
        &self,
        folder: &Path,
        members: &[&str],
        unoptimised: &[&str],
    ) -> anyhow::Result<()> {
        let mut manifest = format!(
            "[workspace]\nresolver = \"3\"\nmembers = {members:?}\n\n\
             [profile.dev.build-override]\nopt-level = 1\n"
        );
        for package in unoptimised {
            write!(
                manifest,
                "\n[profile.release.package.{package}]\nopt-level = 0\n"
            )?;
        }
        write(&folder.join("Cargo.toml"), &manifest)?;
        // The same versions of every dependency.
        let lock = self.root.join("Cargo.lock");
        let text =
            fs::read_to_string(&lock).with_context(|| format!("cannot read {}", lock.display()))?;
        write(&folder.join("Cargo.lock"), &text)
    }

    /// A manifest, up to and with these dependencies. The size is the version: within one target folder
    /// cargo tells crates apart by name, version and place in their workspace, not by the workspace.
    fn manifest(
        &self,
        name: &str,
        operations: usize,
        dependencies: &[&str],
    ) -> anyhow::Result<String> {
        let mut manifest = format!(
            "[package]\nname = \"{name}\"\nversion = \"0.0.{operations}\"\nedition = \"2024\"\n\n[dependencies]\n"
        );
        for name in dependencies {
            self.write_dependency(name, &mut manifest)?;
        }
        Ok(manifest)
    }

    /// A dependency as the workspace has it.
    fn write_dependency(&self, name: &str, manifest: &mut String) -> anyhow::Result<()> {
        let dependencies = members(&self.metadata, "packages")
            .flat_map(|package| members(package, "dependencies"));
        let Some(found) = dependencies
            .into_iter()
            .find(|dependency| dependency["name"] == name)
        else {
            bail!(
                "nothing in the workspace depends on `{name}` any more; see xtask/src/scale/workspace.rs"
            );
        };
        // A JSON text is one of TOML too, and so is a list of them.
        match &found["path"] {
            Value::Null => writeln!(
                manifest,
                "{name} = {{ version = {}, default-features = {}, features = {} }}",
                found["req"], found["uses_default_features"], found["features"]
            )?,
            path => writeln!(manifest, "{name} = {{ path = {path} }}")?,
        }
        Ok(())
    }

    /// What a crate of the workspace needs, beside its tests.
    fn dependencies_of(&self, package: &str) -> anyhow::Result<Vec<&str>> {
        let found = members(&self.metadata, "packages").find(|found| found["name"] == package);
        let found = found.with_context(|| format!("the workspace has no {package} any more"))?;
        Ok(members(found, "dependencies")
            .filter(|dependency| dependency["kind"].is_null())
            .filter_map(|dependency| dependency["name"].as_str())
            .collect())
    }
}

/// The name of a generated crate. One lock file cannot hold two crates of one name, so a twin has
/// another than what it is the twin of.
pub(crate) fn package(name: &str, variant: Variant) -> String {
    match variant {
        Variant::Contract => format!("telecomx-{name}"),
        Variant::Plain => format!("plain-{name}"),
    }
}

fn members<'v>(value: &'v Value, name: &str) -> impl Iterator<Item = &'v Value> + use<'v> {
    value[name].as_array().into_iter().flatten()
}

/// Writes a crate anew: a file that is no longer generated would stay otherwise.
fn write_crate(folder: &Path, manifest: &str, files: &[(PathBuf, String)]) -> anyhow::Result<()> {
    files::remove_folder(folder)?;
    write(&folder.join("Cargo.toml"), manifest)?;
    for (path, text) in files {
        write(&folder.join("src").join(path), text)?;
    }
    Ok(())
}

fn write(path: &Path, text: &str) -> anyhow::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(path, text))
        .with_context(|| format!("cannot write {}", path.display()))
}
