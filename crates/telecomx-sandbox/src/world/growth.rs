//! What makes a world larger: with more customers, more of everything.

use std::ops::RangeInclusive;

use telecomx_model::{Customer, DataSharingSim};

use super::{
    Employee, Item,
    accounts::{self, Story},
    companies::{self, Parent, Situation},
    dice::Dice,
    employees,
    maker::{CAST, EVERYTHING, Maker, TELEPHONY, TELEVISION},
    words,
};

/// With how many more customers another reseller comes.
const PER_RESELLER: usize = 20;
/// With how many more customers another organization comes.
const PER_ORGANIZATION: usize = 200;
/// How many customers are kept to bill others' services to; the whole world is never in memory.
const BILLED: usize = 32;

/// How much a customer has.
struct Size {
    accounts: RangeInclusive<u32>,
    /// What there may be several of: addresses besides the first, and customers to bill.
    others: RangeInclusive<u32>,
}

impl Size {
    /// Most are small, a tenth is larger, and one of a hundred is large.
    fn of_one(dice: &mut Dice) -> Self {
        let (accounts, others) = match dice.between(1..=100) {
            1 => (20..=50, 4..=12),
            2..=11 => (4..=8, 1..=2),
            _ => (0..=3, 0..=0),
        };
        Self { accounts, others }
    }
}

impl Maker {
    /// One of the customers that make a world larger, with the companies that come with it.
    pub(super) fn more(&mut self, index: usize) -> Vec<Item> {
        let more = index + 1 - CAST.len();
        let mut items = Vec::new();
        if more.is_multiple_of(PER_RESELLER) {
            items.extend(self.another_reseller(more / PER_RESELLER));
        }
        if more.is_multiple_of(PER_ORGANIZATION) {
            items.push(self.another_organization(more / PER_ORGANIZATION));
        }
        items.extend(self.another_customer(index + 1));
        items
    }

    /// A reseller below one of those there are, with its employees.
    fn another_reseller(&mut self, number: usize) -> Vec<Item> {
        let dice = &mut self.dice;
        let name = words::reseller(dice, number);
        let parent = dice.pick(&self.parents).id.clone();
        let invoices = dice.chance(50);
        let features = *dice.pick(&[TELEPHONY, EVERYTHING, TELEVISION]);
        let mut reseller = companies::reseller(dice, &name, Some(parent), invoices, features);
        let groups = dice.between(0..=10);
        let groups =
            (0..groups).map(|group| companies::group(dice, &format!("Gruppe {}", group + 1)));
        reseller
            .reseller_customer_groups
            .get_or_insert_default()
            .extend(groups);
        let employees = employees::of_reseller(dice, reseller.id.clone(), number);
        self.parents.push(Parent::of(&reseller));
        self.unmanaged.push(reseller.id.clone());
        let employees = employees.map(|employee| Item::Employee(Box::new(employee)));
        [Item::Customer(Box::new(reseller))]
            .into_iter()
            .chain(employees)
            .collect()
    }

    /// An organization, which manages the resellers that have come since the last one.
    fn another_organization(&mut self, number: usize) -> Item {
        let managed = std::mem::take(&mut self.unmanaged);
        let dice = &mut self.dice;
        let parent = dice.pick(&self.parents).id.clone();
        let name = format!("Indkøbsforeningen {number}");
        let organization = companies::organization(dice, &name, parent, managed);
        Item::Customer(Box::new(organization))
    }

    /// The customer of this number, with its accounts and employees.
    fn another_customer(&mut self, number: usize) -> Vec<Item> {
        let dice = &mut self.dice;
        let situation = match dice.between(1..=20) {
            1 => Situation::Blocked,
            2 => Situation::Deleted,
            3 => Situation::Complete,
            4 => Situation::Care,
            5..=8 => Situation::PrivateTv,
            _ => Situation::Small,
        };
        let name = match situation {
            Situation::PrivateTv => words::family(dice),
            _ => words::company(dice),
        };
        let size = Size::of_one(dice);
        let count = match situation {
            Situation::PrivateTv => 0,
            _ => dice.between(size.accounts),
        };
        let others = dice.between(size.others);
        let reseller = dice.index(self.parents.len());
        let stories: Vec<Story> = (0..count).map(|_| story(dice, situation)).collect();

        let mut customer = self.one_of(reseller, &name, situation);
        self.enlarge(&mut customer, others);
        let employees = match situation {
            Situation::Deleted => Vec::new(),
            _ => employees::of_customer(&mut self.dice, &customer, number, 1 + count as usize / 2),
        };
        self.remember(&customer);
        let users: Vec<&Employee> = employees.iter().collect();
        let mut items = self.with_accounts(customer, &users, &stories);
        for item in &mut items {
            if let Item::Account(account) = item
                && let Some(sims) = &mut account.data_sharing_sims
            {
                sims.extend(more_sims(&mut self.dice));
            }
        }
        items.extend(
            employees
                .into_iter()
                .map(|employee| Item::Employee(Box::new(employee))),
        );
        items
    }

    /// More addresses, and more customers to bill where there are any.
    fn enlarge(&mut self, customer: &mut Customer, others: u32) {
        let dice = &mut self.dice;
        if let Some(addresses) = &mut customer.addresses {
            let more = (0..others)
                .map(|other| companies::address(dice, false, &format!("Afdeling {}", other + 1)));
            addresses.extend(more);
        }
        let billed = customer.finance.as_mut();
        if let Some(billed) = billed.and_then(|finance| finance.billing_customers.as_mut()) {
            billed.extend(self.billed[1..].iter().take(others as usize).cloned());
        }
    }

    /// Keeps a customer as one that others can bill.
    fn remember(&mut self, customer: &Customer) {
        if self.billed.len() > BILLED {
            self.billed.remove(1);
        }
        self.billed.push(companies::billed(customer));
    }
}

/// SIM cards that share an account's data, besides those it has.
fn more_sims(dice: &mut Dice) -> Vec<DataSharingSim> {
    let count = dice.between(0..=6);
    (0..count)
        .map(|sim| accounts::data_sharing_sim(dice, &format!("Router {}", sim + 1)))
        .collect()
}

/// What goes on with an account of a customer in this situation: mostly nothing.
fn story(dice: &mut Dice, situation: Situation) -> Story {
    match situation {
        Situation::Blocked => Story::Blocked,
        Situation::Deleted => Story::Deleting,
        _ if dice.chance(60) => Story::Plain,
        _ => *dice.pick(&Story::ALL),
    }
}
