//! Names that generators make, and that no component may have: where it has, one type overwrites the other.
//!
//! A schema in a document that is no component gets a type too, if it is more than a plain value. Its name is joined
//! from where it stands: openapi-generator calls an `anyOf` at `Customer.state` a `CustomerState`, and what is in a
//! list at `Customer.addresses` a `CustomerAddressesInner`, for which openapi-python-client and typify say `Item`. What
//! is in a map is a `Value` to the former and to typify, and an `AdditionalProperty` to openapi-python-client.
//! A property that is a plain value today may be more tomorrow, so that none of these names is free.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::{
    problem::Problems,
    walk::{self, Kind},
    words,
};

/// What generators call the items of a list.
const ITEMS: [&str; 2] = ["Inner", "Item"];

/// What generators call the values of a map.
const VALUES: [&str; 2] = ["Value", "AdditionalProperty"];

/// Records every component that is called as a generator calls something else, in whatever casing.
pub(crate) fn check(document: &Value, problems: &mut Problems) {
    let made = made(document);
    let mut components = BTreeMap::new();
    let schemas = document["components"]["schemas"].as_object();
    for (name, _) in schemas.into_iter().flatten() {
        let letters = words::letters(name);
        if !name
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
        {
            problems.add(
                name,
                "a component is called by ASCII letters and digits; rename its type",
            );
        }
        if let Some(of) = made.get(&letters) {
            problems.add(
                name,
                format_args!(
                    "generators give this name to {of} too, and one type overwrites the other; rename the type \
                     `{name}`"
                ),
            );
        }
        if let Some(other) = components.insert(letters, name) {
            problems.add(
                name,
                format_args!("it differs from `{other}` in casing alone; rename one of the types"),
            );
        }
    }
}

/// The names that generators make, by their letters, each with what has it.
fn made(document: &Value) -> BTreeMap<String, String> {
    let mut made = BTreeMap::new();
    walk::visit(Kind::Document, "", document, &mut |kind, place, object| {
        match kind {
            Kind::Schema => {
                let title = object.get("title").and_then(Value::as_str);
                if let Some(title) = title.filter(|title| *title != place) {
                    made.insert(
                        words::letters(title),
                        format!("what has this title at `{place}`"),
                    );
                }
                // At other places the way leads through an operation, and the schema has its name from there.
                let owner = place.split(['.', '[', '{']).next().unwrap_or_default();
                if owner != place && !place.contains(' ') {
                    for (items, values) in ITEMS.into_iter().zip(VALUES) {
                        let joined =
                            words::letters(&place.replace("[]", items).replace("{}", values));
                        // A property without a letter in its name adds nothing that could be taken.
                        if joined != words::letters(owner) {
                            made.insert(joined, format!("the type of `{place}`"));
                        }
                    }
                }
            }
            Kind::Operation => {
                for (name, of) in made_of_operation(object) {
                    made.insert(words::letters(&name), of);
                }
            }
            _ => {}
        }
    });
    let tags = document["tags"].as_array().into_iter().flatten();
    for tag in tags.filter_map(|tag| tag["name"].as_str()) {
        let of = format!("the operations of the section `{tag}`");
        made.insert(words::letters(&format!("{tag}Api")), of);
    }
    let responses = document["components"]["responses"].as_object();
    for (name, _) in responses.into_iter().flatten() {
        let of = format!("the response `{name}` that operations share");
        made.insert(words::letters(name), of);
    }
    made
}

