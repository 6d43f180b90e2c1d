//! What is written fits what is published, and what is published can be read: for every answer and body of the API, and
//! for an object with a property of every shape.

mod shapes;

use http::Request;
use jsonschema::Validator;
use serde_json::{Value, json};
use telecomx_api::API;
use telecomx_contract::{Api, Audience, Endpoint, Operation, write_json};
use telecomx_model::Id;
use telecomx_openapi::{document, lower, standalone_schemas};

use self::shapes::{AddShapes, Part, Rate, SHAPES, Shapes, ShareShapes};
use crate::{
    editions::{Generator, in_json_schema},
    published::validator,
};

/// How many values are made of each schema.
const VALUES: usize = 500;

/// An API as it is published.
struct Published {
    document: Value,
    /// In OpenAPI 3.0, with its schemas as a validator of JSON Schema reads them.
    lowered: Value,
}

impl Published {
    fn new(api: &Api) -> Self {
        let document = document(api, Audience::All).unwrap_or_else(|error| panic!("{error}"));
        let lowered = lower(document.clone()).unwrap_or_else(|error| panic!("{error}"));
        let mut lowered = lowered.document;
        let components = lowered["components"]["schemas"].as_object_mut().unwrap();
        components.values_mut().for_each(in_json_schema);
        Self { document, lowered }
    }

    /// The schemas that an operation's answer is published with, in every edition that has it as a whole.
    fn answer(&self, operation: &Operation) -> Vec<Validator> {
        let place = format!(
            "{}/responses/200/content/application~1json/schema",
            place(operation)
        );
        let mut found = self.both(&place);
        if let Some(name) = self.document.pointer(&place).unwrap().get("$ref") {
            let name = name.as_str().unwrap().rsplit('/').next().unwrap();
            let standalone = &standalone_schemas(&self.document)[name];
            found.push(
                jsonschema::options()
                    .should_validate_formats(true)
                    .build(standalone)
                    .unwrap(),
            );
        }
        found
    }

    /// The validators of a schema in both editions of OpenAPI.
    fn both(&self, place: &str) -> Vec<Validator> {
        let mut lowered = self.lowered.clone();
        in_json_schema(lowered.pointer_mut(place).unwrap());
        vec![validator(&self.document, place), validator(&lowered, place)]
    }
}

/// The way to an operation in a document.
fn place(operation: &Operation) -> String {
    let method = operation.method.as_str().to_lowercase();
    format!("/paths/{}/{method}", operation.path.replace('/', "~1"))
}

/// Every answer that is published is read, and what is written of it fits every edition.
fn assert_answers(api: &'static Api) {
    let published = Published::new(api);
    for operation in api.operations() {
        let validators = published.answer(operation);
        let place = format!(
            "{}/responses/200/content/application~1json/schema",
            place(operation)
        );
        let schema = published.document.pointer(&place).unwrap();
        let mut generator = Generator::new(&published.document);
        for _ in 0..VALUES {
            let answer = generator.value(schema);
            assert!(validators[0].is_valid(&answer), "{place}: {answer}");
            let read = (operation.response.read)(answer.to_string().as_bytes())
                .unwrap_or_else(|error| panic!("{} is not read: {error}: {answer}", operation.id));
            let written = read.to_json().unwrap();
            for validator in &validators {
                if let Err(error) = validator.validate(&written) {
                    panic!("{} does not fit: {error}: {written}", operation.id);
                }
            }
        }
    }
}

#[test]
fn answers_of_the_api_fit() {
    assert_answers(&API);
}

#[test]
fn answers_of_every_shape_fit() {
    assert_answers(&SHAPES);
}

/// Every body that is published is read, and what is written of it fits both editions.
#[test]
fn bodies_of_every_shape_fit() {
    let published = Published::new(&SHAPES);
    let place = format!(
        "{}/requestBody/content/application~1json/schema",
        place(&AddShapes::OPERATION)
    );
    let validators = published.both(&place);
    let schema = published.document.pointer(&place).unwrap();
    let mut generator = Generator::new(&published.document);
    for _ in 0..VALUES {
        let body = generator.value(schema);
        assert!(validators[0].is_valid(&body), "{body}");
        let request = Request::post("/shapes").body(body.to_string().into_bytes());
        let read = AddShapes::from_request(&request.unwrap())
            .unwrap_or_else(|error| panic!("{error}: {body}"));
        let written = read.into_request().unwrap();
        let written: Value = serde_json::from_slice(written.body()).unwrap();
        for validator in &validators {
            if let Err(error) = validator.validate(&written) {
                panic!("it does not fit: {error}: {written}");
            }
        }
    }
}

