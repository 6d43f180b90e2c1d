//! A small, believable, synthetic world, and larger ones from the same generator.
//!
//! A top-level reseller with a reseller below it, and another below that; an organization; customers with
//! MVNO accounts; one employee of each level. With more customers come more of all the others. No name,
//! number, address or credential in it is real.

mod accounts;
mod companies;
mod dice;
mod employees;
mod finance;
mod growth;
mod integrations;
mod maker;
mod sims;
mod words;

pub use self::employees::Employee;

use telecomx_model::{Customer, MvnoAccount};

use self::maker::{CAST, Maker};

/// What a world is made from. The same recipe always makes the same world.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recipe {
    /// Chooses names, numbers and ids.
    pub seed: u64,
    /// How many customers there are, besides resellers and organizations: 6 or more.
    ///
    /// With every 20 more comes a reseller, below one of those there are, and with every 200 more an
    /// organization, which manages the latest 10 resellers. Most customers are small, and some have many
    /// addresses, accounts and employees.
    pub customers: u32,
}

impl Recipe {
    /// The fewest customers that a world has.
    pub const FEWEST: u32 = CAST.len() as u32;
    /// The most customers for which there are phone numbers, of which each takes four or five.
    pub const MOST: u32 = 1_000_000;
}

impl Default for Recipe {
    fn default() -> Self {
        Self {
            seed: 1,
            customers: Self::FEWEST,
        }
    }
}

/// One thing in a world.
#[derive(Debug, Clone, PartialEq)]
pub enum Item {
    /// A customer, a reseller or an organization. It comes before whatever belongs to it.
    Customer(Box<Customer>),
    /// An MVNO account.
    Account(Box<MvnoAccount>),
    /// Somebody with a token.
    Employee(Box<Employee>),
}

impl Recipe {
    /// Makes the world, thing by thing: a large one is never in memory as a whole.
    pub fn items(self) -> impl Iterator<Item = Item> {
        let mut maker = Maker::new(self.seed);
        let companies = maker.companies();
        let customers = (0..self.customers).flat_map(move |index| maker.customer(index as usize));
        companies.into_iter().chain(customers)
    }
}

#[cfg(test)]
mod tests;
