//! Each error of an operation stands at its status, with an example of what it answers.

use telecomx_api::API;

use crate::published::{DOCUMENT, resolve};

#[test]
fn every_error_has_its_example() {
    for operation in API.operations() {
        let method = operation.method.as_str().to_lowercase();
        let responses = &DOCUMENT["paths"][operation.path][method]["responses"];
        let mut found = Vec::new();
        for (status, response) in responses.as_object().unwrap() {
            let response = resolve(response);
            for code in response["x-error-codes"].as_array().into_iter().flatten() {
                let code = code.as_str().unwrap();
                let example = &response["content"]["application/json"]["examples"][code]["value"];
                assert_eq!(example["message"], code, "{}, {status}", operation.id);
                assert_ne!(example["description"].as_str().unwrap(), "");
                found.push((status.parse().unwrap(), code));
            }
        }
        for error in operation.errors {
            let own = (error.status, error.code);
            assert!(found.contains(&own), "{}: {own:?}", operation.id);
        }
    }
}
