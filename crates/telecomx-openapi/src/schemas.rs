//! Collecting the schemas of every operation, and the components they refer to.

use std::collections::BTreeMap;

use schemars::{Schema, SchemaGenerator, generate::SchemaSettings};
use serde_json::{Map, Value};
use telecomx_contract::{Api, ErrorBody, Object, Resource};

use crate::{metadata, problem::Problems, tidy};

/// Where components stand in a document.
pub(crate) const COMPONENTS: &str = "#/components/schemas/";

/// The schemas of an API, in JSON Schema 2020-12.
pub(crate) struct Schemas {
    generator: SchemaGenerator,
    objects: BTreeMap<&'static str, &'static Object>,
}

impl Schemas {
    pub(crate) fn new(api: &Api) -> Self {
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
            match self.objects.get(name.as_str()) {
                Some(object) => metadata::apply(object, schema, problems),
                None => problems.add(name, self.why_unknown(name)),
            }
        }
        components.sort_keys();
        components
    }

    /// Why a component has no metadata: schemars numbers the second type of one name.
    fn why_unknown(&self, name: &str) -> String {
        let base = name.trim_end_matches(|last: char| last.is_ascii_digit());
        match self.objects.contains_key(base) && base != name {
            true => format!("two types are called `{base}`; rename one, since components are named after their types"),
            false => "it is no resource; derive `Resource` on it, or `#[schemars(inline)]` if it is not an object".to_owned(),
        }
    }
}
