//! From the contract to its documentation site: a folder of static pages that work from any path, and
//! without a single request to another host.
//!
//! Pure: a [`Site`] holds everything that its files are made from, and the same site gives the same bytes.

mod changes;
mod document;
mod layout;
mod markdown;
mod pages;
mod part;
mod portal;
mod renderer;
mod samples;
mod schema;
mod search;

use std::collections::BTreeMap;

use serde_json::Value;
use telecomx_contract::{AccessLevel, Api, Audience};

use self::{part::Part, portal::Portal};

pub use self::renderer::RendererError;
pub use self::samples::{Sample, SampleError};

/// What a documentation site is made from.
#[derive(Debug, Clone, Copy)]
pub struct Site<'s> {
    /// The contract.
    pub api: &'s Api,
    /// The audience of a site that is for one alone. Otherwise there is a part for each, beside the whole.
    pub audience: Option<AccessLevel>,
    /// What was last published, to tell what has changed.
    pub previous: Option<&'s Previous>,
    /// The program that renders the reference, `redoc.standalone.js`.
    pub renderer: &'s str,
    /// The terms under which others may have it.
    pub renderer_licence: &'s str,
}

/// A version that was published.
#[derive(Debug, Clone)]
pub struct Previous {
    /// What it is called, such as the name of its tag.
    pub name: String,
    /// Its OpenAPI 3.0 document.
    pub document: Value,
}

/// Why a site cannot be made.
#[derive(Debug, thiserror::Error)]
pub enum SiteError {
    /// The contract cannot be published.
    #[error(transparent)]
    Contract(#[from] telecomx_openapi::ContractError),
    /// An operation cannot be shown by a sample.
    #[error(transparent)]
    Sample(#[from] SampleError),
    /// The renderer is not as expected.
    #[error(transparent)]
    Renderer(#[from] RendererError),
    /// A document cannot be written as JSON.
    #[error("a document cannot be written as JSON: {0}")]
    Json(#[from] serde_json::Error),
    /// A document cannot be written as YAML.
    #[error("a document cannot be written as YAML: {0}")]
    Yaml(#[from] serde_saphyr::ser::Error),
    /// The audience cannot call anything.
    #[error("{0} may call no operation, so there is nothing to show to it; name another level")]
    NothingToShow(AccessLevel),
}

/// The files of a site by their paths in its folder, with `/` between the names.
pub type Files = BTreeMap<String, String>;

/// What the pages of every audience share.
const ASSETS: [(&str, &str); 5] = [
    ("site.css", include_str!("../assets/site.css")),
    ("site.js", include_str!("../assets/site.js")),
    ("pages.css", include_str!("../assets/pages.css")),
    ("reference.css", include_str!("../assets/reference.css")),
    ("reference.js", include_str!("../assets/reference.js")),
];

impl Site<'_> {
    /// The files of the site.
    ///
    /// # Errors
    ///
    /// A contract that cannot be published or shown, or a renderer that asks other hosts.
    pub fn files(&self) -> Result<Files, SiteError> {
        let mut files: Files = ASSETS
            .into_iter()
            .map(|(name, text)| (format!("assets/{name}"), text.to_owned()))
            .collect();
        files.insert(
            "assets/redoc.js".to_owned(),
            renderer::offline(self.renderer)?,
        );
        files.insert(
            "assets/redoc.LICENSE.txt".to_owned(),
            self.renderer_licence.to_owned(),
        );
        for portal in self.portals()? {
            for (path, text) in pages::all(&portal)? {
                files.insert(format!("{}{path}", portal.folder()), text);
            }
        }
        Ok(files)
    }

    /// The part for each audience; of a site for one audience, that alone.
    fn portals(&self) -> Result<Vec<Portal>, SiteError> {
        let parts = match self.audience {
            Some(level) if !self.api.callers().contains(level) => {
                return Err(SiteError::NothingToShow(level));
            }
            Some(level) => vec![Part::only(Audience::Level(level))],
            None => Part::all(self.api),
        };
        let mut portals = parts
            .into_iter()
            .map(|part| Portal::new(self, part))
            .collect::<Result<Vec<_>, _>>()?;
        // Each links to the same page of the others, where they have it.
        let switch: Vec<_> = portals.iter().map(Portal::places).collect();
        for portal in &mut portals {
            portal.switch.clone_from(&switch);
        }
        Ok(portals)
    }
}
