//! The documents that are linted: everything of a release that is one of OpenAPI.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context as _, ensure};
use serde::{Deserialize, de::IgnoredAny};

/// A published OpenAPI document.
#[derive(Debug)]
pub(crate) struct Document {
    pub(crate) path: PathBuf,
    /// Its path within the folder.
    pub(crate) shown: String,
}

/// What tells an OpenAPI document from other JSON and YAML.
#[derive(Deserialize)]
struct Root {
    openapi: Option<IgnoredAny>,
}

/// The OpenAPI documents in a folder and below, by path.
pub(crate) fn in_folder(root: &Path) -> anyhow::Result<Vec<Document>> {
    let mut documents = Vec::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        let context = || format!("cannot read {}", folder.display());
        for entry in fs::read_dir(&folder).with_context(context)? {
            let path = entry.with_context(context)?.path();
            if path.is_dir() {
                folders.push(path);
            } else if is_openapi(&path)? {
                let shown = path.strip_prefix(root).unwrap_or(&path);
                documents.push(Document {
                    shown: shown.display().to_string(),
                    path,
                });
            }
        }
    }
    ensure!(
        !documents.is_empty(),
        "{} holds no OpenAPI document; see xtask/src/documents.rs",
        root.display()
    );
    documents.sort_by(|one, other| one.path.cmp(&other.path));
    Ok(documents)
}

fn is_openapi(path: &Path) -> anyhow::Result<bool> {
    let context = || format!("cannot read {}; see xtask/src/documents.rs", path.display());
    let read = || fs::read_to_string(path).with_context(context);
    let root: Root = match path.extension().and_then(|extension| extension.to_str()) {
        Some("json") => serde_json::from_str(&read()?).with_context(context)?,
        Some("yaml") => serde_saphyr::from_str(&read()?).with_context(context)?,
        _ => return Ok(false),
    };
    Ok(root.openapi.is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_are_found_by_their_content() {
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str, text: &str| {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        };
        write("openapi.yaml", "openapi: 3.0.3\ninfo: {}\n");
        write("audiences/admin.json", r#"{ "openapi": "3.1.0" }"#);
        write("index.json", r#"{ "pages": [] }"#);
        write("errata.md", "openapi: no\n");
        let documents = in_folder(folder.path()).unwrap();
        let shown: Vec<_> = documents
            .iter()
            .map(|document| document.shown.as_str())
            .collect();
        assert_eq!(shown, ["audiences/admin.json", "openapi.yaml"]);
    }

    #[test]
    fn no_document_is_a_failure() {
        let folder = tempfile::tempdir().unwrap();
        let error = in_folder(folder.path()).unwrap_err();
        assert!(
            error.to_string().contains("holds no OpenAPI document"),
            "{error}"
        );
    }
}
