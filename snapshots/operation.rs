//! One snapshot per operation, without its examples: those are Rust values, tested in `responses.rs`.

use serde_json::Value;
use telecomx_api::API;

use crate::{
    published::DOCUMENT,
    suite::{Suite, snapshot},
};

#[test]
fn operations() {
    let mut suite = Suite::new("operation");
    for operation in API.operations() {
        let method = operation.method.as_str().to_lowercase();
        let mut object = DOCUMENT["paths"][operation.path][method].clone();
        for response in object["responses"].as_object_mut().unwrap().values_mut() {
            if let Some(content) = response.pointer_mut("/content/application~1json") {
                name_examples(content);
            }
        }
        snapshot!(
            suite,
            operation.id,
            serde_json::to_string_pretty(&object).unwrap()
        );
    }
    suite.finish();
}

/// Reduces the examples of a media type to their names.
fn name_examples(content: &mut Value) {
    if let Some(examples) = content.get_mut("examples") {
        let names = examples
            .as_object()
            .unwrap()
            .keys()
            .cloned()
            .map(Value::String);
        *examples = names.collect();
    }
}
