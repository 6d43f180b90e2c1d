//! What the documents must be like for the tools that read them.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

use serde_json::{Value, json};
use telecomx_api::API;
use telecomx_contract::AccessLevel;
use telecomx_openapi::Audience;

use crate::published::{DOCUMENT, DOCUMENT_3_1};

/// The schemas that stand alone, by name.
static STANDALONE: LazyLock<BTreeMap<String, Value>> =
    LazyLock::new(|| telecomx_openapi::standalone_schemas(&DOCUMENT_3_1));

/// The documents of the access levels.
static AUDIENCES: LazyLock<Vec<Value>> = LazyLock::new(|| {
    let document = |level| telecomx_openapi::document(&API, Audience::Level(level)).unwrap();
    AccessLevel::ALL.into_iter().map(document).collect()
});

/// Every document of OpenAPI.
fn documents() -> impl Iterator<Item = &'static Value> {
    AUDIENCES.iter().chain([&*DOCUMENT_3_1, *DOCUMENT])
}

/// One diff tool refuses a root with a key that it does not know.
#[test]
fn the_root_of_a_document_has_the_keys_that_every_tool_knows() {
    for document in documents() {
        for key in document.as_object().unwrap().keys() {
            let known = [
                "openapi",
                "info",
                "servers",
                "paths",
                "components",
                "security",
                "tags",
            ];
            assert!(known.contains(&key.as_str()), "{key}");
        }
    }
}

/// openapi-python-client refuses the first new value of an open enumeration that is a `const`.
#[test]
fn an_enumeration_of_one_value_is_an_enum() {
    let name = "MvnoAccountType";
    let one = json!(["MVNO"]);
    assert_eq!(DOCUMENT_3_1["components"]["schemas"][name]["enum"], one);
    assert_eq!(STANDALONE["MvnoAccount"]["$defs"][name]["enum"], one);
    let of_account = &DOCUMENT["components"]["schemas"]["MvnoAccount"]["properties"];
    assert_eq!(of_account["type"]["x-extensible-enum"], one);
    for document in documents().chain(STANDALONE.values()) {
        // No property is called so, which a search of the text would find too.
        assert!(!document.to_string().contains("\"const\":"));
    }
}

/// json-schema-to-typescript names a type after the whole `$id` where there is no title. What stands in
/// `$defs` it names after its key.
#[test]
fn a_schema_that_stands_alone_has_the_title_of_its_component() {
    let names = [
        "Customer",
        "CustomerName",
        "ErrorBody",
        "MvnoAccount",
        "Reseller",
    ];
    assert!(STANDALONE.keys().eq(names));
    for name in names {
        assert_eq!(STANDALONE[name]["title"], name);
    }
}

/// The places of a keyword in a document, each as the name before it.
fn places_of(keyword: &str, value: &Value, name: &str, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(object) => {
            if object.contains_key(keyword) {
                found.insert(name.to_owned());
            }
            for (key, value) in object {
                places_of(keyword, value, key, found);
            }
        }
        Value::Array(items) => {
            for item in items {
                places_of(keyword, item, name, found);
            }
        }
        _ => {}
    }
}

/// `true` hides misspelt properties from generators of TypeScript, and 3.0 needs it for one of Go.
#[test]
fn only_3_0_says_that_objects_with_required_properties_are_open() {
    let free = BTreeSet::from(["custom".to_owned()]);
    for document in AUDIENCES
        .iter()
        .chain([&*DOCUMENT_3_1])
        .chain(STANDALONE.values())
    {
        let mut found = BTreeSet::new();
        places_of("additionalProperties", document, "", &mut found);
        assert!(found.is_subset(&free), "{found:?}");
    }
    let custom = &DOCUMENT_3_1["components"]["schemas"]["Customer"]["properties"]["custom"];
    assert_eq!(custom["additionalProperties"], true);

    let mut found = BTreeSet::new();
    places_of("additionalProperties", &DOCUMENT, "", &mut found);
    let mut with_required = free;
    places_of(
        "required",
        &DOCUMENT["components"]["schemas"],
        "",
        &mut with_required,
    );
    assert_eq!(found, with_required);
    assert_eq!(
        DOCUMENT["components"]["schemas"]["Customer"]["additionalProperties"],
        true
    );
}

/// With other forms five generators lose the null or the type, and `nullable` without a type is refused by linters.
#[test]
fn a_reference_that_may_be_null_is_read_by_every_generator_of_3_0() {
    let properties = &DOCUMENT["components"]["schemas"]["MvnoAccount"]["properties"];
    let mut property = properties["mvnoSimNetworkChangeTo"].clone();
    property.as_object_mut().unwrap().remove("description");
    assert_eq!(
        property,
        json!({
            "type": "object",
            "nullable": true,
            "anyOf": [{ "$ref": "#/components/schemas/NetworkChange" }, { "enum": [null] }],
        })
    );
}
