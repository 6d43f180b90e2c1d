use std::collections::BTreeSet;

use serde_json::{Value, json};
use telecomx_contract::{AccessLevel, Object, Resource};
use telecomx_model::{
    FormFactor, Id, MvnoAccountStatus, NumberState, PhoneNumber, SmartWatchStatus,
};

use super::*;

fn world(seed: u64, customers: u32) -> Vec<Item> {
    Recipe { seed, customers }.items().collect()
}

fn customers(items: &[Item]) -> Vec<&Customer> {
    let mut customers = Vec::new();
    for item in items {
        if let Item::Customer(customer) = item {
            customers.push(&**customer);
        }
    }
    customers
}

fn accounts(items: &[Item]) -> Vec<&MvnoAccount> {
    let mut accounts = Vec::new();
    for item in items {
        if let Item::Account(account) = item {
            accounts.push(&**account);
        }
    }
    accounts
}

#[test]
fn a_seed_makes_one_world() {
    assert_eq!(world(1, 50), world(1, 50));
    assert_ne!(world(1, 50), world(2, 50));
}

#[test]
fn a_larger_world_begins_with_the_smaller_one() {
    let (small, large) = (world(3, 6), world(3, 60));
    assert_eq!(small, large[..small.len()]);
    assert_eq!(customers(&small).len(), 4 + 6);
    // 54 more customers come with two more resellers.
    assert_eq!(customers(&large).len(), 4 + 60 + 2);
    assert_eq!(accounts(&small).len(), 12);
}

/// How much of each kind there is in a world.
fn amounts(items: &[Item]) -> [(&'static str, usize); 12] {
    let (customers, accounts) = (customers(items), accounts(items));
    let of =
        |count: fn(&Customer) -> Option<usize>| customers.iter().filter_map(move |one| count(one));
    let resellers: Vec<_> = customers
        .iter()
        .filter(|one| one.is_reseller == Some(true))
        .collect();
    let parent_of = |id: &Id| {
        let reseller = resellers.iter().find(|reseller| reseller.id == *id);
        reseller.and_then(|reseller| reseller.parent_reseller.clone())
    };
    let depth = |id: &Id| std::iter::successors(Some(id.clone()), &parent_of).count();
    let employees = items
        .iter()
        .filter(|item| matches!(item, Item::Employee(_)));
    let addresses = |one: &Customer| one.addresses.as_ref().map(Vec::len);
    let sims = |one: &&&MvnoAccount| 1 + one.data_sharing_sims.as_ref().map_or(0, Vec::len);
    let mut accounts_of = std::collections::BTreeMap::<Id, usize>::new();
    for account in &accounts {
        *accounts_of.entry(account.customer.clone()).or_default() += 1;
    }
    [
        ("resellers", resellers.len()),
        (
            "resellers below each other",
            resellers.iter().map(|one| depth(&one.id)).max().unwrap(),
        ),
        (
            "organizations",
            of(|one| one.organization_resellers.as_ref().map(|_| 1)).sum(),
        ),
        (
            "resellers of an organization",
            of(|one| one.organization_resellers.as_ref().map(Vec::len))
                .max()
                .unwrap(),
        ),
        (
            "groups of a reseller",
            of(|one| one.reseller_customer_groups.as_ref().map(Vec::len))
                .max()
                .unwrap(),
        ),
        ("employees", employees.count()),
        ("accounts", accounts.len()),
        (
            "accounts of a customer",
            accounts_of.into_values().max().unwrap(),
        ),
        (
            "SIM cards of an account",
            accounts.iter().map(|one| sims(&one)).max().unwrap(),
        ),
        ("addresses", of(addresses).sum()),
        ("addresses of a customer", of(addresses).max().unwrap()),
        (
            "customers that one bills",
            of(|one| {
                one.finance
                    .as_ref()?
                    .billing_customers
                    .as_ref()
                    .map(Vec::len)
            })
            .max()
            .unwrap(),
        ),
    ]
}

#[test]
fn a_larger_world_is_larger_in_every_dimension() {
    let [small, middle, large] = [6, 1_000, 4_000].map(|count| amounts(&world(1, count)));
    let small = small.map(|(_, amount)| amount);
    assert_eq!(small, [3, 3, 1, 2, 2, 8, 12, 5, 3, 11, 2, 1]);
    for (((what, middle), (_, large)), small) in middle.into_iter().zip(large).zip(small) {
        assert!(
            middle > small && large >= middle,
            "{what}: {small}, {middle}, {large}"
        );
    }
    // One reseller for every 20 customers more, and one organization for every 200.
    assert_eq!([large[0].1, large[2].1], [3 + 199, 1 + 19]);
}

#[test]
fn tokens_and_names_of_resellers_are_unique() {
    let items = world(2, 3_000);
    let tokens: Vec<&str> = items
        .iter()
        .filter_map(|item| match item {
            Item::Employee(employee) => Some(employee.token.expose()),
            _ => None,
        })
        .collect();
    assert_eq!(tokens.iter().collect::<BTreeSet<_>>().len(), tokens.len());
    for token in [
        "sandbox-owner-3000",
        "sandbox-reseller-149",
        "sandbox-reseller-admin-1",
    ] {
        assert!(tokens.contains(&token), "{token}");
    }
    let names = customers(&items)
        .into_iter()
        .filter(|one| one.is_reseller == Some(true));
    let names: Vec<&str> = names.map(|one| one.name.as_str()).collect();
    assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), 3 + 149);
    assert_eq!(names.len(), 3 + 149);
}

