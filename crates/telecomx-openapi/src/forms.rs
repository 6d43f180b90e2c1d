//! Where the form of a text is demanded: of what a caller sends.
//!
//! A client that holds an answer to a form loses the whole of it for one id of another length, and the platform has
//! answered with some. So a form stands at parameters and in bodies; a component that answers have too has none, and the
//! server judges it in a body all the same.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use crate::{
    references,
    schemas::COMPONENTS,
    walk::{self, Kind},
};

/// Takes the demands away from the schemas of answers, and from the components that they refer to.
pub(crate) fn free<'s>(
    answers: impl IntoIterator<Item = &'s mut Value>,
    components: &mut Map<String, Value>,
) {
    let document = json!({ "components": { "schemas": components } });
    let mut used = BTreeSet::new();
    for answer in answers {
        used.extend(references::reachable(Kind::Schema, answer, &document));
        demand_nothing(answer);
    }
    for (name, component) in components {
        if used.contains(&format!("{COMPONENTS}{name}")) {
            demand_nothing(component);
        }
    }
}

fn demand_nothing(schema: &mut Value) {
    walk::change_schemas(Kind::Schema, "", schema, &mut |_, schema| {
        for keyword in ["minLength", "maxLength", "pattern"] {
            schema.shift_remove(keyword);
        }
    });
}
