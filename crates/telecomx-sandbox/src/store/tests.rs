use std::{path::Path, time::Instant};

use rusqlite::Connection;
use telecomx_contract::{AccessLevel, Secret};

use super::{sqlite, *};

fn items(recipe: Recipe) -> Vec<Item> {
    recipe.items().collect()
}

fn filled(store: SqliteStore) -> SqliteStore {
    fill(&store, Recipe::default());
    store
}

fn fill(store: &SqliteStore, recipe: Recipe) {
    store.fill(recipe, &mut recipe.items()).unwrap();
}

const OTHER: Recipe = Recipe {
    seed: u64::MAX,
    customers: 20,
};

#[test]
fn everything_comes_back_as_it_was() {
    let store = filled(SqliteStore::in_memory().unwrap());
    for item in items(Recipe::default()) {
        match item {
            Item::Customer(customer) => {
                let subject = Subject {
                    customer: customer.id,
                    reseller: customer.parent_reseller,
                };
                assert_eq!(store.subject(customer.id).unwrap(), Some(subject));
                assert_eq!(store.customer(customer.id).unwrap(), Some(*customer));
            }
            Item::Account(account) => {
                for key in [account.id.into(), account.number.into()] {
                    assert_eq!(store.account(key).unwrap(), Some((*account).clone()));
                    let subject = store.account_subject(key).unwrap().unwrap();
                    assert_eq!(subject.customer, account.customer);
                }
                let numbers = store.account_numbers(account.customer).unwrap();
                assert!(numbers.contains(&account.number));
            }
            Item::Employee(employee) => {
                let found = store.employee(&employee.token).unwrap();
                assert_eq!(found, Some(*employee));
            }
        }
    }
    assert_eq!(store.recipe().unwrap(), Some(Recipe::default()));
    let census = Census {
        customers: 10,
        resellers: 3,
        accounts: 12,
    };
    assert_eq!(store.census().unwrap(), census);
    let levels = store.employees().unwrap();
    assert!(levels.iter().map(|one| one.level).eq(AccessLevel::ALL));
}

#[test]
fn what_is_not_there_is_not_found() {
    let store = filled(SqliteStore::in_memory().unwrap());
    let id = Id::from_static("ffffffffffffffffffffffff");
    let number = PhoneNumber::from_static("+4570000001");
    assert_eq!(store.customer(id).unwrap(), None);
    assert_eq!(store.subject(id).unwrap(), None);
    assert_eq!(store.account(id.into()).unwrap(), None);
    assert_eq!(store.account_subject(number.into()).unwrap(), None);
    assert_eq!(store.employee(&Secret::new("")).unwrap(), None);
    assert_eq!(store.resellers(Some(id)).unwrap(), []);
}

#[test]
fn upper_and_lower_case_are_the_same_id() {
    let store = filled(SqliteStore::in_memory().unwrap());
    let reseller = store.resellers(None).unwrap().swap_remove(0);
    let shouted: Id = reseller.id.as_str().to_uppercase().parse().unwrap();
    assert_eq!(store.customer(shouted).unwrap(), Some(reseller));
}

#[test]
fn a_reseller_reaches_itself_and_those_below() {
    let store = filled(SqliteStore::in_memory().unwrap());
    let ids = |from| -> Vec<Id> {
        let resellers = store.resellers(from).unwrap();
        resellers.into_iter().map(|one| one.id).collect()
    };
    let all = ids(None);
    assert_eq!(all.len(), 3);
    assert_eq!(ids(Some(all[0])), all);
    assert_eq!(ids(Some(all[1])), all[1..]);
    assert_eq!(ids(Some(all[2])), all[2..]);
}

#[test]
fn every_look_up_uses_an_index() {
    let store = filled(SqliteStore::in_memory().unwrap());
    let connection = store.another_writer();
    for query in [
        sqlite::CUSTOMER,
        sqlite::SUBJECT,
        sqlite::ACCOUNT_BY_ID,
        sqlite::ACCOUNT_BY_NUMBER,
        sqlite::SUBJECT_BY_ID,
        sqlite::SUBJECT_BY_NUMBER,
        sqlite::ACCOUNT_NUMBERS,
        sqlite::RESELLERS,
        sqlite::RESELLERS_FROM,
        sqlite::EMPLOYEE,
    ] {
        let mut statement = connection
            .prepare(&format!("EXPLAIN QUERY PLAN {query}"))
            .unwrap();
        let parameters = vec!["x"; statement.parameter_count()];
        let plan: Vec<String> = statement
            .query_map(rusqlite::params_from_iter(parameters), |row| {
                row.get("detail")
            })
            .unwrap()
            .collect::<Result<_, _>>()
            .unwrap();
        let scans = plan
            .iter()
            // The set that the recursion itself has found is not looked up.
            .filter(|step| step.starts_with("SCAN") && !step.contains("reach"))
            .filter(|step| !step.contains("CONSTANT ROW"));
        assert_eq!(scans.count(), 0, "{query}: {plan:#?}");
    }
}

#[test]
fn a_file_keeps_its_world() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("world.db");
    let before = filled(SqliteStore::in_file(&path).unwrap());
    let resellers = before.resellers(None).unwrap();
    drop(before);
    let after = SqliteStore::in_file(&path).unwrap();
    assert_eq!(after.recipe().unwrap(), Some(Recipe::default()));
    assert_eq!(after.resellers(None).unwrap(), resellers);
    assert_eq!(pragma(&path, "journal_mode"), "wal");
}