#[test]
fn every_world_has_what_the_documents_show() {
    for seed in 1..5 {
        let items = world(seed, 6);
        let customer = customers(&items)
            .into_iter()
            .find(|it| it.id == Id::EXAMPLE);
        assert!(customer.is_some_and(|customer| customer.is_reseller == Some(false)));
        let mut accounts = accounts(&items).into_iter();
        let account = accounts
            .find(|it| it.number == PhoneNumber::EXAMPLE)
            .unwrap();
        assert_eq!(account.customer, Id::EXAMPLE);
    }
}

#[test]
fn the_smallest_world_has_everybody() {
    let items = world(1, 6);
    let customers = customers(&items);
    let resellers: Vec<_> = customers
        .iter()
        .filter(|customer| customer.is_reseller == Some(true))
        .collect();
    assert_eq!(resellers.len(), 3);
    let top = |customer: &&&&Customer| customer.parent_reseller.is_none();
    assert_eq!(resellers.iter().filter(top).count(), 1);
    let organization = customers
        .iter()
        .find_map(|customer| customer.organization_resellers.as_ref());
    assert_eq!(organization.map(Vec::len), Some(2));
    let levels: Vec<AccessLevel> = items
        .iter()
        .filter_map(|item| match item {
            Item::Employee(employee) => Some(employee.level),
            _ => None,
        })
        .collect();
    assert_eq!(levels, AccessLevel::ALL);
}

#[test]
fn the_smallest_world_has_an_account_in_every_state() {
    let items = world(1, 6);
    let accounts = accounts(&items);
    let any = |fits: &dyn Fn(&MvnoAccount) -> bool| assert!(accounts.iter().any(|one| fits(one)));
    for state in [
        MvnoAccountStatus::Active,
        MvnoAccountStatus::Creating,
        MvnoAccountStatus::Deleting,
        MvnoAccountStatus::Blocked,
    ] {
        any(&|account| account.state == state);
    }
    for state in [
        NumberState::InUse,
        NumberState::PortingIn,
        NumberState::PortingOut,
    ] {
        any(&|account| account.number_state.as_ref() == Some(&state));
    }
    any(&|account| {
        let sim = account.mvno_sim.as_ref();
        sim.is_some_and(|sim| {
            sim.form_factor == Some(FormFactor::Esim) && sim.activation_code.is_some()
        })
    });
    any(&|account| account.data_sharing_sims.as_ref().map(Vec::len) == Some(2));
    any(&|account| {
        let watch = account.smart_watch.as_ref();
        watch.is_some_and(|watch| watch.state == Some(SmartWatchStatus::Active))
    });
    any(&|account| account.mvno_sim_network_change_to.is_some());
    any(&|account| account.pbx == Some(1) && account.voicemail.is_none());
    any(&|account| account.sip_account.is_some());
}

