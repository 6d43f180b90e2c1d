//! What the documents must be like for the tools that read them.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

use serde_json::{Map, Value, json};
use telecomx_api::API;
use telecomx_contract::{
    __private::{KnownValue, number_enum_schema},
    AccessLevel, Audience,
};
use telecomx_model::ResponseTime;

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
    let name = "MvnoAccountKind";
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
        "CustomerSummary",
        "ErrorBody",
        "MvnoAccount",
        "Reseller",
    ];
    for name in names {
        assert!(STANDALONE.contains_key(name), "{name}");
    }
    for (name, schema) in &*STANDALONE {
        assert_eq!(schema["title"], *name);
    }
}

/// The names before the objects in a document of which something holds.
fn names_where(holds: fn(&Map<String, Value>) -> bool, value: &Value) -> BTreeSet<&str> {
    fn search<'d>(
        holds: fn(&Map<String, Value>) -> bool,
        value: &'d Value,
        name: &'d str,
        found: &mut BTreeSet<&'d str>,
    ) {
        match value {
            Value::Object(object) => {
                if holds(object) {
                    found.insert(name);
                }
                for (key, value) in object {
                    search(holds, value, key, found);
                }
            }
            Value::Array(items) => {
                for item in items {
                    search(holds, item, name, found);
                }
            }
            _ => {}
        }
    }
    let mut found = BTreeSet::new();
    search(holds, value, "", &mut found);
    found
}

/// `true` hides misspelt properties from generators of TypeScript, and 3.0 needs it for one of Go.
#[test]
fn only_3_0_says_that_objects_with_required_properties_are_open() {
    let is_open = |object: &Map<String, Value>| object.contains_key("additionalProperties");
    for document in AUDIENCES
        .iter()
        .chain([&*DOCUMENT_3_1])
        .chain(STANDALONE.values())
    {
        let open = names_where(is_open, document);
        assert!(open.is_subset(&BTreeSet::from(["custom"])), "{open:?}");
    }
    assert_eq!(
        names_where(is_open, &DOCUMENT_3_1),
        BTreeSet::from(["custom"])
    );

    let components = &DOCUMENT["components"]["schemas"];
    let mut open = names_where(|object| object.contains_key("required"), components);
    assert!(open.contains("Customer"));
    open.insert("custom");
    assert_eq!(names_where(is_open, components), open);
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

/// Validators of JavaScript take `int64` for a `bigint`, which cannot be written as JSON: it is for bytes and for
/// amounts of money alone.
#[test]
fn only_bytes_and_money_have_64_bits() {
    let found = names_where(
        |object| object.get("format").is_some_and(|format| format == "int64"),
        &DOCUMENT_3_1,
    );
    let names = ["data", "mvnoUsageLimit", "sipUsageLimit", "total", "used"];
    assert_eq!(found, BTreeSet::from(names));
    let components = &DOCUMENT_3_1["components"]["schemas"];
    assert_eq!(
        components["DataTopUp"]["properties"]["data"]["format"],
        "int64"
    );
    assert_eq!(
        components["SocLimit"]["properties"]["data"]["format"],
        "int32"
    );
    assert_eq!(components["ResponseTime"]["format"], "int32");
    let other = &components["ServiceLevelAgreement"]["properties"]["responseTime"]["anyOf"][1];
    assert_eq!(*other, json!({ "type": "integer", "format": "int32" }));
}

/// A number of hours that is not known yet is read whatever its size, and written as it came.
#[test]
fn an_enumeration_of_numbers_reads_more_than_it_publishes() {
    for json in ["1", "2", "-1", "2147483648", "9223372036854775807"] {
        let hours: ResponseTime = serde_json::from_str(json).unwrap();
        assert_eq!(serde_json::to_string(&hours).unwrap(), json);
    }
    let schema = |largest| {
        let known = [1, largest].map(|value| KnownValue {
            value,
            meaning: "",
            deprecated: None,
        });
        Value::from(number_enum_schema("Size", "A size.", None, &known))
    };
    assert_eq!(schema(2_147_483_647)["format"], "int32");
    assert_eq!(schema(2_147_483_648)["format"], "int64");
}

/// What openapi-generator makes of an `anyOf` at `Customer.state` is a `CustomerState`, which overwrote the component.
#[test]
fn no_component_is_called_as_an_owner_and_its_property() {
    for document in documents() {
        let components = &document["components"]["schemas"];
        let components = components.as_object().into_iter().flatten();
        let names: BTreeSet<String> = components
            .clone()
            .map(|(name, _)| name.to_lowercase())
            .collect();
        for (owner, schema) in components {
            for (property, _) in schema["properties"].as_object().into_iter().flatten() {
                let joined = format!("{owner}{property}").to_lowercase();
                assert!(!names.contains(&joined), "{joined}");
            }
        }
    }
    let components = &DOCUMENT_3_1["components"]["schemas"];
    for (name, values) in [
        ("CustomerStatus", json!(["ACTIVE", "BLOCKED", "DELETED"])),
        (
            "MvnoAccountStatus",
            json!(["ACTIVE", "CREATING", "DELETING", "BLOCKED"]),
        ),
        ("MvnoAccountKind", json!(["MVNO"])),
        ("SmartWatchPlatform", json!(["android", "ios"])),
    ] {
        assert_eq!(components[name]["enum"], values);
    }
}

/// Tools that make a function of an operation, and several generators, show no summary where there is a description.
#[test]
fn the_first_sentence_of_a_description_says_what_the_operation_does() {
    for document in documents() {
        let items = document["paths"].as_object().unwrap().values();
        for operation in items.flat_map(|item| item.as_object().unwrap().values()) {
            let description = operation["description"].as_str().unwrap();
            let id = operation["operationId"].as_str().unwrap();
            let mut operations = API.operations();
            let operation_of_id = operations.find(|operation| operation.id == id);
            let sentence = operation_of_id.unwrap().summary;
            assert!(sentence.ends_with('.'), "{id}");
            if id == "getMvnoAccount" {
                assert_eq!(sentence, "Get an MVNO account.");
            }
            assert_eq!(description.split("\n\n").next(), Some(sentence));
            assert_eq!(description.matches(sentence).count(), 1);
            assert_eq!(operation["summary"], sentence.trim_end_matches('.'));
        }
    }
}
