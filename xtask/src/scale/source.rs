//! A crate's source, parsed.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use anyhow::Context as _;
use syn::{Attribute, Item, Token, punctuated::Punctuated};

/// The derives that are ours.
pub(crate) const DERIVES: [&str; 5] = [
    "Endpoint",
    "ErrorCodes",
    "OpenEnum",
    "QueryFlags",
    "Resource",
];

/// A crate's source.
pub(crate) struct Source {
    /// Its lib.rs.
    pub(crate) root: syn::File,
    /// Every other file.
    pub(crate) files: Vec<SourceFile>,
}

/// One file of a crate.
pub(crate) struct SourceFile {
    /// Where it is, from the crate's src/.
    pub(crate) path: PathBuf,
    /// What it says.
    pub(crate) text: String,
    /// The same, parsed.
    pub(crate) file: syn::File,
}

impl Source {
    /// Reads a crate from its src/.
    pub(crate) fn read(folder: &Path) -> anyhow::Result<Self> {
        let mut files = Vec::new();
        read_folder(folder, Path::new(""), &mut files)?;
        let root = files
            .iter()
            .position(|file| file.path == Path::new("lib.rs"))
            .with_context(|| format!("{} has no lib.rs", folder.display()))?;
        Ok(Self {
            root: files.swap_remove(root).file,
            files,
        })
    }

    /// The files that declare something with our derives, and those in one module with them: they are
    /// copied. The others (ids, times and the like) are as many in a large API as in a small one.
    pub(crate) fn copied(&self) -> impl Iterator<Item = &SourceFile> {
        let modules = self.copied_modules();
        self.files
            .iter()
            .filter(move |file| modules.contains(&file.module()))
    }

    /// The files that are there once.
    pub(crate) fn shared(&self) -> impl Iterator<Item = &SourceFile> {
        let modules = self.copied_modules();
        self.files
            .iter()
            .filter(move |file| !modules.contains(&file.module()))
    }

    /// The modules of lib.rs that are copied.
    pub(crate) fn copied_modules(&self) -> BTreeSet<String> {
        self.files
            .iter()
            .filter(|file| file.file.items.iter().any(is_declaration))
            .map(SourceFile::module)
            .collect()
    }
}

impl SourceFile {
    /// The module of lib.rs that it belongs to.
    fn module(&self) -> String {
        let first = self.path.iter().next().unwrap_or_default();
        let stem = Path::new(first).file_stem().unwrap_or_default();
        stem.to_string_lossy().into_owned()
    }
}

/// The last words of what is derived: `Debug`, `Resource`.
pub(crate) fn derived(attrs: &[Attribute]) -> Vec<String> {
    attrs
        .iter()
        .filter(|attr| attr.path().is_ident("derive"))
        .filter_map(|attr| {
            attr.parse_args_with(Punctuated::<syn::Path, Token![,]>::parse_terminated)
                .ok()
        })
        .flatten()
        .filter_map(|path| Some(path.segments.last()?.ident.to_string()))
        .collect()
}

/// Whether it has one of our derives.
pub(crate) fn is_declaration(item: &Item) -> bool {
    let attrs = match item {
        Item::Struct(item) => &item.attrs,
        Item::Enum(item) => &item.attrs,
        _ => return false,
    };
    derived(attrs)
        .iter()
        .any(|name| DERIVES.contains(&name.as_str()))
}

fn read_folder(root: &Path, below: &Path, files: &mut Vec<SourceFile>) -> anyhow::Result<()> {
    let folder = root.join(below);
    let context = || format!("cannot read {}", folder.display());
    let mut entries = fs::read_dir(&folder)
        .and_then(Iterator::collect::<Result<Vec<_>, _>>)
        .with_context(context)?;
    // A folder's own order is that of its file system.
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let path = below.join(entry.file_name());
        if entry.file_type().with_context(context)?.is_dir() {
            read_folder(root, &path, files)?;
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let place = entry.path();
            let text = fs::read_to_string(&place)
                .with_context(|| format!("cannot read {}", place.display()))?;
            let file = syn::parse_file(&text)
                .with_context(|| format!("{} is not Rust", place.display()))?;
            files.push(SourceFile { path, text, file });
        }
    }
    Ok(())
}