#[test]
fn what_belongs_to_something_comes_after_it() {
    let mut known = BTreeSet::<Id>::new();
    for item in world(4, 200) {
        let (id, belongs_to) = match item {
            Item::Customer(customer) => (customer.id, customer.parent_reseller),
            Item::Account(account) => (account.id, Some(account.customer)),
            Item::Employee(employee) => (employee.id, employee.customer.or(employee.reseller)),
        };
        assert!(belongs_to.is_none_or(|other| known.contains(&other)));
        assert!(known.insert(id.clone()), "{id} comes twice");
    }
}

/// An integrator should find an example of everything that the documents promise.
#[test]
fn every_property_has_a_value_somewhere() {
    fn missing(object: &'static Object, values: &[Value]) -> Vec<String> {
        let paths = object.paths().into_iter().map(|(path, _)| path);
        paths
            .filter(|path| !values.iter().any(|value| has(value, path)))
            .collect()
    }
    fn has(value: &Value, path: &str) -> bool {
        let (name, rest) = path.split_once('.').unwrap_or((path, ""));
        match value.get(name.trim_end_matches("[]")) {
            Some(_) if rest.is_empty() => true,
            Some(Value::Array(items)) => items.iter().any(|item| has(item, rest)),
            Some(found) => has(found, rest),
            None => false,
        }
    }
    let items = world(1, 6);
    let customers: Vec<Value> = customers(&items).iter().map(|one| json!(one)).collect();
    let accounts: Vec<Value> = accounts(&items).iter().map(|one| json!(one)).collect();
    let nothing: [&str; 0] = [];
    assert_eq!(missing(Customer::RESOURCE, &customers), nothing);
    assert_eq!(missing(MvnoAccount::RESOURCE, &accounts), nothing);
}

#[test]
fn the_world_fits_the_published_document() {
    let mut document = crate::document::document("http://127.0.0.1", &[]).unwrap();
    spell_out_null(&mut document["components"]["schemas"]);
    let validator = |name: &str| {
        let schema = json!({
            "$ref": format!("#/components/schemas/{name}"),
            "components": document["components"].clone(),
        });
        let options = jsonschema::options().should_validate_formats(true);
        options.build(&schema).unwrap()
    };
    let (customer, account) = (validator("Customer"), validator("MvnoAccount"));
    for item in world(1, 100) {
        let (validator, value) = match item {
            Item::Customer(value) => (&customer, json!(value)),
            Item::Account(value) => (&account, json!(value)),
            Item::Employee(_) => continue,
        };
        let errors: Vec<_> = validator.iter_errors(&value).collect();
        assert!(errors.is_empty(), "{errors:?} in {value:#}");
    }
}

/// `nullable: true` → `type: [T, null]`, for a validator of JSON Schema.
fn spell_out_null(schema: &mut Value) {
    match schema {
        Value::Object(object) => {
            if object.get("nullable") == Some(&Value::Bool(true)) {
                let name = object["type"].take();
                object["type"] = json!([name, "null"]);
            }
            object.values_mut().for_each(spell_out_null);
        }
        Value::Array(items) => items.iter_mut().for_each(spell_out_null),
        _ => {}
    }
}

#[test]
fn nothing_in_it_is_real() {
    fn check(value: &Value) {
        match value {
            Value::String(text) => {
                let address = text.contains('@') || text.contains("://") || text.starts_with("www");
                assert!(!address || text.contains(".example"), "{text}");
                let number = text.starts_with('+');
                assert!(!number || text.starts_with("+451"), "{text}");
            }
            Value::Array(items) => items.iter().for_each(check),
            Value::Object(object) => object.values().for_each(check),
            _ => {}
        }
    }
    let items = world(5, 300);
    customers(&items).iter().for_each(|one| check(&json!(one)));
    accounts(&items).iter().for_each(|one| check(&json!(one)));
}
