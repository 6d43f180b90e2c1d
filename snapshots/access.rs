//! The table of access says what the document of each level holds.

use std::collections::{BTreeMap, BTreeSet};

use telecomx_api::API;
use telecomx_contract::{AccessLevel, ErrorBody, Resource};

use crate::{
    audiences::{Content, document},
    expansion::shapes::deprecated,
    published::DOCUMENT_3_1,
};

/// The rows of a table, by what each is about: the cell of each level.
type Table<'t> = BTreeMap<&'t str, Vec<&'t str>>;

/// The tables, by their headings.
fn tables(text: &str) -> BTreeMap<&str, Table<'_>> {
    let sections = text.split("\n## ").skip(1);
    let tables = sections.map(|section| {
        let (heading, _) = section.split_once('\n').unwrap();
        let lines = section.lines().filter_map(|line| line.strip_prefix("| "));
        let rows = lines.map(|line| {
            let mut cells = line.strip_suffix(" |").unwrap().split(" | ");
            (cells.next().unwrap(), cells.collect::<Vec<_>>())
        });
        let mut rows: Vec<_> = rows.collect();
        let (_, levels) = rows.remove(0);
        assert_eq!(levels, AccessLevel::ALL.map(AccessLevel::as_str));
        let count = rows.len();
        let table = Table::from_iter(rows);
        assert_eq!(
            table.len(),
            count,
            "two rows of {heading} are about one thing"
        );
        (heading, table)
    });
    tables.collect()
}

#[test]
fn the_table_of_a_small_api() {
    let rows = |heading: &str, rows: &[&str]| {
        let rule = "|---|---|---|---|---|---|---|---|---|";
        let levels =
            "NO_LOGIN | PERSONAL | VIEWER | MANAGER | OWNER | RESELLER | RESELLER_ADMIN | ADMIN";
        format!("| {heading} | {levels} |\n{rule}\n{}\n", rows.join("\n"))
    };
    let calls = rows(
        "Operation",
        &[
            "| `getPhone` | - | - | yes | - | - | - | - | yes |",
            "| `addPhone` | - | - | - | - | - | - | - | yes |",
        ],
    );
    let sends = rows(
        "Parameter",
        &["| `withSim` of `getPhone` | - | - | - | - | - | - | - | yes |"],
    );
    let sees = rows(
        "Object or property",
        &[
            "| `AddPhoneBody` | - | - | - | - | - | - | - | yes |",
            "| `ErrorBody` | yes | yes | yes | yes | yes | yes | yes | yes |",
            "| `Phone` | - | - | yes | - | - | - | - | yes |",
            "| `Phone.name` | - | - | - | - | - | - | - | yes |",
            "| `Place` | - | - | yes | - | - | - | - | yes |",
            "| `Receipt` | - | - | - | - | - | - | - | yes |",
        ],
    );
    assert_eq!(
        telecomx_openapi::access(&deprecated::API),
        format!(
            "\
# Access

Who may call, send and see what, by access level. Generated from the declarations.

## Who may call what

`yes`, `-` for no, or the relation to the customer that the caller must stand in.

{calls}
## Who may send what

A parameter that has no row may be sent by everybody who may call the operation.

{sends}
## Who sees what

In the answer or the body of some operation. A property that has no row is seen by everybody who sees its object.

{sees}"
        )
    );
}

#[test]
fn relations_are_told_and_explained() {
    let text = telecomx_openapi::access(&API);
    for line in [
        "`OwnCustomer`: when the caller is a user of the customer.",
        "`OwnReseller`: when the customer belongs to the caller's reseller.",
        "| `getCustomer` | - | - | OwnCustomer | OwnCustomer | OwnCustomer | OwnReseller | yes | yes |",
        // It is seen below a restricted property alone.
        "| `ServiceLevelAgreement` | - | - | - | - | - | yes | yes | yes |",
    ] {
        assert!(text.lines().any(|it| it == line), "{line}\n{text}");
    }
}

/// The document of a level is made in another way: by leaving out what is not for it.
#[test]
fn the_table_says_what_the_document_of_each_level_holds() {
    let text = telecomx_openapi::access(&API);
    let tables = tables(&text);
    let everything = Content::of(&DOCUMENT_3_1);
    for (index, level) in AccessLevel::ALL.into_iter().enumerate() {
        let row = |heading: &str, name: String| {
            let cells = tables[heading].get(format!("`{name}`").as_str())?;
            Some(cells[index] != "-")
        };
        let may_call = |id: &str| row("Who may call what", id.to_owned()).unwrap();
        let told = Content {
            operations: keep(&everything.operations, |id, _| may_call(id)),
            parameters: keep(&everything.parameters, |id, name| {
                let reserved = row("Who may send what", format!("{name}` of `{id}"));
                reserved.unwrap_or_else(|| may_call(id))
            }),
            properties: keep(&everything.properties, |object, name| {
                let restricted = row("Who sees what", format!("{object}.{name}"));
                restricted.unwrap_or_else(|| row("Who sees what", object.to_owned()).unwrap())
            }),
        };
        let mut held = Content::of(&document(level));
        // A document without operations says nothing of errors, which everybody is told all the same.
        held.properties
            .extend(keep(&everything.properties, |object, _| {
                object == ErrorBody::RESOURCE.name
            }));
        assert_eq!(told, held, "{level}");
    }
}

fn keep(
    pairs: &BTreeSet<(String, String)>,
    holds: impl Fn(&str, &str) -> bool,
) -> BTreeSet<(String, String)> {
    let kept = pairs.iter().filter(|(of, name)| holds(of, name));
    kept.cloned().collect()
}
