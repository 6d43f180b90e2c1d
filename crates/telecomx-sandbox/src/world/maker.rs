//! Who is in a world, and in which order it is made.

use telecomx_model::{BillingCustomer, Customer, Feature, Id, PhoneNumber};

use super::{
    Employee, Item,
    accounts::{self, Story},
    companies::{self, Parent, Situation},
    dice::Dice,
    employees,
};

/// The smallest world's customers, each with its reseller (0 or 1), its situation and its accounts' stories.
pub(super) const CAST: [(&str, usize, Situation, &[Story]); 6] = [
    (
        "Lyngborg Bogtryk ApS",
        0,
        Situation::Complete,
        &[
            Story::Plain,
            Story::Esim,
            Story::DataSharing,
            Story::SmartWatch,
            Story::ChangingNetwork,
        ],
    ),
    (
        "Tangkær Tømrer & Søn I/S",
        0,
        Situation::Small,
        &[Story::PortingIn, Story::HostedPbx, Story::SipRouted],
    ),
    (
        "Kobberhuset Rejser A/S",
        0,
        Situation::Blocked,
        &[Story::Blocked],
    ),
    ("Familien Hybenbusk", 1, Situation::PrivateTv, &[]),
    (
        "Solsorten Plejecenter",
        1,
        Situation::Care,
        &[Story::UsedUp, Story::PortingOut],
    ),
    (
        "Mågen Cykler ApS",
        1,
        Situation::Deleted,
        &[Story::Deleting],
    ),
];

/// The features of resellers that sell telephony.
pub(super) const TELEPHONY: &[Feature] =
    &[Feature::Customer, Feature::Sip, Feature::Mvno, Feature::Pbx];
/// The features of resellers that sell everything.
pub(super) const EVERYTHING: &[Feature] = &[
    Feature::Customer,
    Feature::Sip,
    Feature::Mvno,
    Feature::Pbx,
    Feature::Internet,
    Feature::Tv,
    Feature::IptvPrivate,
    Feature::IptvBusiness,
    Feature::Flexcare,
];
/// The features of resellers that sell television.
pub(super) const TELEVISION: &[Feature] = &[
    Feature::Customer,
    Feature::Mvno,
    Feature::Tv,
    Feature::IptvPrivate,
    Feature::Flexcare,
];

/// Makes one world, customer by customer.
#[derive(Debug)]
pub(super) struct Maker {
    pub(super) dice: Dice,
    /// The companies that come before all customers: the resellers, from the top, and the organization.
    companies: [Customer; 4],
    /// Resellers that customers and other resellers belong to. The first two are the smallest world's.
    pub(super) parents: Vec<Parent>,
    /// Resellers that no organization manages.
    pub(super) unmanaged: Vec<Id>,
    /// Customers that others can bill their services to; the first is the organization.
    pub(super) billed: Vec<BillingCustomer>,
}

impl Maker {
    /// The maker of the world of this seed.
    pub(super) fn new(seed: u64) -> Self {
        let mut dice = Dice::new(seed);
        let [top, first, second] = resellers(&mut dice);
        let organization = companies::organization(
            &mut dice,
            "Kystens Indkøbsforening",
            top.id.clone(),
            vec![first.id.clone(), second.id.clone()],
        );
        Self {
            dice,
            parents: vec![Parent::of(&first), Parent::of(&second)],
            unmanaged: Vec::new(),
            billed: vec![companies::billed(&organization)],
            companies: [top, first, second, organization],
        }
    }

    /// The companies that the others belong to.
    pub(super) fn companies(&self) -> Vec<Item> {
        let companies = self.companies.iter().cloned();
        companies
            .map(|company| Item::Customer(Box::new(company)))
            .collect()
    }

    /// The next customer, with what belongs to it.
    pub(super) fn customer(&mut self, index: usize) -> Vec<Item> {
        let Some((name, reseller, situation, stories)) = CAST.get(index) else {
            return self.more(index);
        };
        let mut customer = self.one_of(*reseller, name, *situation);
        if index > 0 {
            return self.with_accounts(customer, &[], stories);
        }
        // The first customer is the one that employees are users of, and that the documents' samples ask for.
        customer.id = Id::EXAMPLE;
        let employees = employees::of_each_level(
            &mut self.dice,
            &customer,
            self.parents[*reseller].id.clone(),
        );
        let users: Vec<&Employee> = employees
            .iter()
            .filter(|employee| employee.customer.is_some())
            .collect();
        let mut items = self.with_accounts(customer, &users, stories);
        let account = items.iter_mut().find_map(|item| match item {
            Item::Account(account) => Some(account),
            _ => None,
        });
        if let Some(account) = account {
            account.number = PhoneNumber::EXAMPLE;
        }
        items.extend(employees.map(|employee| Item::Employee(Box::new(employee))));
        items
    }

    /// A customer of this reseller.
    pub(super) fn one_of(&mut self, reseller: usize, name: &str, situation: Situation) -> Customer {
        let (reseller, billed) = (&self.parents[reseller], &self.billed[0]);
        companies::customer(&mut self.dice, name, reseller, billed, situation)
    }

    /// A customer and its accounts, used by these employees as far as they go.
    pub(super) fn with_accounts(
        &mut self,
        customer: Customer,
        users: &[&Employee],
        stories: &[Story],
    ) -> Vec<Item> {
        let mut items = Vec::with_capacity(1 + stories.len());
        for (index, story) in stories.iter().enumerate() {
            let user = users.get(index).copied();
            let account = accounts::account(&mut self.dice, &customer, user, *story);
            items.push(Item::Account(Box::new(account)));
        }
        items.insert(0, Item::Customer(Box::new(customer)));
        items
    }
}

/// A top-level reseller, one below it, and one below that.
fn resellers(dice: &mut Dice) -> [Customer; 3] {
    let top = companies::reseller(dice, "Sandkasse Telefoni A/S", None, true, EVERYTHING);
    let first = companies::reseller(
        dice,
        "Fyrtårnet Erhvervstelefoni ApS",
        Some(top.id.clone()),
        true,
        TELEPHONY,
    );
    let second = companies::reseller(
        dice,
        "Strandskade Mobil & TV ApS",
        Some(first.id.clone()),
        false,
        TELEVISION,
    );
    [top, first, second]
}
