//! The pages as they are stored, each read once.

use std::{collections::BTreeSet, fs, path::Path, sync::LazyLock};

use serde::{Deserialize, Deserializer, de::Error as _};
use serde_json::Value;
use telecomx_contract::{AccessLevel, UnknownLevel};

use crate::built;

/// What is stored of the pages.
pub(super) static FACTS: LazyLock<Facts> = LazyLock::new(|| Facts::read(&built::package("pages")));

/// The pages of a folder.
pub(super) struct Facts {
    /// In the order of their files.
    pub pages: Vec<Page>,
    /// The files that cannot be read as a page, and why.
    pub malformed: Vec<String>,
}

/// The facts of one page, as the page states them.
#[derive(Deserialize, Clone)]
#[serde(deny_unknown_fields)]
pub(super) struct Page {
    /// The page's id, such as `api:customer:get`.
    #[serde(rename = "page")]
    pub name: String,
    pub revised: String,
    pub method: String,
    pub path: String,
    pub access: Vec<Access>,
    pub parameters: Vec<Parameter>,
    pub errors: Vec<Error>,
    /// For the reader of the file: how its example was made to parse.
    #[expect(dead_code, reason = "it documents the example beside it")]
    repairs: Vec<String>,
    #[serde(rename = "properties")]
    pub rows: Vec<Row>,
    #[serde(skip)]
    pub example: Value,
}

/// Levels that the page grants the operation, on the same condition.
#[derive(Deserialize, Clone, PartialEq, Debug)]
#[serde(deny_unknown_fields)]
pub(super) struct Access {
    #[serde(deserialize_with = "levels")]
    pub levels: Vec<AccessLevel>,
    pub scope: Option<String>,
}

/// A row of the request's table.
#[derive(Deserialize, Clone)]
#[serde(deny_unknown_fields)]
pub(super) struct Parameter {
    pub name: String,
    pub r#in: String,
    pub r#type: String,
    /// The levels that alone may send it; empty for everybody.
    #[serde(default, deserialize_with = "levels")]
    pub levels: Vec<AccessLevel>,
}

/// A row of the table of errors.
#[derive(Deserialize, Clone)]
#[serde(deny_unknown_fields)]
pub(super) struct Error {
    pub status: u16,
    pub code: String,
}

/// A row of the response's table.
#[derive(Deserialize, Clone)]
#[serde(deny_unknown_fields)]
pub(super) struct Row {
    pub path: String,
    pub r#type: String,
    #[serde(default)]
    pub values: Vec<Value>,
    /// The levels that alone see it; empty for everybody.
    #[serde(default, deserialize_with = "levels")]
    pub levels: Vec<AccessLevel>,
    #[serde(default)]
    pub null: bool,
}

fn levels<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<AccessLevel>, D::Error> {
    let names = Vec::<String>::deserialize(deserializer)?;
    let level = |name: &String| {
        let level = name.parse();
        level.map_err(|error: UnknownLevel| D::Error::custom(format_args!("`{name}`: {error}")))
    };
    names.iter().map(level).collect()
}

const FACTS_ENDING: &str = ".toml";
const EXAMPLE_ENDING: &str = ".example.json";

impl Facts {
    /// Reads every page of a folder. `api:customer:get` is `customer.get.toml` and `customer.get.example.json`.
    fn read(folder: &Path) -> Self {
        let mut facts = Self {
            pages: Vec::new(),
            malformed: Vec::new(),
        };
        let files = fs::read_dir(folder).unwrap();
        let files = files.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let files: BTreeSet<String> = files.collect();
        let stems = |ending: &'static str| {
            let names = files
                .iter()
                .filter_map(move |file| file.strip_suffix(ending));
            names.collect::<BTreeSet<_>>()
        };
        for stem in stems(FACTS_ENDING) {
            match Page::read(folder, stem) {
                Ok(page) => facts.pages.push(page),
                Err(problem) => facts.malformed.push(problem),
            }
        }
        for stem in stems(EXAMPLE_ENDING).difference(&stems(FACTS_ENDING)) {
            facts.malformed.push(format!(
                "{stem}{EXAMPLE_ENDING}: its page's facts, {stem}{FACTS_ENDING}, are not stored"
            ));
        }
        facts
    }

    /// The page of this name.
    pub fn page(&self, name: &str) -> Option<&Page> {
        self.pages.iter().find(|page| page.name == name)
    }
}

impl Page {
    fn read(folder: &Path, stem: &str) -> Result<Self, String> {
        let read = |ending: &str| {
            let file = format!("{stem}{ending}");
            let text = fs::read_to_string(folder.join(&file));
            (text.map_err(|error| format!("{file}: {error}")), file)
        };
        let (text, file) = read(FACTS_ENDING);
        let mut page: Self = toml::from_str(&text?).map_err(|error| format!("{file}: {error}"))?;
        let named = page
            .name
            .strip_prefix("api:")
            .map(|name| name.replace(':', "."));
        if named.as_deref() != Some(stem) {
            let name = &page.name;
            return Err(format!(
                "{file}: it holds the facts of {name}, whose file it is not"
            ));
        }
        let (text, file) = read(EXAMPLE_ENDING);
        page.example = serde_json::from_str(&text?).map_err(|error| format!("{file}: {error}"))?;
        Ok(page)
    }
}

#[test]
fn every_malformed_file_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let write = |file: &str, text: &str| fs::write(folder.path().join(file), text).unwrap();
    let facts = |page: &str, levels: &str| {
        format!(
            "page = \"{page}\"\nrevised = \"2026-01-31\"\nmethod = \"GET\"\npath = \"/a\"\n\
             access = [{{ levels = [{levels}] }}]\nparameters = []\nerrors = []\nrepairs = []\n\
             properties = []\n"
        )
    };
    for stem in ["broken", "level", "moved", "whole"] {
        write(&format!("{stem}.example.json"), "{}");
    }
    write("broken.toml", "page = ");
    write("level.toml", &facts("api:level", "\"AMDIN\""));
    write("moved.toml", &facts("api:elsewhere", ""));
    write("whole.toml", &facts("api:whole", "\"ADMIN\""));
    write("a.b.toml", &facts("api:a:b", ""));
    write("bad.toml", &facts("api:bad", ""));
    write("bad.example.json", "{");
    write("stray.example.json", "{}");
    let read = Facts::read(folder.path());
    let names: Vec<_> = read.pages.iter().map(|page| page.name.as_str()).collect();
    assert_eq!(names, ["api:whole"]);
    let problems = [
        ("a.b.example.json: ", ""),
        ("bad.example.json: ", "EOF while parsing"),
        ("broken.toml: ", "line 1"),
        (
            "level.toml: ",
            "`AMDIN`: there is no such level; the levels are NO_LOGIN, ",
        ),
        (
            "moved.toml: ",
            "it holds the facts of api:elsewhere, whose file it is not",
        ),
        ("stray.example.json: ", "stray.toml, are not stored"),
    ];
    assert_eq!(read.malformed.len(), problems.len(), "{:?}", read.malformed);
    for (told, (file, why)) in read.malformed.iter().zip(problems) {
        assert!(told.starts_with(file) && told.contains(why), "{told}");
    }
}
