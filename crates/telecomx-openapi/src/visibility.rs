//! Who sees what: redaction's rule, followed from every operation to every property.

use std::collections::BTreeMap;

use telecomx_contract::{Api, Audience, ErrorBody, Levels, Object, Resource};

/// Who sees each object, and each of its properties, in some answer or body.
#[derive(Debug, Default)]
pub struct Visibility {
    objects: BTreeMap<&'static str, (&'static Object, Levels)>,
    properties: BTreeMap<(&'static str, &'static str), Levels>,
}

impl Visibility {
    /// Who sees what, of the levels that an audience is told of.
    pub fn new(api: &Api, audience: Audience) -> Self {
        let mut visibility = Self::default();
        // Everybody is told what went wrong.
        visibility.add(ErrorBody::RESOURCE, audience.levels());
        for operation in api.operations() {
            for object in operation.objects() {
                visibility.add(object, operation.callers().intersection(audience.levels()));
            }
        }
        visibility
    }

    fn add(&mut self, object: &'static Object, levels: Levels) {
        let known = self.of_object(object.name);
        let levels_now = known.union(levels);
        // What a level sees below an object does not depend on where the object stands.
        if levels_now == known {
            return;
        }
        self.objects.insert(object.name, (object, levels_now));
        for property in object.wire_properties() {
            let levels = levels.intersection(property.visible_to);
            let seen_by = self.of_property(object.name, property.name).union(levels);
            self.properties
                .insert((object.name, property.name), seen_by);
            if let Some(below) = property.object {
                self.add(below, levels);
            }
        }
    }

    /// The objects that somebody sees, by name.
    pub fn objects(&self) -> impl Iterator<Item = &'static Object> {
        self.objects.values().map(|(object, _)| *object)
    }

    /// Who sees an object.
    pub fn of_object(&self, object: &str) -> Levels {
        let known = self.objects.get(object);
        known.map(|(_, levels)| *levels).unwrap_or_default()
    }

    /// Who sees a property of an object.
    pub fn of_property(&self, object: &str, property: &str) -> Levels {
        let levels = self.properties.get(&(object, property));
        levels.copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use telecomx_api::API;
    use telecomx_contract::AccessLevel::{ADMIN, NO_LOGIN, RESELLER, RESELLER_ADMIN, VIEWER};

    use super::*;

    #[test]
    fn what_is_below_a_restricted_property_is_seen_by_those_who_see_that() {
        let visibility = Visibility::new(&API, Audience::All);
        let resellers = Levels::of(&[RESELLER, RESELLER_ADMIN, ADMIN]);
        assert_eq!(
            visibility.of_property("Customer", "serviceLevelAgreements"),
            resellers
        );
        assert_eq!(visibility.of_object("ServiceLevelAgreement"), resellers);
        assert_eq!(
            visibility.of_property("ServiceLevelAgreement", "days"),
            resellers
        );
        assert!(visibility.of_property("Customer", "name").contains(VIEWER));
    }

    #[test]
    fn who_may_call_nothing_sees_errors_alone() {
        let visibility = Visibility::new(&API, Audience::Level(NO_LOGIN));
        assert_eq!(
            visibility.objects.keys().collect::<Vec<_>>(),
            [&"ErrorBody"]
        );
    }
}
