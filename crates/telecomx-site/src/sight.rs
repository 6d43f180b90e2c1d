//! Who sees what: redaction's rule, followed from every operation to every property.

use std::collections::{BTreeMap, BTreeSet};

use telecomx_contract::{AccessLevel, Api, ErrorBody, Object, Resource};

type Levels = BTreeSet<AccessLevel>;

/// Who sees each object, and each of its properties, in some answer or body.
#[derive(Debug, Default)]
pub(crate) struct Sight {
    objects: BTreeMap<&'static str, Levels>,
    properties: BTreeMap<(&'static str, &'static str), Levels>,
}

impl Sight {
    /// What callers of these levels see.
    pub(crate) fn new(api: &Api, levels: &[AccessLevel]) -> Self {
        let mut sight = Self::default();
        for level in levels {
            // Everybody is told what went wrong.
            sight.visit(ErrorBody::RESOURCE, *level);
            for operation in api.operations() {
                if operation.rules_for(*level).next().is_some() {
                    for object in operation.objects() {
                        sight.visit(object, *level);
                    }
                }
            }
        }
        sight
    }

    fn visit(&mut self, object: &'static Object, level: AccessLevel) {
        // What a level sees below an object does not depend on where the object stands.
        if !self.objects.entry(object.name).or_default().insert(level) {
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

    /// Who sees an object.
    pub(crate) fn of_object(&self, object: &str) -> Vec<AccessLevel> {
        self.objects
            .get(object)
            .into_iter()
            .flatten()
            .copied()
            .collect()
    }

    /// Who sees a property of an object.
    pub(crate) fn of_property(&self, object: &str, property: &str) -> Vec<AccessLevel> {
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
        let sight = Sight::new(&API, &AccessLevel::ALL);
        let resellers = vec![RESELLER, RESELLER_ADMIN, ADMIN];
        assert_eq!(
            sight.of_property("Customer", "serviceLevelAgreements"),
            resellers
        );
        assert_eq!(sight.of_object("ServiceLevelAgreement"), resellers);
        assert_eq!(
            sight.of_property("ServiceLevelAgreement", "days"),
            resellers
        );
        assert!(sight.of_property("Customer", "name").contains(&VIEWER));
    }

    #[test]
    fn who_may_call_nothing_sees_errors_alone() {
        let sight = Sight::new(&API, &[NO_LOGIN]);
        assert_eq!(sight.objects.keys().collect::<Vec<_>>(), [&"ErrorBody"]);
    }
}