/// The examples of bodies are published, and fit their schema in both editions.
fn assert_examples_of_bodies(api: &'static Api) -> usize {
    let published = Published::new(api);
    let mut seen = 0;
    for operation in api.operations().filter(|it| it.body.is_some()) {
        let body = format!("{}/requestBody/content/application~1json", place(operation));
        let validators = published.both(&format!("{body}/schema"));
        for document in [&published.document, &published.lowered] {
            let examples = document.pointer(&format!("{body}/examples")).unwrap();
            for (name, example) in examples.as_object().unwrap() {
                for validator in &validators {
                    if let Err(error) = validator.validate(&example["value"]) {
                        panic!("{}, example {name}: {error}", operation.id);
                    }
                }
                seen += 1;
            }
        }
    }
    seen
}

#[test]
fn examples_of_bodies_fit() {
    assert_examples_of_bodies(&API);
    // Two bodies, each with one example, in two editions.
    assert_eq!(assert_examples_of_bodies(&SHAPES), 4);
}

#[test]
fn a_malformed_text_in_a_body_is_refused_where_it_stands() {
    let body = json!({
        "owner": Id::EXAMPLE,
        "numbers": [null, "+4512345678"],
        "sent": { "by": [Id::EXAMPLE] },
    });
    assert_eq!(problem::<AddShapes>("/shapes", &body), None);
    let id = "expected 24 hexadecimal characters";
    let number = "expected a phone number in E.164 format, such as +4512345678";
    for (pointer, malformed, path, expected) in [
        ("/owner", "1234567890123457890ABCD", "owner", id),
        ("/numbers/1", "12345678", "numbers[1]", number),
        ("/sent/by/0", "", "sent.by[0]", id),
    ] {
        let mut body = body.clone();
        *body.pointer_mut(pointer).unwrap() = json!(malformed);
        assert_eq!(
            problem::<AddShapes>("/shapes", &body),
            Some(format!("the body is malformed at `{path}`: {expected}"))
        );
    }
}

/// What is wrong with a body.
fn problem<E: Endpoint>(path: &str, body: &Value) -> Option<String> {
    let request = Request::post(path).body(body.to_string().into_bytes());
    let read = E::from_request(&request.unwrap());
    read.err().map(|error| error.to_string())
}

/// What a caller sends has a form; what the platform answers is a text with an example.
#[test]
fn forms_are_demanded_of_callers_alone() {
    let document = Published::new(&SHAPES).document;
    let schemas = &document["components"]["schemas"];
    let demands = |schema: &Value| {
        ["minLength", "maxLength", "pattern"].map(|keyword| schema[keyword].clone())
    };
    let id = [json!(24), json!(24), json!("^[0-9a-fA-F]{24}$")];
    let phone = [json!(3), json!(16), json!("^\\+[1-9][0-9]{1,14}$")];
    let body = &schemas["AddShapesBody"]["properties"];
    assert_eq!(demands(&body["owner"]), id);
    assert_eq!(demands(&body["numbers"]["items"]), phone);
    assert_eq!(demands(&schemas["Sent"]["properties"]["by"]["items"]), id);
    let answer = &schemas["Shapes"]["properties"];
    let example = json!(["52f4fd7734697b28ccaf77ec"]);
    assert_eq!(
        answer["_id"],
        json!({ "description": "Identifies it.", "type": "string", "examples": example })
    );
    assert_eq!(
        answer["phone"],
        json!({ "description": "How it is reached.", "type": "string", "examples": ["+4512345678"] })
    );
    assert_eq!(
        answer["table"]["items"]["items"],
        json!({ "type": ["string", "null"], "examples": example })
    );
    // One that answers have too demands nothing; the server judges it in a body all the same.
    let shared = &schemas["Shared"]["properties"]["by"];
    assert_eq!(demands(shared), [Value::Null, Value::Null, Value::Null]);
    assert_eq!(
        problem::<ShareShapes>("/shapes/shared", &json!({ "shared": { "by": "x" } })).unwrap(),
        "the body is malformed at `shared.by`: expected 24 hexadecimal characters"
    );
}

#[test]
fn null_stands_where_its_type_says() {
    assert_eq!(
        serde_json::to_value(Shapes::example()).unwrap(),
        json!({
            "_id": "52f4fd7734697b28ccaf77ec",
            "phone": "+4512345678",
            "began": "2026-01-31T12:34:56.789Z",
            "count": 1,
            "size": 2,
            "price": 2.5,
            "used": true,
            "pin": "********",
            "colour": "RED",
            "grade": 1,
            "free": {},
            "part": { "weight": 1.5 },
            "formerName": null,
            "nextName": null,
            "counts": [1, null],
            "prices": [null, 0.5],
            "parts": [null, { "weight": 1.5 }],
            "colours": [null, "GREEN"],
            "grades": [7, null],
            "table": [null, [null, "52f4fd7734697b28ccaf77ec"]],
            "rates": [0.25],
            "seen": 3,
            "notes": [null],
        })
    );
}

