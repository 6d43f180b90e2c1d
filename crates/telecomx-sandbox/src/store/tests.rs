mod files;

use telecomx_contract::{AccessLevel, Secret};
use telecomx_model::PhoneNumber;

use super::{sqlite, *};
use crate::world::Item;

fn in_memory() -> SqliteStore {
    let recipe = Recipe::default();
    SqliteStore::in_memory(recipe, &mut recipe.items()).unwrap()
}

#[test]
fn everything_comes_back_as_it_was() {
    let store = in_memory();
    for item in Recipe::default().items() {
        match item {
            Item::Customer(customer) => {
                let subject = Subject {
                    customer: customer.id.clone(),
                    reseller: customer.parent_reseller.clone(),
                };
                assert_eq!(store.subject(customer.id.clone()).unwrap(), Some(subject));
                assert_eq!(
                    store.customer(customer.id.clone()).unwrap(),
                    Some(*customer)
                );
            }
            Item::Account(account) => {
                let keys: [MvnoAccountKey; 2] =
                    [account.id.clone().into(), account.number.clone().into()];
                for key in keys {
                    assert_eq!(store.account(key.clone()).unwrap(), Some(*account.clone()));
                    let subject = store.account_subject(key).unwrap().unwrap();
                    assert_eq!(subject.customer, account.customer);
                }
            }
            Item::Employee(employee) => {
                let found = store.employee(&employee.token).unwrap();
                assert_eq!(found, Some(*employee));
            }
        }
    }
    assert_eq!(store.recipe().unwrap(), Recipe::default());
    let census = Census {
        customers: 10,
        resellers: 3,
        accounts: 12,
    };
    assert_eq!(store.census().unwrap(), census);
    for level in AccessLevel::ALL {
        let employee = store.first_employee(level).unwrap().unwrap();
        assert_eq!(employee.level, level);
    }
}

#[test]
fn what_is_not_there_is_not_found() {
    let store = in_memory();
    let id = Id::from_static("ffffffffffffffffffffffff");
    let number = PhoneNumber::from_static("+4570000001");
    assert_eq!(store.customer(id.clone()).unwrap(), None);
    assert_eq!(store.subject(id.clone()).unwrap(), None);
    assert_eq!(store.account(id.clone().into()).unwrap(), None);
    assert_eq!(store.account_subject(number.into()).unwrap(), None);
    assert_eq!(store.employee(&Secret::new("")).unwrap(), None);
    assert_eq!(store.resellers(Some(id), None).unwrap(), []);
}

#[test]
fn upper_and_lower_case_are_the_same_id() {
    let store = in_memory();
    let id = store.resellers(None, None).unwrap()[0].id.clone();
    let shouted: Id = id.as_str().to_uppercase().parse().unwrap();
    assert_eq!(store.customer(shouted).unwrap().unwrap().id, id);
}

#[test]
fn a_reseller_reaches_itself_and_those_below() {
    let store = in_memory();
    let ids = |from| -> Vec<Id> {
        let resellers = store.resellers(from, None).unwrap();
        resellers.into_iter().map(|one| one.id).collect()
    };
    let all = ids(None);
    assert_eq!(all.len(), 3);
    assert_eq!(ids(Some(all[0].clone())), all);
    assert_eq!(ids(Some(all[1].clone())), all[1..]);
    assert_eq!(ids(Some(all[2].clone())), all[2..]);
}

#[test]
fn a_list_holds_what_it_answers_of_those_that_pass_its_filter() {
    let store = in_memory();
    let names = |from, filter| -> Vec<String> {
        let resellers = store.resellers(from, filter).unwrap();
        resellers.into_iter().map(|one| one.name).collect()
    };
    let (top, first, second) = (
        "Sandkasse Telefoni A/S",
        "Fyrtårnet Erhvervstelefoni ApS",
        "Strandskade Mobil & TV ApS",
    );
    assert_eq!(names(None, None), [top, first, second]);
    let from = Some(store.resellers(None, None).unwrap()[1].id.clone());
    for (filter, all, below) in [
        (ResellerFilter::Iptv, vec![top, second], vec![second]),
        (ResellerFilter::IptvPrivate, vec![top, second], vec![second]),
        (ResellerFilter::Flexcare, vec![top, second], vec![second]),
        (ResellerFilter::Voip, vec![top, first], vec![first]),
    ] {
        assert_eq!(names(None, Some(filter)), all, "{filter:?}");
        assert_eq!(names(from.clone(), Some(filter)), below, "{filter:?}");
    }
    let listed = serde_json::to_value(store.resellers(None, None).unwrap()).unwrap();
    let economic = serde_json::json!({ "billing": { "economic": { "enabled": true } } });
    assert_eq!(listed[0]["integrations"], economic);
    assert_eq!(listed[2].get("integrations"), None);
}

#[test]
fn every_look_up_uses_an_index() {
    let store = in_memory();
    let connection = store.writer();
    for query in [
        sqlite::CUSTOMER,
        sqlite::SUBJECT,
        sqlite::ACCOUNT_BY_ID,
        sqlite::ACCOUNT_BY_NUMBER,
        sqlite::SUBJECT_BY_ID,
        sqlite::SUBJECT_BY_NUMBER,
        sqlite::RESELLERS_FROM,
        sqlite::EMPLOYEE,
        sqlite::FIRST_EMPLOYEE,
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
fn many_threads_are_all_answered() {
    let (_folder, path) = files::folder();
    let on_disk = SqliteStore::open_file(&path).unwrap().unwrap();
    for store in [in_memory(), on_disk] {
        std::thread::scope(|scope| {
            for _ in 0..32 {
                scope.spawn(|| {
                    for _ in 0..20 {
                        assert_eq!(store.resellers(None, None).unwrap().len(), 3);
                    }
                });
            }
        });
    }
}

#[test]
fn what_does_not_fit_the_contract_is_an_error_of_the_store() {
    let store = in_memory();
    let id = store.resellers(None, None).unwrap()[0].id.clone();
    let writer = store.writer();
    writer
        .execute("UPDATE customer SET json = '{}'", [])
        .unwrap();
    let message = store.customer(id).unwrap_err().to_string();
    assert!(message.contains("--replace"), "{message}");
}
