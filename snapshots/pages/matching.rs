//! A page beside its operation: every published property, and the row that it comes from.

use std::collections::BTreeMap;

use serde_json::Value;
use telecomx_api::API;
use telecomx_contract::{Claim, Erratum, Object, Operation, Property};

use super::facts::{Page, Row};
use crate::published::properties;

/// A page, the operation that follows it, and how the two fit together.
pub(super) struct Comparison<'p> {
    pub page: &'p Page,
    pub operation: &'static Operation,
    /// Every property of the answer, by its path.
    pub places: BTreeMap<String, Place<'p>>,
    /// The rows, and the errata about rows, that belong to no property.
    pub unmatched: Vec<String>,
}

/// A published property at one place.
pub(super) struct Place<'p> {
    pub property: &'static Property,
    /// The object that declares it.
    pub owner: &'static Object,
    /// Its schema in the published document.
    pub schema: &'static Value,
    pub row: Option<&'p Row>,
}

impl<'p> Comparison<'p> {
    /// Finds the operation that follows a page, and its properties' rows.
    ///
    /// # Errors
    ///
    /// That there is no such operation, or that there are several.
    pub fn of(page: &'p Page) -> Result<Self, String> {
        let name = &page.name;
        let operations = API.operations();
        let operations: Vec<_> = operations.filter(|it| it.page() == *name).collect();
        let operation = match operations[..] {
            [operation] => operation,
            [] => return Err(format!("{name}: no operation follows it")),
            [one, other, ..] => {
                let (one, other) = (one.id, other.id);
                return Err(format!("{name}: {one} and {other} both follow it"));
            }
        };
        let mut comparison = Self {
            page,
            operation,
            places: BTreeMap::new(),
            unmatched: Vec::new(),
        };
        comparison.find_places();
        comparison.match_rows();
        Ok(comparison)
    }

    /// The metadata and the document list the same properties.
    fn find_places(&mut self) {
        let mut schemas: BTreeMap<String, &Value> =
            properties(self.operation).into_iter().collect();
        let Some(answer) = self.operation.response.object else {
            return;
        };
        for (path, property) in answer.paths() {
            let Some(schema) = schemas.remove(&path) else {
                let difference = format!("{path} is declared, and not in the document");
                self.unmatched.push(difference);
                continue;
            };
            let parent = match path.rsplit_once('.') {
                Some((parent, _)) => self.places.get(parent.trim_end_matches("[]")),
                None => None,
            };
            let object = parent.map_or(Some(answer), |place| place.property.object);
            let owner = object.map_or(answer, |object| owner(object, property.name));
            let place = Place {
                property,
                owner,
                schema,
                row: None,
            };
            self.places.insert(path, place);
        }
        let undeclared = schemas.into_keys();
        let undeclared =
            undeclared.map(|path| format!("{path} is in the document, and not declared"));
        self.unmatched.extend(undeclared);
    }

    fn match_rows(&mut self) {
        // Rows that the table writes under another name.
        let mut moved: Vec<(String, &Erratum)> = Vec::new();
        for (path, place) in &self.places {
            moved.extend(
                place
                    .errata(self.page, path)
                    .map(|erratum| (path.clone(), erratum)),
            );
        }
        moved.retain(|(_, erratum)| matches!(erratum.claim, Claim::Row { .. }));

        let mut after = "";
        for row in &self.page.rows {
            let name = &row.path;
            let claim = moved.iter().position(|(_, erratum)| match erratum.claim {
                Claim::Row { row, after: before } => row == name && before == after,
                _ => false,
            });
            let path = claim.map_or_else(|| name.clone(), |index| moved.remove(index).0);
            match self.places.get_mut(&path) {
                Some(Place {
                    row: slot @ None, ..
                }) => *slot = Some(row),
                Some(_) => {
                    let difference = format!("two rows are {path}; the second follows {after}");
                    self.unmatched.push(difference);
                }
                None => {
                    let difference = format!("row {name}, after {after}, is not published");
                    self.unmatched.push(difference);
                }
            }
            after = name;
        }
        for (path, erratum) in moved {
            self.unmatched.push(format!("{path}: {}", untrue(erratum)));
        }
    }
}

/// The object that declares a property which stands in this one on the wire.
fn owner(object: &'static Object, name: &str) -> &'static Object {
    let flattened = object.properties.iter().filter(|property| property.flatten);
    let mut flattened = flattened.filter_map(|property| property.object);
    let holder = flattened.find(|inner| {
        let mut properties = inner.wire_properties().into_iter();
        properties.any(|property| property.name == name)
    });
    holder.map_or(object, |inner| owner(inner, name))
}

impl Place<'_> {
    /// The errata that hold at this path of a page.
    pub fn errata<'p>(
        &self,
        page: &'p Page,
        path: &'p str,
    ) -> impl Iterator<Item = &'static Erratum> + use<'p> {
        of_page(self.property.errata, page)
            .filter(move |erratum| erratum.at.is_none_or(|at| at == path))
    }

    /// What the errata claim of one kind at this path: a page says one thing of it.
    ///
    /// # Errors
    ///
    /// That there are two such claims.
    pub fn claim<T>(
        &self,
        page: &Page,
        path: &str,
        of_kind: fn(Claim) -> Option<T>,
    ) -> Result<Option<T>, String> {
        let mut claims = self
            .errata(page, path)
            .filter_map(|erratum| of_kind(erratum.claim));
        let first = claims.next();
        match claims.next() {
            Some(_) => Err(format!("{path} has two errata of one kind; leave one")),
            None => Ok(first),
        }
    }
}

/// The errata about a page.
pub(super) fn of_page<'p>(
    errata: &'static [Erratum],
    page: &'p Page,
) -> impl Iterator<Item = &'static Erratum> + use<'p> {
    let is_about = |erratum: &&Erratum| erratum.page == Some(page.name.as_str());
    errata.iter().filter(is_about)
}

/// The difference that an erratum is where its page does not say so.
pub(super) fn untrue(erratum: &Erratum) -> String {
    format!("the erratum {:?} is not, or no longer, true", erratum.claim)
}

/// Whether a list holds all of another, and more.
pub(super) fn is_more<T: PartialEq>(list: &[T], other: &[T]) -> bool {
    list.len() > other.len() && other.iter().all(|item| list.contains(item))
}
