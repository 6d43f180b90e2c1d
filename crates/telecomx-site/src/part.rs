//! Parts of the site.

use telecomx_contract::{Api, Audience};

/// A part of the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Part {
    /// Whom it is for.
    pub(crate) audience: Audience,
    /// Whether the site has parts for others.
    pub(crate) is_one_of_several: bool,
}

impl Part {
    /// The only part of a site.
    pub(crate) const fn only(audience: Audience) -> Self {
        Self {
            audience,
            is_one_of_several: false,
        }
    }

    /// One for those who may know the whole contract, and one for every level that may call something.
    pub(crate) fn all(api: &Api) -> Vec<Self> {
        let levels = api.callers().iter().map(Audience::Level);
        std::iter::once(Audience::All)
            .chain(levels)
            .map(|audience| Self {
                audience,
                is_one_of_several: true,
            })
            .collect()
    }

    /// The folder of its pages, with a `/` at its end; empty for that of the site.
    pub(crate) fn folder(self) -> String {
        match self.audience {
            Audience::Level(level) if self.is_one_of_several => format!("{level}/"),
            _ => String::new(),
        }
    }

    /// What it is called.
    pub(crate) fn name(self) -> &'static str {
        match self.audience {
            Audience::All => "All levels",
            Audience::Level(level) => level.as_str(),
        }
    }
}
