//! The whole API: what stands in a document beside its operations.

use crate::{Levels, Operation, Section};

/// An API: its identity and its operations, section by section.
#[derive(Debug, Clone, Copy)]
pub struct Api {
    /// Its name, as a title.
    pub title: &'static str,
    /// What it is for and how it is used, in Markdown.
    pub description: &'static str,
    /// The version of the published contract, `major.minor.patch`.
    pub version: &'static str,
    /// The base address that every operation's path is appended to, and what answers there.
    pub server: (&'static str, &'static str),
    /// Whom to ask.
    pub contact: Contact,
    /// The terms of use of the document.
    pub license: License,
    /// The operations, grouped as a reader looks for them.
    pub sections: &'static [&'static Section],
}

impl Api {
    /// The levels that may call some operation.
    pub fn callers(&self) -> Levels {
        let operations = self.operations();
        operations.fold(Levels::NONE, |all, operation| {
            all.union(operation.callers())
        })
    }

    /// Every operation, in the order of the sections.
    pub fn operations(&self) -> impl Iterator<Item = &'static Operation> + use<> {
        let sections = self.sections;
        sections
            .iter()
            .flat_map(|section| section.operations.iter().copied())
    }
}

/// Whom to ask about an API.
#[derive(Debug, Clone, Copy)]
pub struct Contact {
    /// The name of the organisation.
    pub name: &'static str,
    /// Its web address.
    pub url: &'static str,
}

/// The terms under which a document is published.
#[derive(Debug, Clone, Copy)]
pub struct License {
    /// The SPDX expression.
    pub name: &'static str,
    /// Where the terms can be read.
    pub url: &'static str,
}
