//! Each claim fails, and names the place, when the facts of a page change. The pages that are stored serve: the first
//! one that has what is to be changed.

use serde_json::{Value, json};
use telecomx_contract::AccessLevel;

use super::{
    access, comparisons, examples,
    facts::{Page, Row},
    matching::Comparison,
    null, operation, parameters, rows, types, values, visibility,
};

/// A claim, and what it tells of a page that was changed so; the change answers what of the page it changed.
#[track_caller]
fn is_told(
    claim: fn(&Comparison<'_>) -> Vec<String>,
    told: &str,
    change: fn(&mut Page) -> Option<String>,
) {
    let mut pages = comparisons().map(|comparison| comparison.page.clone());
    let changed = pages.find_map(|mut page| change(&mut page).map(|place| (page, place)));
    let (page, place) = changed.unwrap_or_else(|| panic!("no page can be changed so"));
    let comparison = Comparison::of(&page).unwrap_or_else(|error| panic!("{error}"));
    let told = told.replace("PLACE", &place);
    let differences = claim(&comparison);
    assert!(
        differences
            .iter()
            .any(|difference| difference.starts_with(&told)),
        "{}: {told} is not among {differences:?}",
        page.name
    );
}

/// Changes the first row that is of a kind; its path, if there is one.
fn change_row(page: &mut Page, is: fn(&Row) -> bool, change: fn(&mut Row)) -> Option<String> {
    let row = page.rows.iter_mut().find(|row| is(row))?;
    let path = row.path.clone();
    change(row);
    Some(path)
}

#[test]
fn a_page_that_no_operation_follows_is_told() {
    let mut page = comparisons().next().unwrap().page.clone();
    page.name = "api:nowhere".to_owned();
    let told = Comparison::of(&page).err();
    assert_eq!(
        told.as_deref(),
        Some("api:nowhere: no operation follows it")
    );
}

#[test]
fn another_call_is_told() {
    is_told(operation::differences, "path is ", |page| {
        page.path += "/x";
        Some(page.path.clone())
    });
    is_told(
        operation::differences,
        "method is GET, the page says PUT",
        |page| {
            (page.method == "GET").then(|| "PUT".clone_into(&mut page.method))?;
            Some(String::new())
        },
    );
    is_told(
        operation::differences,
        "revision is PLACE, the page says 1999-01-31",
        |page| {
            Some(std::mem::replace(
                &mut page.revised,
                "1999-01-31".to_owned(),
            ))
        },
    );
    is_told(
        operation::differences,
        "the list of errors is 404 PLACE",
        |page| {
            let index = page.errors.iter().position(|error| error.status == 404)?;
            Some(page.errors.remove(index).code)
        },
    );
}

#[test]
fn other_levels_are_told() {
    is_told(access::differences, "access is for ", |page| {
        page.access[0].levels.push(AccessLevel::PERSONAL);
        Some(String::new())
    });
    is_told(access::differences, "access is for nobody else; ", |page| {
        let row = page.access[0].clone();
        page.access.push(row);
        Some(String::new())
    });
    is_told(access::differences, "access is for ", |page| {
        let row = page.access.iter_mut().find(|row| row.scope.is_some())?;
        row.scope = None;
        Some(String::new())
    });
    is_told(visibility::differences, "PLACE is for []; ", |page| {
        let is_open = |row: &Row| row.levels.is_empty();
        change_row(page, is_open, |row| row.levels.push(AccessLevel::ADMIN))
    });
    is_told(visibility::differences, "PLACE is for [\"", |page| {
        change_row(page, |row| !row.levels.is_empty(), |row| row.levels.clear())
    });
    is_told(visibility::differences, "PLACE is for [\"", |page| {
        let is_restricted = |row: &Row| !row.levels.is_empty();
        change_row(page, is_restricted, |row| {
            row.levels.push(AccessLevel::OWNER)
        })
    });
}

#[test]
fn other_parameters_are_told() {
    let changes: [fn(&mut Page) -> Option<String>; 6] = [
        |page: &mut Page| Some(page.parameters.pop()?.name),
        |page| {
            Some(std::mem::replace(
                &mut page.parameters.first_mut()?.name,
                "x".to_owned(),
            ))
        },
        |page| {
            Some(std::mem::replace(
                &mut page.parameters.first_mut()?.r#type,
                "x".to_owned(),
            ))
        },
        |page| {
            Some(std::mem::replace(
                &mut page.parameters.first_mut()?.r#in,
                "x".to_owned(),
            ))
        },
        |page| {
            page.parameters
                .first_mut()?
                .levels
                .pop()
                .map(|level| level.to_string())
        },
        |page| {
            let is_list = page.parameters.len() > 1;
            is_list.then(|| page.parameters.reverse())?;
            Some(String::new())
        },
    ];
    for change in changes {
        is_told(parameters::differences, "parameters are ", change);
    }
}

#[test]
fn other_rows_are_told() {
    is_told(
        rows::differences,
        "row PLACE, after , is not published",
        |page| change_row(page, |_| true, |row| row.path += "x").map(|path| format!("{path}x")),
    );
    is_told(
        rows::differences,
        "PLACE is published, and no row accounts for it",
        |page| Some(page.rows.remove(0).path),
    );
    is_told(
        rows::differences,
        "two rows are PLACE; the second follows PLACE",
        |page| {
            let row = page.rows[0].clone();
            page.rows.insert(1, row);
            Some(page.rows[0].path.clone())
        },
    );
    // An erratum says which row the moved one follows.
    is_told(rows::differences, "PLACE: the erratum Row", |page| {
        let index = page.rows.iter().position(|row| row.path == "topUp")?;
        let parent = page.rows.remove(index);
        page.rows.insert(0, parent);
        Some("topUp.data".to_owned())
    });
}

#[test]
fn another_type_is_told() {
    is_told(types::differences, "PLACE is {", |page| {
        change_row(
            page,
            |row| row.r#type == "String",
            |row| "Number".clone_into(&mut row.r#type),
        )
    });
    is_told(types::differences, "PLACE is {", |page| {
        change_row(
            page,
            |row| row.r#type == "Id",
            |row| "String".clone_into(&mut row.r#type),
        )
    });
    is_told(types::differences, "PLACE is {", |page| {
        change_row(page, |_| true, |row| "Nothing".clone_into(&mut row.r#type))
    });
}

#[test]
fn other_values_are_told() {
    is_told(values::differences, "PLACE has the values [", |page| {
        change_row(
            page,
            |row| !row.values.is_empty(),
            |row| row.values.truncate(1),
        )
    });
    is_told(values::differences, "PLACE has the values [", |page| {
        change_row(page, |row| row.values.len() > 1, |row| row.values.reverse())
    });
    is_told(values::differences, "PLACE has the values []", |page| {
        change_row(
            page,
            |row| row.values.is_empty(),
            |row| row.values.push(json!("x")),
        )
    });
}

#[test]
fn another_null_is_told() {
    is_told(null::differences, "PLACE is null on ", |page| {
        change_row(page, |_| true, |row| row.null = true)
    });
    is_told(
        null::differences,
        "PLACE can be null, and no page says or shows so",
        |page| {
            let is_shown = |path: &str, example: &Value| {
                let values = crate::published::values_at(example, path);
                values.into_iter().any(Value::is_null)
            };
            // What stands further down may be shared with another page, which still says so.
            let Page { rows, example, .. } = page;
            let row = rows
                .iter_mut()
                .find(|row| row.null && !row.path.contains('.') && !is_shown(&row.path, example))?;
            row.null = false;
            Some(row.path.clone())
        },
    );
}

#[test]
fn another_example_is_told() {
    is_told(
        examples::read_differences,
        "the example is not read: ",
        |page| {
            page.example
                .as_object_mut()?
                .insert("_id".to_owned(), json!(5));
            Some(String::new())
        },
    );
    is_told(
        examples::read_differences,
        "the example does not fit the schema: ",
        |page| {
            page.example.as_object_mut()?.shift_remove("_id")?;
            Some(String::new())
        },
    );
    is_told(
        examples::read_differences,
        "the example's .other is lost",
        |page| {
            page.example
                .as_object_mut()?
                .insert("other".to_owned(), json!(5));
            Some(String::new())
        },
    );
    // The errata say what is wrong with the examples.
    is_told(
        examples::errata_differences,
        "smartWatch.orderState is not Successful in the example",
        |page| {
            *page.example.pointer_mut("/smartWatch/orderState")? = json!("Success");
            Some(String::new())
        },
    );
    is_told(
        examples::read_differences,
        "the example does not call restOfWorldRoaming restOfWorld",
        |page| {
            page.example.as_object_mut()?.shift_remove("restOfWorld")?;
            Some(String::new())
        },
    );
}
