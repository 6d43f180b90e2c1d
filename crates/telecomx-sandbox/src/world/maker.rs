//! Who is in a world, and in which order it is made.

use telecomx_model::{Customer, Feature, Id, PhoneNumber};

use super::{
    Employee, Item,
    accounts::{self, Story},
    companies::{self, Situation},
    dice::Dice,
    employees, words,
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

/// Makes one world, customer by customer.
#[derive(Debug)]
pub(super) struct Maker {
    dice: Dice,
    top: Customer,
    /// Those that the customers belong to.
    resellers: [Customer; 2],
    organization: Customer,
}

impl Maker {
    /// The maker of the world of this seed.
    pub(super) fn new(seed: u64) -> Self {
        let mut dice = Dice::new(seed);
        let [top, first, second] = resellers(&mut dice);
        let organization = companies::organization(
            &mut dice,
            "Kystens Indkøbsforening",
            top.id,
            vec![first.id, second.id],
        );
        Self {
            dice,
            top,
            resellers: [first, second],
            organization,
        }
    }

    /// The companies that the others belong to.
    pub(super) fn companies(&self) -> Vec<Item> {
        let [first, second] = &self.resellers;
        [&self.top, first, second, &self.organization]
            .map(|company| Item::Customer(Box::new(company.clone())))
            .into()
    }

    /// The next customer, with what belongs to it.
    pub(super) fn customer(&mut self, index: usize) -> Vec<Item> {
        let Some((name, reseller, situation, stories)) = CAST.get(index) else {
            return self.another_customer();
        };
        let mut customer = self.one_of(*reseller, name, *situation);
        if index > 0 {
            return self.with_accounts(customer, &[], stories);
        }
        // The first customer is the one that employees are users of, and that the documents' samples ask for.
        customer.id = Id::EXAMPLE;
        let employees = employees::employees(&mut self.dice, &customer, &self.resellers[*reseller]);
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

    /// One of the customers that make a world larger.
    fn another_customer(&mut self) -> Vec<Item> {
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
        let reseller = *dice.pick(&[0, 1]);
        let count = match situation {
            Situation::PrivateTv => 0,
            _ => dice.between(0..=3),
        };
        let stories: Vec<Story> = (0..count).map(|_| story(dice, situation)).collect();
        let customer = self.one_of(reseller, &name, situation);
        self.with_accounts(customer, &[], &stories)
    }

    fn one_of(&mut self, reseller: usize, name: &str, situation: Situation) -> Customer {
        let reseller = &self.resellers[reseller];
        let billed = &self.organization;
        companies::customer(&mut self.dice, name, reseller, billed, situation)
    }

    /// A customer and its accounts, used by these employees as far as they go.
    fn with_accounts(
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
    let telephony = [Feature::Customer, Feature::Sip, Feature::Mvno, Feature::Pbx];
    let everything = [
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
    let television = [
        Feature::Customer,
        Feature::Mvno,
        Feature::Tv,
        Feature::IptvPrivate,
        Feature::Flexcare,
    ];
    let top = companies::reseller(dice, "Sandkasse Telefoni A/S", None, true, &everything);
    let first = companies::reseller(
        dice,
        "Fyrtårnet Erhvervstelefoni ApS",
        Some(top.id),
        true,
        &telephony,
    );
    let second = companies::reseller(
        dice,
        "Strandskade Mobil & TV ApS",
        Some(first.id),
        false,
        &television,
    );
    [top, first, second]
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
