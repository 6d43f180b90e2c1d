//! The documents that the contract is published as, by name.

use std::collections::BTreeMap;

use serde_json::Value;
use telecomx_api::API;
use telecomx_contract::{AccessLevel, Audience};
use telecomx_openapi::{Loss, Lowered};

/// The document that tells what OpenAPI 3.0 loses.
pub(crate) const LOSSES: &str = "lost-in-3.0.txt";

/// The text of each document by its name, which is a path with `/` between the names.
type Texts = BTreeMap<String, String>;

/// Both editions of the whole contract.
pub(crate) struct Editions {
    /// OpenAPI 3.1.
    newest: Value,
    /// OpenAPI 3.0.
    lowered: Value,
    /// What OpenAPI 3.0 loses.
    pub(crate) losses: Vec<Loss>,
}

impl Editions {
    /// The editions of the contract that this program was compiled with.
    ///
    /// # Errors
    ///
    /// If the contract cannot be published.
    pub(crate) fn new() -> anyhow::Result<Self> {
        let newest = telecomx_openapi::document(&API, Audience::All)?;
        let Lowered { document, losses } = telecomx_openapi::lower(newest.clone())?;
        Ok(Self {
            newest,
            lowered: document,
            losses,
        })
    }

    /// What is reviewed, and so committed: each fact of the contract once in each edition, and the tables.
    pub(crate) fn reviewed(&self) -> anyhow::Result<Texts> {
        let mut texts = self.in_json()?;
        texts.extend([
            ("access.md".to_owned(), telecomx_openapi::access(&API)),
            ("errata.md".to_owned(), telecomx_openapi::errata(&API)),
            (
                "operations.txt".to_owned(),
                telecomx_openapi::operations(&API),
            ),
        ]);
        Ok(texts)
    }

    /// What a release holds: the editions, and what follows from them for those who take a part or another form.
    pub(crate) fn released(&self) -> anyhow::Result<Texts> {
        let mut texts = self.in_json()?;
        for (name, document) in [("openapi", &self.lowered), ("openapi-3.1", &self.newest)] {
            texts.insert(format!("{name}.yaml"), serde_saphyr::to_string(document)?);
        }
        for (name, schema) in telecomx_openapi::standalone_schemas(&self.newest) {
            texts.insert(format!("schemas/{name}.schema.json"), json(&schema)?);
        }
        for level in AccessLevel::ALL {
            let document = telecomx_openapi::document(&API, Audience::Level(level))?;
            texts.insert(format!("audiences/{level}.json"), json(&document)?);
        }
        Ok(texts)
    }

    /// The editions as JSON, and how they differ.
    fn in_json(&self) -> anyhow::Result<Texts> {
        Ok(Texts::from([
            ("openapi.json".to_owned(), json(&self.lowered)?),
            ("openapi-3.1.json".to_owned(), json(&self.newest)?),
            (LOSSES.to_owned(), telecomx_openapi::losses(&self.losses)),
        ]))
    }
}

fn json(value: &Value) -> anyhow::Result<String> {
    Ok(serde_json::to_string_pretty(value)? + "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_edition_says_the_same_in_yaml_and_in_json() {
        let texts = Editions::new().unwrap().released().unwrap();
        for name in ["openapi", "openapi-3.1"] {
            let from_json: Value = serde_json::from_str(&texts[&format!("{name}.json")]).unwrap();
            let from_yaml: Value = serde_saphyr::from_str(&texts[&format!("{name}.yaml")]).unwrap();
            assert_eq!(from_yaml, from_json, "{name}");
        }
    }
}