#[test]
fn null_is_published_where_its_type_says() {
    let published = Published::new(&SHAPES);
    let properties = &published.document["components"]["schemas"]["Shapes"]["properties"];
    let or_null = json!({ "type": "null" });
    let part = json!({ "$ref": "#/components/schemas/Part" });
    let colour = json!({ "$ref": "#/components/schemas/Colour" });
    for (property, keyword, expected) in [
        ("name", "type", json!("string")),
        ("ended", "type", json!(["string", "null"])),
        ("nextName", "type", json!(["string", "null"])),
        ("otherPart", "anyOf", json!([part, or_null])),
        (
            "otherColour",
            "anyOf",
            json!([colour, { "type": "string" }, or_null]),
        ),
        ("counts", "type", json!("array")),
        ("parts", "type", json!("array")),
        ("parts", "items", json!({ "anyOf": [part, or_null] })),
        (
            "colours",
            "items",
            json!({ "anyOf": [colour, { "type": "string" }, or_null] }),
        ),
    ] {
        assert_eq!(properties[property][keyword], expected, "{property}");
    }
    assert_eq!(
        properties["counts"]["items"]["type"],
        json!(["integer", "null"])
    );
    let rows = &properties["table"]["items"];
    assert_eq!(rows["type"], json!(["array", "null"]));
    assert_eq!(rows["items"]["type"], json!(["string", "null"]));

    let lowered = lower(published.document.clone()).unwrap().document;
    let properties = &lowered["components"]["schemas"]["Shapes"]["properties"];
    for property in ["counts", "colours", "grades", "table"] {
        let items = &properties[property]["items"];
        assert_eq!(items["nullable"], true, "{property}");
        assert_eq!(properties[property].get("nullable"), None, "{property}");
    }
    assert_eq!(properties["counts"]["items"]["type"], "integer");
    assert_eq!(properties["name"].get("nullable"), None);
    assert_eq!(properties["nextName"]["nullable"], true);
}

/// A number that JSON does not have, and the way to where it stands.
type Mistake = (&'static str, fn(&mut Shapes, f64));

const MISTAKES: [Mistake; 7] = [
    ("price", |it, number| it.price = number),
    ("prices[1]", |it, number| {
        it.prices = Some(vec![None, Some(number)]);
    }),
    ("part.weight", |it, number| it.part.weight = Some(number)),
    ("otherPart.weight", |it, number| {
        it.other_part = Some(part(number));
    }),
    ("parts[2].weight", |it, number| {
        it.parts = Some(vec![None, None, Some(part(number))]);
    }),
    ("rates[0]", |it, number| it.rates = vec![Rate(number)]),
    ("distance", |it, number| it.beside.distance = Some(number)),
];

fn part(weight: f64) -> Part {
    Part {
        weight: Some(weight),
    }
}

#[test]
fn a_number_that_json_does_not_have_is_refused_where_it_stands() {
    for number in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        for (path, put) in MISTAKES {
            let mut shapes = Shapes::example();
            put(&mut shapes, number);
            assert_eq!(
                write_json(&shapes).unwrap_err().to_string(),
                format!("at `{path}`: NaN and infinity are no numbers in JSON")
            );
            assert!(serde_json::to_vec(&vec![shapes]).is_err(), "{path}");
        }
    }
    write_json(&Shapes::example()).unwrap();
}

#[test]
fn a_request_with_such_a_number_is_refused() {
    let request = AddShapes {
        owner: Id::EXAMPLE,
        numbers: Vec::new(),
        due: None,
        prices: Some(vec![Some(1.0), Some(f64::NAN)]),
        sent: None,
    };
    assert_eq!(
        request.into_request().unwrap_err().to_string(),
        "the request's body cannot be written as JSON, at `prices[1]`: NaN and infinity are no numbers in JSON"
    );
}

#[test]
fn an_example_with_such_a_number_is_not_published() {
    let error = document(&shapes::WEIGHTLESS, Audience::All).unwrap_err();
    assert_eq!(
        error.to_string(),
        "the contract cannot be published:\n  \
         getWeightless, example `weightless`: at `weight`: NaN and infinity are no numbers in JSON"
    );
}
