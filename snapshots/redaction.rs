//! Redaction does what the document says, for every operation, level and property.

use serde_json::json;
use telecomx_api::API;
use telecomx_contract::AccessLevel;

use crate::published::{DOCUMENT, complete_example, properties, read, sees, values_at};

#[test]
fn redaction_is_as_documented() {
    for operation in API.operations() {
        let properties = properties(operation);
        for level in AccessLevel::ALL {
            let mut value = read(operation, &complete_example(operation)).unwrap();
            value.redact(level);
            let redacted = value.to_json().unwrap();
            for (path, _) in &properties {
                assert_eq!(
                    !values_at(&redacted, path).is_empty(),
                    sees(operation, path, level),
                    "{level} sees {path} of {}",
                    operation.id
                );
            }
        }
    }
}

/// The test above would pass over a document that restricts nothing.
#[test]
fn something_is_restricted() {
    let component = |name: &str| &DOCUMENT["components"]["schemas"][name]["properties"];
    let resellers = json!(["RESELLER", "RESELLER_ADMIN", "ADMIN"]);
    assert_eq!(component("Customer")["notes"]["x-visible-to"], resellers);
    assert_eq!(
        component("MvnoAccount")["socs"]["x-visible-to"],
        json!(["ADMIN"])
    );
}

#[test]
fn redaction_keeps_what_it_may() {
    for operation in API.operations() {
        let complete = complete_example(operation);
        let mut value = read(operation, &complete).unwrap();
        value.redact(AccessLevel::ADMIN);
        assert_eq!(value.to_json().unwrap(), complete, "{}", operation.id);
    }
}