/// The names that generators make of an operation, each with what has it.
fn made_of_operation(operation: &serde_json::Map<String, Value>) -> Vec<(String, String)> {
    let Some(id) = operation.get("operationId").and_then(Value::as_str) else {
        return Vec::new();
    };
    let mut made = vec![
        (format!("{id}Request"), format!("the request of `{id}`")),
        (format!("{id}Response"), format!("the answer of `{id}`")),
    ];
    let responses = operation.get("responses").and_then(Value::as_object);
    for (status, _) in responses.into_iter().flatten() {
        let of = format!("the answer {status} of `{id}`");
        made.push((format!("{id}{status}Response"), of.clone()));
        made.extend(ITEMS.map(|items| (format!("{id}{status}Response{items}"), of.clone())));
    }
    let parameters = operation.get("parameters").and_then(Value::as_array);
    for parameter in parameters.into_iter().flatten() {
        if let Some(name) = parameter["name"].as_str() {
            let of = format!("the parameter `{name}` of `{id}`");
            made.push((format!("{id}{name}"), of.clone()));
            made.push((format!("{id}{name}Parameter"), of));
        }
    }
    made
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    /// What is wrong with a document of these components, with an operation that has a parameter and answers with a
    /// list.
    fn problems(components: &[&str]) -> Vec<String> {
        let mut schemas = json!({
            "Owner": { "type": "object", "properties": {
                "state": { "type": "string" },
                "vatNumber": { "title": "VAT", "type": "string" },
                "states": { "type": "array", "items": { "type": "array", "items": {} } },
                "prices": { "type": "object", "additionalProperties": { "type": "number" } },
                "$": { "type": "string" },
            } },
        });
        for name in components {
            schemas[name] = json!({ "type": "object" });
        }
        let list = json!({ "type": "array", "items": { "$ref": "#/components/schemas/Owner" } });
        let mut problems = Problems::default();
        let document = json!({
            "paths": { "/owners": { "get": {
                "operationId": "listOwners",
                "parameters": [{ "name": "city", "in": "query", "schema": { "type": "string" } }],
                "responses": { "200": { "content": { "application/json": { "schema": list } } } },
            } } },
            "tags": [{ "name": "Owners" }],
            "components": { "schemas": schemas, "responses": { "NotFound": { "description": "d" } } },
        });
        check(&document, &mut problems);
        let found = problems.finish(()).err().map(|error| error.problems);
        let found = found.unwrap_or_default().into_iter();
        found
            .map(|problem| format!("{}: {}", problem.place, problem.message))
            .collect()
    }

    #[test]
    fn a_name_that_generators_make_is_refused() {
        for (name, of) in [
            ("OwnerState", "the type of `Owner.state`"),
            ("Owner_State", "the type of `Owner.state`"),
            ("OWNERSTATE", "the type of `Owner.state`"),
            ("OwnerVATNumber", "the type of `Owner.vatNumber`"),
            ("Vat", "what has this title at `Owner.vatNumber`"),
            ("OwnerStates", "the type of `Owner.states`"),
            ("OwnerStatesInner", "the type of `Owner.states[]`"),
            ("OwnerStatesItem", "the type of `Owner.states[]`"),
            ("OwnerStatesInnerInner", "the type of `Owner.states[][]`"),
            ("OwnerPricesValue", "the type of `Owner.prices{}`"),
            (
                "OwnerPricesAdditionalProperty",
                "the type of `Owner.prices{}`",
            ),
            ("NotFound", "the response `NotFound` that operations share"),
            ("OwnersApi", "the operations of the section `Owners`"),
            ("ListOwnersRequest", "the request of `listOwners`"),
            ("ListOwnersResponse", "the answer of `listOwners`"),
            ("ListOwners200Response", "the answer 200 of `listOwners`"),
            (
                "ListOwners200ResponseInner",
                "the answer 200 of `listOwners`",
            ),
            ("ListOwnersCity", "the parameter `city` of `listOwners`"),
            (
                "ListOwnersCityParameter",
                "the parameter `city` of `listOwners`",
            ),
        ] {
            assert_eq!(
                problems(&[name]),
                [format!(
                    "{name}: generators give this name to {of} too, and one type overwrites the other; rename the \
                     type `{name}`"
                )]
            );
        }
    }

    #[test]
    fn other_names_are_free() {
        let free = [
            "State",
            "StateOfOwner",
            "OwnerStatus",
            "OwnerStat",
            "Owner2",
            "OwnersState",
        ];
        assert_eq!(problems(&free), [""; 0]);
    }

    #[test]
    fn names_that_differ_in_casing_alone_are_refused() {
        assert_eq!(
            problems(&["SimCard", "Sim_card"]),
            ["Sim_card: it differs from `SimCard` in casing alone; rename one of the types"]
        );
    }

    #[test]
    fn a_name_that_no_generator_can_write_is_refused() {
        assert_eq!(
            problems(&["Größe"]),
            ["Größe: a component is called by ASCII letters and digits; rename its type"]
        );
    }
}
