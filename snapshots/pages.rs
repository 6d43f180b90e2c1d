//! The contract against the pages it was written from, in both directions: no row is missing, nothing is
//! published that no row accounts for, and every contradiction is on the errata list and still true.
//!
//! A page is two files in `pages/`: its facts, and its example, repaired in syntax only. A further page
//! needs no change here.

use std::{collections::BTreeMap, fs};

use serde::Deserialize;
use serde_json::{Value, json};
use telecomx_api::API;
use telecomx_contract::{Claim, CommonError, Erratum, ErrorCodes, Operation, Property};
use telecomx_model::Id;

use crate::built;
use crate::published::{
    DOCUMENT, change_at, is_below, properties, read, remove_at, validate, values_at,
};

/// The facts of one page, as the page states them.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Page {
    page: String,
    revised: String,
    method: String,
    path: String,
    access: Vec<Access>,
    parameters: Vec<PageParameter>,
    errors: Vec<PageError>,
    /// For the reader of the file: how its example was made to parse.
    #[expect(dead_code, reason = "it documents the example beside it")]
    repairs: Vec<String>,
    properties: Vec<Row>,
    #[serde(skip)]
    example: Value,
}

#[derive(Deserialize, PartialEq, Debug)]
#[serde(deny_unknown_fields)]
struct Access {
    levels: Vec<String>,
    scope: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PageParameter {
    name: String,
    r#in: String,
    r#type: String,
    levels: Option<Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PageError {
    status: u16,
    code: String,
}

/// A row of the response's table.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    path: String,
    r#type: String,
    values: Option<Vec<Value>>,
    levels: Option<Vec<String>>,
    #[serde(default)]
    null: bool,
}

/// An operation, its page, and what differs between them.
struct Comparison {
    operation: &'static Operation,
    page: Page,
    differences: Vec<String>,
}

fn pages() -> Vec<Page> {
    let folder = built::package("pages");
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.retain(|path| {
        path.extension()
            .is_some_and(|extension| extension == "toml")
    });
    files.sort();
    files
        .into_iter()
        .map(|file| {
            let mut page: Page = toml::from_str(&fs::read_to_string(&file).unwrap())
                .unwrap_or_else(|error| panic!("{}: {error}", file.display()));
            let example = fs::read_to_string(file.with_extension("example.json")).unwrap();
            page.example = serde_json::from_str(&example).unwrap();
            page
        })
        .collect()
}

/// Compares every page with its operation, and fails with all differences at once.
fn compare(compare: fn(&mut Comparison)) {
    let mut differences = Vec::new();
    for page in pages() {
        let operation = API
            .operations()
            .find(|operation| operation.page() == page.page);
        let operation = operation.unwrap_or_else(|| panic!("no operation follows {}", page.page));
        let name = page.page.clone();
        let mut comparison = Comparison {
            operation,
            page,
            differences: Vec::new(),
        };
        compare(&mut comparison);
        differences.extend(
            comparison
                .differences
                .iter()
                .map(|text| format!("{name}: {text}")),
        );
    }
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}

#[test]
fn every_operation_has_a_page() {
    let pages = pages();
    for operation in API.operations() {
        assert!(
            pages.iter().any(|page| page.page == operation.page()),
            "no file in snapshots/pages/ holds the facts of {}",
            operation.page()
        );
    }
}

#[test]
fn operations_are_as_on_their_pages() {
    compare(|comparison| {
        let Comparison {
            operation,
            page,
            differences,
        } = comparison;
        let screaming: Vec<String> = operation.path.split('/').map(page_segment).collect();
        let mut expect = |what: &str, published: &str, page: &str| {
            if published != page {
                differences.push(format!("{what} is {published}, the page says {page}"));
            }
        };
        expect("path", &screaming.join("/"), &page.path);
        expect("method", operation.method.as_str(), &page.method);
        expect("revision", operation.revised, &page.revised);
        let codes = |errors: &mut dyn Iterator<Item = String>| {
            let mut codes: Vec<String> = errors.collect();
            codes.sort();
            codes.join(", ")
        };
        // What every operation can answer is declared once, whether or not its page repeats it.
        let own = codes(
            &mut operation
                .errors
                .iter()
                .map(|error| format!("{} {}", error.status, error.code)),
        );
        let listed = codes(&mut page.errors.iter().filter_map(|error| {
            let common = CommonError::from_code(error.status, &error.code).is_some();
            (!common).then(|| format!("{} {}", error.status, error.code))
        }));
        expect("the list of errors", &own, &listed);
    });
}

/// `{customerId}` → `CUSTOMER_ID`.
fn page_segment(segment: &str) -> String {
    match segment
        .strip_prefix('{')
        .and_then(|rest| rest.strip_suffix('}'))
    {
        None => segment.to_owned(),
        Some(name) => {
            let words = name.split_inclusive(|_: char| true).map(|letter| {
                let upper = letter.to_uppercase();
                if upper == letter {
                    format!("_{upper}")
                } else {
                    upper
                }
            });
            words.collect()
        }
    }
}

#[test]
fn access_is_as_on_the_pages() {
    compare(|comparison| {
        let Comparison {
            operation,
            page,
            differences,
        } = comparison;
        let published = operation.access.iter().map(|rule| Access {
            levels: rule
                .levels
                .iter()
                .map(|level| level.as_str().to_owned())
                .collect(),
            scope: rule.scope.map(|scope| scope.as_str().to_owned()),
        });
        let (mut published, mut listed): (Vec<_>, Vec<_>) =
            (published.collect(), std::mem::take(&mut page.access));
        // What stands on both sides is agreed; what is left must be on the errata.
        published.retain(|rule| {
            let agreed = listed.iter().position(|listed| listed == rule);
            agreed.map(|index| listed.remove(index)).is_none()
        });
        for erratum in of_page(operation.errata, &page.page) {
            let claims = |rule: &Access| match erratum.claim {
                Claim::Levels(levels) => strs(&rule.levels) == levels,
                _ => false,
            };
            let claimed = listed.iter().position(claims);
            match claimed {
                Some(index) => {
                    let rule = listed.remove(index);
                    // The published rule has the same condition, and admits more.
                    published.retain(|published| {
                        published.scope != rule.scope || !is_more(&published.levels, &rule.levels)
                    });
                }
                None => differences.push(format!(
                    "the erratum {:?} is not, or no longer, true",
                    erratum.claim
                )),
            }
        }
        if !published.is_empty() || !listed.is_empty() {
            differences.push(format!("access is {published:?}, the page says {listed:?}"));
        }
    });
}

#[test]
fn parameters_are_as_on_the_pages() {
    compare(|comparison| {
        let Comparison {
            operation,
            page,
            differences,
        } = comparison;
        let mut published = Vec::new();
        for (parameter, levels) in operation.parameters() {
            let name = match parameter.required {
                true => page_segment(&format!("{{{}}}", parameter.name)),
                false => parameter.name.to_owned(),
            };
            let levels = levels.into_iter().flatten().map(|level| level.as_str());
            let as_published = (name, levels.collect());
            match as_the_page_says(as_published, parameter.errata, page) {
                Ok((name, levels)) => {
                    let r#type = parameter_type(operation, parameter.name);
                    let location = parameter.location;
                    published.push(format!("{name} in {location}: {type} for {levels:?}"));
                }
                Err(difference) => differences.push(format!("{}: {difference}", parameter.name)),
            }
        }
        let listed: Vec<String> = page
            .parameters
            .iter()
            .map(|parameter| {
                let levels = parameter.levels.clone().unwrap_or_default();
                format!(
                    "{} in {}: {} for {levels:?}",
                    parameter.name, parameter.r#in, parameter.r#type
                )
            })
            .collect();
        if published != listed {
            differences.push(format!(
                "parameters are {published:?}, the page says {listed:?}"
            ));
        }
    });
}

/// A parameter's name and levels on its page, which differ from the published ones by its errata.
fn as_the_page_says(
    (mut name, mut levels): (String, Vec<&'static str>),
    errata: &'static [Erratum],
    page: &Page,
) -> Result<(String, Vec<&'static str>), String> {
    for erratum in of_page(errata, &page.page) {
        let is_true = match erratum.claim {
            Claim::Row { row, after } => {
                let names: Vec<_> = page.parameters.iter().map(|it| it.name.as_str()).collect();
                let is_other = row != name;
                row.clone_into(&mut name);
                is_other && names.windows(2).any(|pair| pair == [after, row])
            }
            Claim::Levels(claimed) => {
                let is_other = levels != claimed;
                levels = claimed.to_vec();
                is_other
            }
            // The facts of a page hold no values, and no example, of a parameter.
            Claim::Silent | Claim::Values(_) | Claim::Example(_) | Claim::ExampleName(_) => false,
        };
        if !is_true {
            let claim = erratum.claim;
            return Err(format!("the erratum {claim:?} is not, or no longer, true"));
        }
    }
    Ok((name, levels))
}

#[test]
fn errata_of_parameters_are_tested() {
    const fn says(claim: Claim) -> Erratum {
        Erratum {
            page: Some("api:customer:resellers"),
            at: None,
            claim,
            why: "For this test.",
        }
    }
    const ROW: &[Erratum] = &[says(Claim::Row {
        row: "flexcare",
        after: "iptvprivate",
    })];
    const ELSEWHERE: &[Erratum] = &[says(Claim::Row {
        row: "flexcare",
        after: "iptv",
    })];
    const LEVELS: &[Erratum] = &[says(Claim::Levels(&["ADMIN"]))];
    const EXAMPLE: &[Erratum] = &[says(Claim::Example("x"))];
    let pages = pages();
    let page = pages
        .iter()
        .find(|page| page.page == "api:customer:resellers");
    let page_says = |name: &str, errata| {
        as_the_page_says((name.to_owned(), vec!["RESELLER"]), errata, page.unwrap())
    };
    let flexcare = |levels| Ok(("flexcare".to_owned(), levels));
    assert_eq!(page_says("care", ROW), flexcare(vec!["RESELLER"]));
    assert_eq!(page_says("flexcare", LEVELS), flexcare(vec!["ADMIN"]));
    for (name, errata) in [("flexcare", ROW), ("care", ELSEWHERE), ("care", EXAMPLE)] {
        let difference = page_says(name, errata).unwrap_err();
        assert!(
            difference.ends_with("is not, or no longer, true"),
            "{difference}"
        );
    }
}

/// A parameter's type in the pages' words.
fn parameter_type(operation: &Operation, name: &str) -> &'static str {
    let method = operation.method.as_str().to_lowercase();
    let parameters = DOCUMENT["paths"][operation.path][method]["parameters"]
        .as_array()
        .unwrap();
    let parameter = parameters
        .iter()
        .find(|parameter| parameter["name"] == name)
        .unwrap();
    let schema = &parameter["schema"];
    match (schema["type"].as_str(), schema["pattern"].as_str()) {
        (Some("boolean"), None) => "Boolean",
        (Some("string"), Some(ID)) => "Id",
        (Some("string"), Some(r"^([0-9a-fA-F]{24}|\+[1-9][0-9]{1,14})$")) => "Id | E.164",
        _ => "another type",
    }
}

const ID: &str = "^[0-9a-fA-F]{24}$";

/// A published property: its metadata, its schema, and the row it comes from.
struct Published {
    property: &'static Property,
    schema: &'static Value,
    row: Option<Row>,
}

/// Every published property by path, with its row; what cannot be matched is a difference.
fn match_rows(comparison: &mut Comparison) -> BTreeMap<String, Published> {
    let Comparison {
        operation,
        page,
        differences,
    } = comparison;
    let mut published: BTreeMap<String, Published> = operation
        .response
        .object
        .unwrap()
        .paths()
        .into_iter()
        .zip(properties(operation))
        .map(|((path, property), (schema_path, schema))| {
            assert_eq!(
                path, schema_path,
                "metadata and document list the same properties"
            );
            (
                path,
                Published {
                    property,
                    schema,
                    row: None,
                },
            )
        })
        .collect();
    // Rows that the table writes under another name.
    let mut moved: Vec<(String, &Erratum)> = Vec::new();
    for (path, Published { property, .. }) in &published {
        moved.extend(of_place(property, &page.page, path).map(|erratum| (path.clone(), erratum)));
    }
    moved.retain(|(_, erratum)| matches!(erratum.claim, Claim::Row { .. }));

    let mut after = String::new();
    for row in std::mem::take(&mut page.properties) {
        let name = row.path.clone();
        let claim = moved.iter().position(|(_, erratum)| match erratum.claim {
            Claim::Row { row, after: before } => row == name && before == after,
            _ => false,
        });
        let path = match claim {
            Some(index) => moved.remove(index).0,
            None => name.clone(),
        };
        match published.get_mut(&path) {
            Some(Published {
                row: slot @ None, ..
            }) => *slot = Some(row),
            Some(_) => differences.push(format!("two rows are {path}; the second follows {after}")),
            None => differences.push(format!("row {name}, after {after}, is not published")),
        }
        after = name;
    }
    for (path, erratum) in moved {
        differences.push(format!(
            "{path}: the erratum {:?} is not, or no longer, true",
            erratum.claim
        ));
    }
    published
}

#[test]
fn every_property_has_a_row_and_every_row_a_property() {
    compare(|comparison| {
        let published = match_rows(comparison);
        for (path, _) in published
            .iter()
            .filter(|(_, published)| published.row.is_none())
        {
            // A parent may be known from its children alone.
            let has_rows = |below: &str, of: &Published| is_below(below, path) && of.row.is_some();
            if !published.iter().any(|(below, of)| has_rows(below, of)) {
                comparison
                    .differences
                    .push(format!("{path} is published, and no row accounts for it"));
            }
        }
    });
}

/// Whether a property is an id: what is answered tells by its example alone.
fn is_id(schema: &Value) -> bool {
    schema["example"] == Id::EXAMPLE.as_str()
}

#[test]
fn types_are_as_on_the_pages() {
    compare(|comparison| {
        for (path, Published { schema, row, .. }) in match_rows(comparison) {
            let Some(row) = row else { continue };
            let published = schema["type"].as_str().unwrap_or("object");
            let is_id = is_id(schema);
            let is_date = schema["format"] == "date-time";
            let fits = match row.r#type.as_str() {
                "Id" | "ObjectID" | "ObjectId" => is_id,
                "Date" => is_date,
                "String" => published == "string" && !is_id && !is_date,
                "Enum" => schema.get("x-extensible-enum").is_some(),
                "Boolean" => published == "boolean",
                "Integer" => published == "integer",
                "Number" => matches!(published, "integer" | "number"),
                "Array" => published == "array",
                "Object" => published == "object",
                _ => false,
            };
            if !fits {
                comparison
                    .differences
                    .push(format!("{path} is {schema}, the page says {}", row.r#type));
            }
        }
    });
}

#[test]
fn byte_counts_have_64_bits() {
    compare(|comparison| {
        for (path, Published { schema, .. }) in match_rows(comparison) {
            let says_bytes = schema["description"]
                .as_str()
                .unwrap_or_default()
                .contains(" bytes");
            if says_bytes && schema["type"] == "integer" && schema["format"] != "int64" {
                comparison
                    .differences
                    .push(format!("{path} is {}", schema["format"]));
            }
        }
    });
}

#[test]
fn values_are_as_on_the_pages() {
    compare(|comparison| {
        for (
            path,
            Published {
                property,
                schema,
                row,
            },
        ) in match_rows(comparison)
        {
            let listed = row.and_then(|row| row.values).unwrap_or_default();
            let published = known_values(schema);
            let mut claims = of_place(property, &comparison.page.page, &path).filter_map(
                |erratum| match erratum.claim {
                    Claim::Values(values) => {
                        Some(values.iter().map(|value| json!(value)).collect::<Vec<_>>())
                    }
                    _ => None,
                },
            );
            let agreed = match claims.next() {
                // What the page lists is published too.
                Some(claimed) => claimed == listed && is_more(&published, &listed),
                None => published == listed,
            };
            if !agreed {
                comparison.differences.push(format!(
                    "{path} has {published:?}, the page lists {listed:?}"
                ));
            }
        }
    });
}

fn known_values(schema: &Value) -> Vec<Value> {
    let values = schema
        .get("items")
        .unwrap_or(schema)
        .get("x-extensible-enum");
    values
        .and_then(Value::as_array)
        .cloned()
        .unwrap_or_default()
}

#[test]
fn visibility_is_as_on_the_pages() {
    compare(|comparison| {
        for (
            path,
            Published {
                property,
                schema,
                row,
            },
        ) in match_rows(comparison)
        {
            let listed = row.and_then(|row| row.levels).unwrap_or_default();
            let published: Vec<String> = schema
                .get("x-visible-to")
                .map(|levels| serde_json::from_value(levels.clone()).unwrap())
                .unwrap_or_default();
            let mut claims = of_place(property, &comparison.page.page, &path).filter_map(
                |erratum| match erratum.claim {
                    Claim::Levels(levels) => Some(levels),
                    _ => None,
                },
            );
            let agreed = match claims.next() {
                Some(claimed) => claimed == strs(&listed) && is_more(&published, &listed),
                None => published == listed,
            };
            if !agreed {
                comparison.differences.push(format!(
                    "{path} is for {published:?}, the page says {listed:?}"
                ));
            }
        }
    });
}

#[test]
fn null_is_published_where_a_page_says_or_shows_it() {
    compare(|comparison| {
        for (path, Published { property, row, .. }) in match_rows(comparison) {
            let shown = values_at(&comparison.page.example, &path)
                .iter()
                .any(|value| value.is_null());
            let said = row.is_some_and(|row| row.null);
            // A shared object is null where any of its pages has it so.
            let elsewhere = pages().iter().any(|page| {
                page.properties
                    .iter()
                    .any(|row| row.path == path && row.null)
            });
            if property.nullable != (said || shown || elsewhere) {
                comparison
                    .differences
                    .push(format!("{path} is nullable: {}", property.nullable));
            }
        }
    });
}

/// What the errata say of a page's example.
struct ExampleErrata {
    /// Properties that the example calls by another name, parents first.
    names: Vec<(String, &'static Property, &'static str)>,
    /// Values of open enumerations that are on no list; they are read as unknown ones.
    unknown: Vec<(String, &'static str)>,
    /// Ids that a caller could not send; they are read and kept as they came.
    ids: Vec<(String, &'static str)>,
    /// Values that are none of their type; nothing that holds them is read.
    malformed: Vec<(String, &'static str)>,
}

impl ExampleErrata {
    fn of(published: &BTreeMap<String, Published>, page: &str) -> Self {
        let mut errata = Self {
            names: Vec::new(),
            unknown: Vec::new(),
            ids: Vec::new(),
            malformed: Vec::new(),
        };
        for (
            path,
            Published {
                property, schema, ..
            },
        ) in published
        {
            for erratum in of_place(property, page, path) {
                match erratum.claim {
                    Claim::ExampleName(name) => errata.names.push((path.clone(), property, name)),
                    Claim::Example(value) if is_id(schema) => {
                        errata.ids.push((path.clone(), value))
                    }
                    Claim::Example(value) if known_values(schema).is_empty() => {
                        errata.malformed.push((path.clone(), value));
                    }
                    Claim::Example(value) => errata.unknown.push((path.clone(), value)),
                    _ => {}
                }
            }
        }
        errata
            .names
            .sort_by_key(|(path, ..)| path.matches('.').count());
        errata
    }

    /// The example without the malformed values, but for one.
    fn readable_but(&self, example: &Value, kept: Option<&str>) -> Value {
        let mut readable = example.clone();
        for (path, _) in self
            .malformed
            .iter()
            .filter(|(path, _)| Some(path.as_str()) != kept)
        {
            remove_at(&mut readable, path);
        }
        readable
    }
}

#[test]
fn errata_of_examples_are_true() {
    compare(|comparison| {
        let published = match_rows(comparison);
        let Comparison {
            operation,
            page,
            differences,
        } = comparison;
        let errata = ExampleErrata::of(&published, &page.page);
        let example = &page.example;
        for (path, value) in errata
            .unknown
            .iter()
            .chain(&errata.ids)
            .chain(&errata.malformed)
        {
            if !values_at(example, path).contains(&&json!(value)) {
                differences.push(format!("{path} is not {value} in the example"));
            }
        }
        for (path, value) in &errata.unknown {
            if known_values(published[path].schema).contains(&json!(value)) {
                differences.push(format!("{path}: {value} is on the list after all"));
            }
        }
        for (path, value) in &errata.ids {
            if value.parse::<Id>().is_ok() {
                differences.push(format!("{path}: {value} is an id after all"));
            }
        }
        for (path, value) in &errata.malformed {
            if read(operation, &errata.readable_but(example, Some(path))).is_ok() {
                differences.push(format!("{path}: {value} is read after all"));
            }
        }
        for (path, property, name) in &errata.names {
            let other = match path.rsplit_once('.') {
                Some((parent, _)) => format!("{parent}.{name}"),
                None => (*name).to_owned(),
            };
            if published.contains_key(&other) {
                differences.push(format!("{path}: {other} is a property of its own"));
            }
            if !property.aliases.contains(name) {
                differences.push(format!(
                    "{path} is not read as {name}; add `#[serde(alias = \"{name}\")]`"
                ));
            }
        }
    });
}

#[test]
fn the_examples_are_read() {
    compare(|comparison| {
        let published = match_rows(comparison);
        let Comparison {
            operation,
            page,
            differences,
        } = comparison;
        let errata = ExampleErrata::of(&published, &page.page);
        let as_written = errata.readable_but(&page.example, None);
        let mut as_published = as_written.clone();
        for (path, _, name) in &errata.names {
            if !rename(&mut as_published, path, name) {
                differences.push(format!("the example does not call {path} {name}"));
            }
        }
        if let Err(error) = validate(operation, &as_published) {
            differences.push(format!("the example does not fit the schema: {error}"));
        }
        match read(operation, &as_written) {
            Err(error) => differences.push(format!("the example is not read: {error}")),
            Ok(value) => lost(&as_published, &value.to_json().unwrap(), "", differences),
        }
    });
}

/// Renames `parent.name` to the last part of `path`; whether it was there.
fn rename(example: &mut Value, path: &str, name: &str) -> bool {
    let (parent, to) = path.rsplit_once('.').unwrap_or(("", path));
    let mut found = false;
    let mut change = |value: &mut Value| {
        if let Some(object) = value.as_object_mut()
            && let Some(value) = object.shift_remove(name)
        {
            found = object.insert(to.to_owned(), value).is_none();
        }
    };
    match parent {
        "" => change(example),
        _ => change_at(example, parent, &mut change),
    }
    found
}

/// Records whatever stands in `before` and not in `after`; a null may be gone.
fn lost(before: &Value, after: &Value, place: &str, differences: &mut Vec<String>) {
    match (before, after) {
        (Value::Object(before), Value::Object(after)) => {
            for (name, value) in before {
                match after.get(name) {
                    Some(after) => lost(value, after, &format!("{place}.{name}"), differences),
                    None if value.is_null() => {}
                    None => differences.push(format!("the example's {place}.{name} is lost")),
                }
            }
        }
        (Value::Array(before), Value::Array(after)) if before.len() == after.len() => {
            for (before, after) in before.iter().zip(after) {
                lost(before, after, place, differences);
            }
        }
        // A decimal may be written as a whole number.
        (Value::Number(before), Value::Number(after)) if before.as_f64() == after.as_f64() => {}
        _ if before == after => {}
        _ => differences.push(format!(
            "the example's {place} is {before}, and becomes {after}"
        )),
    }
}

#[test]
fn every_erratum_names_a_page_and_place_that_exist() {
    let pages = pages();
    for operation in API.operations() {
        let of_operation = operation.errata.iter();
        let properties = operation.response.object.unwrap().paths();
        let of_properties = properties.iter().flat_map(|(_, property)| property.errata);
        let parameters = operation.parameters();
        let of_parameters = parameters.flat_map(|(parameter, _)| parameter.errata);
        for erratum in of_operation.chain(of_parameters).chain(of_properties) {
            let Some(name) = erratum.page else { continue };
            let page = pages.iter().find(|page| page.page == name);
            let page = page
                .unwrap_or_else(|| panic!("an erratum names the page {name}, which is not stored"));
            if let Some(at) = erratum.at {
                assert!(
                    page.properties.iter().any(|row| row.path == at),
                    "{name} has no row {at}"
                );
            }
        }
    }
}

/// The errata of a property that hold at this path of a page.
fn of_place<'p>(
    property: &'static Property,
    page: &'p str,
    path: &'p str,
) -> impl Iterator<Item = &'static Erratum> + 'p {
    of_page(property.errata, page).filter(move |erratum| erratum.at.is_none_or(|at| at == path))
}

fn of_page<'p>(
    errata: &'static [Erratum],
    page: &'p str,
) -> impl Iterator<Item = &'static Erratum> + 'p {
    errata
        .iter()
        .filter(move |erratum| erratum.page == Some(page))
}

/// Whether a list holds all of another, and more.
fn is_more<T: PartialEq>(list: &[T], other: &[T]) -> bool {
    list.len() > other.len() && other.iter().all(|item| list.contains(item))
}

fn strs(texts: &[String]) -> Vec<&str> {
    texts.iter().map(String::as_str).collect()
}
