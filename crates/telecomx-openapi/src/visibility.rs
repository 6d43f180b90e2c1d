//! Who sees what: redaction's rule, followed from every operation to every property.

use std::collections::{BTreeMap, BTreeSet};

use telecomx_contract::{AccessLevel, Api, ErrorBody, Object, Resource};

type Levels = BTreeSet<AccessLevel>;

/// Who sees each object, and each of its properties, in some answer or body.
#[derive(Debug, Default)]
pub struct Visibility {
    objects: BTreeMap<&'static str, (&'static Object, Levels)>,
    properties: BTreeMap<(&'static str, &'static str), Levels>,
}

impl Visibility {
    /// What callers of these levels see.
    pub fn new(api: &Api, levels: &[AccessLevel]) -> Self {
        let mut visibility = Self::default();
        for level in levels {
            // Everybody is told what went wrong.
            visibility.visit(ErrorBody::RESOURCE, *level);
            for operation in api.operations() {
                if operation.rules_for(*level).next().is_some() {
                    for object in operation.objects() {
                        visibility.visit(object, *level);
                    }
                }
            }
        }
        visibility
    }

    fn visit(&mut self, object: &'static Object, level: AccessLevel) {
        // What a level sees below an object does not depend on where the object stands.
        let (_, levels) = self
            .objects
            .entry(object.name)
            .or_insert_with(|| (object, Levels::new()));
        if !levels.insert(level) {
            return;
        }
        for property in object.wire_properties() {
            if !property.is_visible_to(level) {
                continue;
            }
            let levels = self.properties.entry((object.name, property.name));
            levels.or_default().insert(level);
            if let Some(below) = property.object {
                self.visit(below, level);
            }
        }
    }

    /// The objects that somebody sees, by name.
    pub fn objects(&self) -> impl Iterator<Item = &'static Object> {
        self.objects.values().map(|(object, _)| *object)
    }

    /// Who sees an object.
    pub fn of_object(&self, object: &str) -> Vec<AccessLevel> {
        let levels = self.objects.get(object).map(|(_, levels)| levels);
        levels.into_iter().flatten().copied().collect()
    }

    /// Who sees a property of an object.
    pub fn of_property(&self, object: &str, property: &str) -> Vec<AccessLevel> {
        self.properties
            .get(&(object, property))
            .into_iter()
            .flatten()
            .copied()
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use telecomx_api::API;
    use telecomx_contract::AccessLevel::{ADMIN, NO_LOGIN, RESELLER, RESELLER_ADMIN, VIEWER};

    use super::*;

    #[test]
    fn what_is_below_a_restricted_property_is_seen_by_those_who_see_that() {
        let visibility = Visibility::new(&API, &AccessLevel::ALL);
        let resellers = vec![RESELLER, RESELLER_ADMIN, ADMIN];
        assert_eq!(
            visibility.of_property("Customer", "serviceLevelAgreements"),
            resellers
        );
        assert_eq!(visibility.of_object("ServiceLevelAgreement"), resellers);
        assert_eq!(
            visibility.of_property("ServiceLevelAgreement", "days"),
            resellers
        );
        assert!(visibility.of_property("Customer", "name").contains(&VIEWER));
    }

    #[test]
    fn who_may_call_nothing_sees_errors_alone() {
        let visibility = Visibility::new(&API, &[NO_LOGIN]);
        assert_eq!(
            visibility.objects.keys().collect::<Vec<_>>(),
            [&"ErrorBody"]
        );
    }
}
