//! Who may call: one employee of each level, each with a token that says what it is.

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
    /// What the employee calls with. It is the same in every world.
    pub token: Secret,
    /// What the employee may do.
    pub level: AccessLevel,
    /// The customer that the employee is a user of.
    pub customer: Option<Id>,
    /// The reseller that the employee works for.
    pub reseller: Option<Id>,
}

/// One employee of each level: those of a customer, those of a reseller, and those of nobody.
pub(super) fn employees(
    dice: &mut Dice,
    customer: &Customer,
    reseller: &Customer,
) -> [Employee; AccessLevel::ALL.len()] {
    AccessLevel::ALL.map(|level| {
        let (customer, reseller) = match level {
            AccessLevel::PERSONAL
            | AccessLevel::VIEWER
            | AccessLevel::MANAGER
            | AccessLevel::OWNER => (Some(customer.id), None),
            AccessLevel::RESELLER | AccessLevel::RESELLER_ADMIN => (None, Some(reseller.id)),
            AccessLevel::NO_LOGIN | AccessLevel::ADMIN => (None, None),
        };
        Employee {
            id: dice.id(),
            name: words::person(dice),
            token: token(level),
            level,
            customer,
            reseller,
        }
    })
}

/// The token of a level: `sandbox-reseller-admin`.
fn token(level: AccessLevel) -> Secret {
    let level = level.as_str().to_lowercase().replace('_', "-");
    Secret::new(format!("sandbox-{level}"))
}
