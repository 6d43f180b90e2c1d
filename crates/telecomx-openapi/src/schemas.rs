//! Collecting the schemas of every operation, and the components they refer to.

use std::collections::BTreeMap;

use schemars::{Schema, SchemaGenerator, generate::SchemaSettings};
use serde_json::{Map, Value};
use telecomx_contract::{Api, Audience, ErrorBody, Object, Resource};

use crate::{metadata, open_enums, problem::Problems, tidy};

/// Where components stand in a document.
pub(crate) const COMPONENTS: &str = "#/components/schemas/";

/// The component that a schema refers to.
pub(crate) fn component_name(schema: &Value) -> Option<&str> {
    schema.get("$ref")?.as_str()?.strip_prefix(COMPONENTS)
}

/// The schemas of an API for an audience, in JSON Schema 2020-12.
pub(crate) struct Schemas {
    audience: Audience,
    generator: SchemaGenerator,
    objects: BTreeMap<&'static str, &'static Object>,
}

impl Schemas {
    pub(crate) fn new(api: &Api, audience: Audience) -> Self {
        let settings = SchemaSettings::draft2020_12().with(|settings| {
            settings.definitions_path = COMPONENTS.trim_matches(['#', '/']).to_owned().into();
            settings.definitions_path.to_mut().insert(0, '/');
            settings.meta_schema = None;
        });
        let roots = api.operations().flat_map(|operation| {
            let body = operation.body.map(|body| body.object);
            operation.response.object.into_iter().chain(body)
        });
        let objects = roots
            .chain([ErrorBody::RESOURCE])
            .flat_map(Object::objects)
            .map(|object| (object.name, object))
            .collect();
        let mut schemas = Self {
            audience,
            generator: settings.into_generator(),
            objects,
        };
        schemas.schema(SchemaGenerator::subschema_for::<ErrorBody>);
        schemas
    }

    /// The tidied schema at a place of use; objects are references.
    pub(crate) fn schema(&mut self, schema: fn(&mut SchemaGenerator) -> Schema) -> Value {
        let mut schema = Value::from(schema(&mut self.generator));
        tidy::tidy(&mut schema);
        schema
    }

    /// Every component that was referred to, by name.
    pub(crate) fn into_components(mut self, problems: &mut Problems) -> Map<String, Value> {
        let mut components = self.generator.take_definitions(true);
        for (name, schema) in &mut components {
            tidy::tidy(schema);
            if let Some(of_type) = open_enums::close(schema) {
                if of_type != *name {
                    problems.add(name, two_types(&of_type));
                }
            } else if let Some(object) = self.objects.get(name.as_str()) {
                metadata::apply(object, schema, self.audience, problems);
            } else {
                problems.add(name, self.why_unknown(name));
            }
        }
        components.sort_keys();
        components
    }

    /// Why a component has no metadata: schemars numbers the second type of one name.
    fn why_unknown(&self, name: &str) -> String {
        let base = name.trim_end_matches(|last: char| last.is_ascii_digit());
        match self.objects.contains_key(base) && base != name {
            true => two_types(base),
            false => "it is no resource; derive `Resource` on it, or `#[schemars(inline)]` if it is not an object".to_owned(),
        }
    }
}

fn two_types(name: &str) -> String {
    format!(
        "two types are called `{name}`; rename one, since components are named after their types"
    )
}

#[cfg(test)]
mod tests {
    use telecomx_contract::{Contact, License, OpenEnum};

    use super::*;

    /// Whether a customer is in use.
    #[derive(Debug, OpenEnum)]
    enum State {
        /// It is in use.
        Active,
        /// A newer one.
        Other(String),
    }

    mod other {
        use super::OpenEnum;

        /// Whether a phone is in use.
        #[derive(Debug, OpenEnum)]
        pub(super) enum State {
            /// It is in use.
            Active,
            /// A newer one.
            Other(String),
        }
    }

    const API: Api = Api {
        title: "t",
        description: "",
        version: "1",
        server: ("https://api.example", ""),
        contact: Contact { name: "", url: "" },
        license: License { name: "", url: "" },
        sections: &[],
    };

    #[test]
    fn two_enumerations_of_one_name_are_refused() {
        let mut schemas = Schemas::new(&API, Audience::All);
        let mut problems = Problems::default();
        schemas.schema(SchemaGenerator::subschema_for::<State>);
        schemas.schema(SchemaGenerator::subschema_for::<State>);
        schemas.schema(SchemaGenerator::subschema_for::<other::State>);
        schemas.into_components(&mut problems);
        let error = problems.finish(()).unwrap_err();
        assert_eq!(
            error.to_string(),
            "the contract cannot be published:\n  \
             State2: two types are called `State`; rename one, since components are named after their types"
        );
    }
}
