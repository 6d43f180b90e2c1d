//! One snapshot per operation's error list, as its responses document them.

use telecomx_api::API;

use crate::{
    published::{DOCUMENT, resolve},
    suite::{Suite, snapshot},
};

#[test]
fn errors() {
    let mut suite = Suite::new("errors");
    for operation in API.operations() {
        let method = operation.method.as_str().to_lowercase();
        let responses = &DOCUMENT["paths"][operation.path][method]["responses"];
        let mut text = String::new();
        for (status, response) in responses.as_object().unwrap() {
            let response = resolve(response);
            for code in response["x-error-codes"].as_array().into_iter().flatten() {
                let code = code.as_str().unwrap();
                let example = &response["content"]["application/json"]["examples"][code]["value"];
                assert_eq!(example["message"], code, "{}, {status}", operation.id);
                let description = example["description"].as_str().unwrap();
                text += &format!("{status} {code}: {description}\n");
            }
        }
        snapshot!(suite, operation.id, text);
    }
    suite.finish();
}
