//! Who may call: employees, each with a token that says what it is.

use telecomx_contract::{AccessLevel, Secret};
use telecomx_model::{Customer, Id};

use super::{dice::Dice, words};

/// Somebody with a token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Employee {
    /// The employee.
    pub id: Id,
    /// What the employee is called.
    pub name: String,
    /// What the employee calls with. It is the same in every world: `sandbox-viewer` is that of the first
    /// viewer, `sandbox-viewer-100` is of the hundredth customer, `sandbox-reseller-3` of the third reseller
    /// that came with more customers.
    pub token: Secret,
    /// What the employee may do.
    pub level: AccessLevel,
    /// The customer that the employee is a user of.
    pub customer: Option<Id>,
    /// The reseller that the employee works for.
    pub reseller: Option<Id>,
}

/// One employee of each level: those of a customer, those of a reseller, and those of nobody.
pub(super) fn of_each_level(
    dice: &mut Dice,
    customer: &Customer,
    reseller: Id,
) -> [Employee; AccessLevel::ALL.len()] {
    AccessLevel::ALL.map(|level| {
        let (customer, reseller) = match level {
            AccessLevel::PERSONAL
            | AccessLevel::VIEWER
            | AccessLevel::MANAGER
            | AccessLevel::OWNER => (Some(customer.id.clone()), None),
            AccessLevel::RESELLER | AccessLevel::RESELLER_ADMIN => (None, Some(reseller.clone())),
            AccessLevel::NO_LOGIN | AccessLevel::ADMIN => (None, None),
        };
        employee(dice, level, "", customer, reseller)
    })
}

/// So many employees of the customer of this number: an owner, a manager, a viewer, and others.
pub(super) fn of_customer(
    dice: &mut Dice,
    customer: &Customer,
    number: usize,
    count: usize,
) -> Vec<Employee> {
    const FIRST: [AccessLevel; 3] = [
        AccessLevel::OWNER,
        AccessLevel::MANAGER,
        AccessLevel::VIEWER,
    ];
    let one = |index: usize| {
        let (level, which) = match FIRST.get(index) {
            Some(level) => (*level, format!("-{number}")),
            None => (
                AccessLevel::PERSONAL,
                format!("-{number}-{}", index - FIRST.len() + 1),
            ),
        };
        employee(dice, level, &which, Some(customer.id.clone()), None)
    };
    (0..count).map(one).collect()
}

/// The employees of the reseller of this number.
pub(super) fn of_reseller(dice: &mut Dice, reseller: Id, number: usize) -> [Employee; 2] {
    let which = format!("-{number}");
    [AccessLevel::RESELLER, AccessLevel::RESELLER_ADMIN]
        .map(|level| employee(dice, level, &which, None, Some(reseller.clone())))
}

/// An employee whose token is that of its level, and says which one it is: `sandbox-reseller-admin-7`.
fn employee(
    dice: &mut Dice,
    level: AccessLevel,
    which: &str,
    customer: Option<Id>,
    reseller: Option<Id>,
) -> Employee {
    let word = level.as_str().to_lowercase().replace('_', "-");
    Employee {
        id: dice.id(),
        name: words::person(dice),
        token: Secret::new(format!("sandbox-{word}{which}")),
        level,
        customer,
        reseller,
    }
}
