//! Properties that are called as keywords of JSON Schema and OpenAPI are, and data that looks like a reference: neither
//! is taken for what it is not.

use std::collections::BTreeSet;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;
use serde_json::{Map, Value, json};
use telecomx_api::API;
use telecomx_contract::{Api, Audience, Endpoint, Example, Examples, Redact, Resource, Section};
use telecomx_model::CustomData;

/// The schema of what looks like a reference and is data.
const LOOKS_LIKE_A_REFERENCE: &str = "#/components/schemas/Nowhere";

/// An object with a property for each keyword, every one of a type of its own.
macro_rules! keywords {
    ($($field:ident $part:ident $name:literal)*) => {
        /// What is called as a keyword is.
        #[derive(Debug, Clone, PartialEq, Default, Deserialize, JsonSchema, Resource)]
        #[serde(rename_all = "camelCase")]
        struct Keywords {
            $(
                /// A part that must not get lost.
                #[serde(rename = $name)]
                $field: Option<$part>,
            )*
            /// Data of any form.
            #[schemars(extend(
                "examples" = [{ "$ref": LOOKS_LIKE_A_REFERENCE }],
                "default" = { "$ref": LOOKS_LIKE_A_REFERENCE },
                "x-data" = { "properties": { "a": { "$ref": LOOKS_LIKE_A_REFERENCE } } },
            ))]
            data: Option<CustomData>,
        }

        $(
            /// A part.
            #[derive(Debug, Clone, PartialEq, Default, Deserialize, JsonSchema, Resource)]
            #[serde(rename_all = "camelCase")]
            struct $part {
                /// What the part says.
                text: Option<String>,
            }
        )*

        /// The name of each property, and of its type.
        const PROPERTIES: &[(&str, &str)] = &[$(($name, stringify!($part)),)*];
    };
}

keywords! {
    anchor_ PartAnchor "$anchor"
    comment_ PartComment "$comment"
    defs_ PartDefs "$defs"
    dynamic_anchor_ PartDynamicAnchor "$dynamicAnchor"
    dynamic_ref_ PartDynamicRef "$dynamicRef"
    id_ PartId "$id"
    ref_ PartRef "$ref"
    dialect_ PartDialect "$schema"
    vocabulary_ PartVocabulary "$vocabulary"
    additional_properties_ PartAdditionalProperties "additionalProperties"
    all_of_ PartAllOf "allOf"
    any_of_ PartAnyOf "anyOf"
    const_ PartConst "const"
    contains_ PartContains "contains"
    content_encoding_ PartContentEncoding "contentEncoding"
    content_media_type_ PartContentMediaType "contentMediaType"
    content_schema_ PartContentSchema "contentSchema"
    default_ PartDefault "default"
    definitions_ PartDefinitions "definitions"
    dependencies_ PartDependencies "dependencies"
    dependent_required_ PartDependentRequired "dependentRequired"
    dependent_schemas_ PartDependentSchemas "dependentSchemas"
    deprecated_ PartDeprecated "deprecated"
    description_ PartDescription "description"
    discriminator_ PartDiscriminator "discriminator"
    else_ PartElse "else"
    enum_ PartEnum "enum"
    example_ PartExample "example"
    examples_ PartExamples "examples"
    exclusive_maximum_ PartExclusiveMaximum "exclusiveMaximum"
    exclusive_minimum_ PartExclusiveMinimum "exclusiveMinimum"
    external_docs_ PartExternalDocs "externalDocs"
    format_ PartFormat "format"
    if_ PartIf "if"
    items_ PartItems "items"
    max_contains_ PartMaxContains "maxContains"
    max_items_ PartMaxItems "maxItems"
    max_length_ PartMaxLength "maxLength"
    max_properties_ PartMaxProperties "maxProperties"
    maximum_ PartMaximum "maximum"
    min_contains_ PartMinContains "minContains"
    min_items_ PartMinItems "minItems"
    min_length_ PartMinLength "minLength"
    min_properties_ PartMinProperties "minProperties"
    minimum_ PartMinimum "minimum"
    multiple_of_ PartMultipleOf "multipleOf"
    not_ PartNot "not"
    nullable_ PartNullable "nullable"
    one_of_ PartOneOf "oneOf"
    pattern_ PartPattern "pattern"
    pattern_properties_ PartPatternProperties "patternProperties"
    prefix_items_ PartPrefixItems "prefixItems"
    properties_ PartProperties "properties"
    property_names_ PartPropertyNames "propertyNames"
    read_only_ PartReadOnly "readOnly"
    required_ PartRequired "required"
    schema_ PartSchema "schema"
    schemas_ PartSchemas "schemas"
    then_ PartThen "then"
    title_ PartTitle "title"
    type_ PartType "type"
    unevaluated_items_ PartUnevaluatedItems "unevaluatedItems"
    unevaluated_properties_ PartUnevaluatedProperties "unevaluatedProperties"
    unique_items_ PartUniqueItems "uniqueItems"
    write_only_ PartWriteOnly "writeOnly"
    x_enum_descriptions_ PartXEnumDescriptions "x-enum-descriptions"
    x_extensible_enum_ PartXExtensibleEnum "x-extensible-enum"
    x_visible_to_ PartXVisibleTo "x-visible-to"
    xml_ PartXml "xml"
}