#[test]
fn a_world_replaces_another() {
    let store = filled(SqliteStore::in_memory().unwrap());
    fill(&store, OTHER);
    assert_eq!(store.recipe().unwrap(), Some(OTHER));
    assert_eq!(store.census().unwrap().customers, 24);
}

#[test]
fn a_world_that_is_not_finished_is_not_there() {
    let folder = tempfile::tempdir().unwrap();
    let store = filled(SqliteStore::in_file(folder.path().join("world.db")).unwrap());
    let before = store.census().unwrap();
    let panicked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        let mut half = OTHER.items().enumerate().map(|(index, item)| {
            // Whoever reads meanwhile sees the old world.
            assert_eq!(store.census().unwrap(), before);
            assert!(index < 9, "half-way");
            item
        });
        store.fill(OTHER, &mut half)
    }));
    assert!(panicked.is_err());
    assert_eq!(store.recipe().unwrap(), Some(Recipe::default()));
    assert_eq!(store.census().unwrap(), before);
    // The writer has survived.
    fill(&store, OTHER);
    assert_eq!(store.recipe().unwrap(), Some(OTHER));
}

#[test]
fn a_locked_store_fails_and_recovers() {
    let store = filled(SqliteStore::in_memory().unwrap());
    let before = store.census().unwrap();
    let other = store.another_writer();
    other.execute_batch("BEGIN EXCLUSIVE").unwrap();
    let start = Instant::now();
    assert!(matches!(store.census(), Err(StoreError::Locked { .. })));
    assert!(start.elapsed().as_secs() < 10);
    other.execute_batch("ROLLBACK").unwrap();
    assert_eq!(store.census().unwrap(), before);

    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let error = store.fill(OTHER, &mut OTHER.items()).unwrap_err();
    assert!(matches!(error, StoreError::Locked { .. }));
    other.execute_batch("ROLLBACK").unwrap();
    fill(&store, OTHER);
}

#[test]
fn a_store_that_is_cut_off_fails_and_recovers() {
    let folder = tempfile::tempdir().unwrap();
    let [here, away] = ["here", "away"].map(|name| folder.path().join(name));
    std::fs::create_dir(&here).unwrap();
    let store = filled(SqliteStore::in_file(here.join("world.db")).unwrap());
    std::fs::rename(&here, &away).unwrap();
    assert!(matches!(store.census(), Err(StoreError::CannotOpen { .. })));
    std::fs::rename(&away, &here).unwrap();
    assert_eq!(store.census().unwrap().accounts, 12);
}

#[test]
fn more_threads_than_readers_are_all_answered() {
    let store = filled(SqliteStore::in_memory().unwrap());
    std::thread::scope(|scope| {
        for _ in 0..32 {
            scope.spawn(|| {
                for _ in 0..20 {
                    assert_eq!(store.resellers(None).unwrap().len(), 3);
                }
            });
        }
    });
}

#[test]
fn an_empty_file_is_brought_up_to_date() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("empty.db");
    std::fs::write(&path, "").unwrap();
    assert_eq!(pragma(&path, "user_version"), "0");
    let store = SqliteStore::in_file(&path).unwrap();
    assert_eq!(store.recipe().unwrap(), None);
    assert_eq!(pragma(&path, "user_version"), "1");
    assert_ne!(pragma(&path, "application_id"), "0");
}

#[test]
fn a_file_of_somebody_else_is_left_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let text = folder.path().join("notes.txt");
    std::fs::write(&text, "These are notes, and not a database. ".repeat(100)).unwrap();
    let foreign = folder.path().join("accounts.db");
    let connection = Connection::open(&foreign).unwrap();
    connection.execute_batch("CREATE TABLE money (x)").unwrap();
    drop(connection);
    for path in [&text, &foreign] {
        let before = std::fs::read(path).unwrap();
        let error = SqliteStore::in_file(path).unwrap_err();
        let message = error.to_string();
        assert!(
            matches!(
                error,
                StoreError::NotADatabase { .. } | StoreError::Foreign { .. }
            ),
            "{message}"
        );
        assert!(message.contains(path.to_str().unwrap()) && message.contains("--data"));
        assert_eq!(std::fs::read(path).unwrap(), before);
    }
}

#[test]
fn a_newer_file_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("newer.db");
    drop(SqliteStore::in_file(&path).unwrap());
    let connection = Connection::open(&path).unwrap();
    connection.pragma_update(None, "user_version", 99).unwrap();
    drop(connection);
    let message = SqliteStore::in_file(&path).unwrap_err().to_string();
    assert!(
        message.contains("newer version") && message.contains("99"),
        "{message}"
    );
}

#[test]
fn what_does_not_fit_the_contract_is_an_error_of_the_store() {
    let store = filled(SqliteStore::in_memory().unwrap());
    let id = store.resellers(None).unwrap()[0].id;
    let writer = store.another_writer();
    writer
        .execute("UPDATE customer SET json = '{}'", [])
        .unwrap();
    let message = store.customer(id).unwrap_err().to_string();
    assert!(message.contains("--replace"), "{message}");
}

#[test]
fn a_folder_that_is_not_there_is_named() {
    let path = Path::new("no/such/folder/world.db");
    let message = SqliteStore::in_file(path).unwrap_err().to_string();
    assert!(message.contains("no/such/folder") && message.contains("folder must exist"));
}

fn pragma(path: &Path, name: &str) -> String {
    let connection = Connection::open(path).unwrap();
    let value =
        connection.pragma_query_value(None, name, |row| row.get::<_, rusqlite::types::Value>(0));
    match value.unwrap() {
        rusqlite::types::Value::Integer(number) => number.to_string(),
        rusqlite::types::Value::Text(text) => text,
        other => panic!("{other:?}"),
    }
}
