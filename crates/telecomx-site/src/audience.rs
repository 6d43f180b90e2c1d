//! Whom a part of the site is for.

use telecomx_contract::{AccessLevel, Api};

/// Whom a part of the site is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Audience {
    /// The level whose callers it is for; none for those who may know the whole contract.
    pub(crate) level: Option<AccessLevel>,
    /// Whether the site has parts for others.
    pub(crate) is_one_of_several: bool,
}

impl Audience {
    /// The only audience of a site.
    pub(crate) const fn only(level: AccessLevel) -> Self {
        Self {
            level: Some(level),
            is_one_of_several: false,
        }
    }

    /// Those who may know the whole contract, and every level that may call something.
    pub(crate) fn all(api: &Api) -> Vec<Self> {
        let levels = AccessLevel::ALL
            .into_iter()
            .filter(|level| may_call_something(api, *level));
        std::iter::once(None)
            .chain(levels.map(Some))
            .map(|level| Self {
                level,
                is_one_of_several: true,
            })
            .collect()
    }

    /// The folder of its pages, with a `/` at its end; empty for that of the site.
    pub(crate) fn folder(self) -> String {
        match self.level {
            Some(level) if self.is_one_of_several => format!("{level}/"),
            _ => String::new(),
        }
    }

    /// Whom its documents are for.
    pub(crate) fn of_documents(self) -> telecomx_openapi::Audience {
        match self.level {
            Some(level) => telecomx_openapi::Audience::Level(level),
            None => telecomx_openapi::Audience::All,
        }
    }

    /// What it is called.
    pub(crate) fn name(self) -> &'static str {
        self.level.map_or("All levels", AccessLevel::as_str)
    }

    /// The levels that it may know of.
    pub(crate) fn levels(self) -> Vec<AccessLevel> {
        match self.level {
            Some(level) => vec![level],
            None => AccessLevel::ALL.into(),
        }
    }
}

/// Whether callers of a level may call some operation.
pub(crate) fn may_call_something(api: &Api, level: AccessLevel) -> bool {
    api.operations()
        .any(|operation| operation.rules_for(level).next().is_some())
}