impl Examples for Keywords {
    fn examples() -> Vec<Example<Self>> {
        let data = Map::from_iter([("$ref".to_owned(), json!(LOOKS_LIKE_A_REFERENCE))]);
        vec![Example {
            name: "data",
            summary: "Data that looks like a reference",
            value: Self {
                data: Some(CustomData::new(data).unwrap()),
                ..Self::default()
            },
        }]
    }
}

/// Get what is called as keywords are.
#[derive(Debug, Clone, PartialEq, Endpoint)]
#[endpoint(GET "/keywords", response = Keywords, revised = "2026-01-31")]
#[access(ADMIN)]
struct GetKeywords {}

impl Examples for GetKeywords {
    fn examples() -> Vec<Example<Self>> {
        Example::only(Self {})
    }
}

/// An API of one operation.
const fn api_of(sections: &'static [&'static Section]) -> Api {
    Api { sections, ..API }
}

const KEYWORDS: Api = api_of(&[&Section {
    name: "Keywords",
    description: "",
    operations: &[GetKeywords::LISTED],
}]);

fn document() -> Value {
    telecomx_openapi::document(&KEYWORDS, Audience::All).unwrap_or_else(|error| panic!("{error}"))
}

/// The components there must be: the parts and these.
fn names_with(others: &[&'static str]) -> BTreeSet<&'static str> {
    let parts = PROPERTIES.iter().map(|(_, part)| *part);
    parts.chain(others.iter().copied()).collect()
}

fn names(components: &Value) -> BTreeSet<&str> {
    components
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect()
}

#[test]
fn every_property_keeps_its_component_in_3_1() {
    let document = document();
    let components = &document["components"]["schemas"];
    assert_eq!(names(components), names_with(&["ErrorBody", "Keywords"]));
    for (name, part) in PROPERTIES {
        assert_eq!(
            components["Keywords"]["properties"][name],
            json!({
                "description": "A part that must not get lost.",
                "$ref": format!("#/components/schemas/{part}"),
            }),
            "{name}"
        );
    }
}

#[test]
fn every_property_keeps_its_component_in_3_0() {
    let document = telecomx_openapi::lower(document()).unwrap().document;
    let components = &document["components"]["schemas"];
    assert_eq!(names(components), names_with(&["ErrorBody", "Keywords"]));
    for (name, part) in PROPERTIES {
        assert_eq!(
            components["Keywords"]["properties"][name],
            json!({
                "description": "A part that must not get lost.",
                "allOf": [{ "$ref": format!("#/components/schemas/{part}") }],
            }),
            "{name}"
        );
    }
}

#[test]
fn every_property_keeps_its_component_in_a_schema_that_stands_alone() {
    let schema = &telecomx_openapi::standalone_schemas(&document())["Keywords"];
    assert_eq!(names(&schema["$defs"]), names_with(&[]));
    let validator = jsonschema::validator_for(schema).unwrap();
    for (name, part) in PROPERTIES {
        assert_eq!(
            schema["properties"][name]["$ref"],
            format!("#/$defs/{part}"),
            "{name}"
        );
        assert!(
            validator.is_valid(&json!({ *name: { "text": "a" } })),
            "{name}"
        );
        assert!(
            !validator.is_valid(&json!({ *name: { "text": 1 } })),
            "{name}"
        );
    }
}

#[test]
fn data_that_looks_like_a_reference_stays_as_it_is() {
    let document = document();
    let looks_like = json!({ "$ref": LOOKS_LIKE_A_REFERENCE });
    let answer = &document["paths"]["/keywords"]["get"]["responses"]["200"];
    let example = &answer["content"]["application/json"]["examples"]["data"]["value"];
    assert_eq!(example["data"], looks_like);

    let standalone = &telecomx_openapi::standalone_schemas(&document)["Keywords"];
    for schema in [&document["components"]["schemas"]["Keywords"], standalone] {
        let data = &schema["properties"]["data"];
        assert_eq!(data["examples"], json!([looks_like]));
        assert_eq!(data["default"], looks_like);
        assert_eq!(data["x-data"]["properties"]["a"], looks_like);
    }
    let lowered = telecomx_openapi::lower(document).unwrap().document;
    let data = &lowered["components"]["schemas"]["Keywords"]["properties"]["data"];
    assert_eq!(data["example"], looks_like);
    assert_eq!(data["default"], looks_like);
}

/// A value whose schema refers to a component that nobody collects.
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
struct Lost(String);

impl serde::Serialize for Lost {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl Redact for Lost {}

impl JsonSchema for Lost {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Lost".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "$ref": LOOKS_LIKE_A_REFERENCE })
    }
}

/// An object with a property that nobody can look up.
#[derive(Debug, Clone, PartialEq, Default, Deserialize, JsonSchema, Resource)]
#[serde(rename_all = "camelCase")]
struct Dangling {
    /// What nobody can look up.
    examples: Option<Vec<Lost>>,
}

impl Examples for Dangling {
    fn examples() -> Vec<Example<Self>> {
        vec![Example {
            name: "nothing",
            summary: "Nothing",
            value: Self::default(),
        }]
    }
}

/// Get what dangles.
#[derive(Debug, Clone, PartialEq, Endpoint)]
#[endpoint(GET "/dangling", response = Dangling, revised = "2026-01-31")]
#[access(ADMIN)]
struct GetDangling {}

impl Examples for GetDangling {
    fn examples() -> Vec<Example<Self>> {
        Example::only(Self {})
    }
}

const DANGLING: Api = api_of(&[&Section {
    name: "Dangling",
    description: "",
    operations: &[GetDangling::LISTED],
}]);

#[test]
fn a_document_with_a_dangling_reference_is_refused() {
    let error = telecomx_openapi::document(&DANGLING, Audience::All).unwrap_err();
    assert_eq!(
        error.to_string(),
        "the contract cannot be published:\n  \
         Dangling.examples[]: it refers to `#/components/schemas/Nowhere`, which is not in the document; write the \
         schema of a type as `SchemaGenerator::subschema_for`, which collects its component"
    );
    let mut document = document();
    document["components"]["schemas"]["PartTitle"]["properties"]["text"] =
        json!({ "$ref": LOOKS_LIKE_A_REFERENCE });
    let error = telecomx_openapi::lower(document).unwrap_err().to_string();
    assert!(
        error.contains("\n  PartTitle.text: it refers to"),
        "{error}"
    );
}
