//! Resellers, an organization, and customers in each of their situations.

use telecomx_model::{
    Address, AuthenticationSecurity, BillingCustomer, CoveredDays, CoveredPeriod, CoveredServices,
    CustomData, Customer, CustomerGroup, CustomerMvnoSettings, CustomerStatus, Feature, Id,
    ResellerSkin, ResponseTime, ServiceLevelAgreement, ServiceLevelAgreements, SimAvailability,
    Storage,
};

use super::{dice::Dice, finance, integrations, words};

const GIGABYTE: i64 = 1_073_741_824;

/// The situation of a customer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Situation {
    /// Everything a customer can have.
    Complete,
    /// An address, mobiles and calendars.
    Small,
    /// All services are disabled.
    Blocked,
    /// A family with television, and no mobiles.
    PrivateTv,
    /// A nursing home with call systems.
    Care,
    /// No longer a customer.
    Deleted,
}

/// What others take over from the reseller they belong to.
#[derive(Debug)]
pub(super) struct Parent {
    pub(super) id: Id,
    sim_tag: Option<String>,
    /// The first of its customer groups.
    group: Option<Id>,
}

impl Parent {
    /// What others take over from this reseller.
    pub(super) fn of(reseller: &Customer) -> Self {
        let groups = reseller.reseller_customer_groups.as_deref();
        Self {
            id: reseller.id.clone(),
            sim_tag: reseller.sim_tag.clone(),
            group: groups
                .and_then(|groups| groups.first())
                .map(|group| group.id.clone()),
        }
    }
}

/// A customer, as others bill their services to it.
pub(super) fn billed(customer: &Customer) -> BillingCustomer {
    let finance = customer.finance.as_ref();
    BillingCustomer {
        id: customer.id.clone(),
        name: Some(customer.name.clone()),
        vat_number: finance.and_then(|finance| finance.vat_number.clone()),
    }
}

/// A reseller; one without a parent is a top-level reseller.
pub(super) fn reseller(
    dice: &mut Dice,
    name: &str,
    parent: Option<Id>,
    invoices: bool,
    features: &[Feature],
) -> Customer {
    Customer {
        notes: Some("Forhandleraftalen genforhandles hvert forår.".to_owned()),
        is_reseller: Some(true),
        reseller_portal: Some(format!("https://admin.{}", words::domain(name))),
        reseller_invoice: Some(invoices),
        reseller_next_invoice_number: invoices.then_some(10_001),
        reseller_skin: Some(
            dice.pick(&[ResellerSkin::Teal, ResellerSkin::Earth])
                .clone(),
        ),
        reseller_email_as_sender: Some(false),
        reseller_customer_groups: Some(vec![group(dice, "Erhverv"), group(dice, "Privat")]),
        integrations: Some(integrations::of_reseller(dice, name, invoices)),
        sim_tag: Some(words::slug(name)),
        ..company(dice, name, parent, features)
    }
}

/// An organization, which manages resellers.
pub(super) fn organization(dice: &mut Dice, name: &str, parent: Id, managed: Vec<Id>) -> Customer {
    let features = [Feature::Customer, Feature::Organization];
    Customer {
        organization_resellers: Some(managed),
        ..company(dice, name, Some(parent), &features)
    }
}

/// A customer of this reseller; one with everything can bill its services to another customer.
pub(super) fn customer(
    dice: &mut Dice,
    name: &str,
    reseller: &Parent,
    billed: &BillingCustomer,
    situation: Situation,
) -> Customer {
    let parent = Some(reseller.id.clone());
    let mobiles = [Feature::Customer, Feature::Mvno];
    match situation {
        Situation::Complete => complete(dice, name, reseller, billed),
        Situation::Small => Customer {
            integrations: Some(integrations::calendars(dice)),
            binding_date: dice.chance(50).then(|| dice.day(90..=900)),
            ..company(dice, name, parent, &mobiles)
        },
        Situation::Blocked => Customer {
            state: Some(CustomerStatus::Blocked),
            notes: Some("Spærret: tre ubetalte fakturaer.".to_owned()),
            ..company(dice, name, parent, &mobiles)
        },
        Situation::PrivateTv => Customer {
            website: None,
            ..company(
                dice,
                name,
                parent,
                &[Feature::Customer, Feature::Tv, Feature::IptvPrivate],
            )
        },
        Situation::Care => Customer {
            service_level_agreements: Some(service_level_agreements()),
            ..company(
                dice,
                name,
                parent,
                &[Feature::Customer, Feature::Mvno, Feature::Flexcare],
            )
        },
        Situation::Deleted => Customer {
            state: Some(CustomerStatus::Deleted),
            finance: None,
            ..company(dice, name, parent, &[])
        },
    }
}

/// A customer with every property that is not a reseller's or an organization's.
fn complete(dice: &mut Dice, name: &str, reseller: &Parent, billed: &BillingCustomer) -> Customer {
    let features = [
        Feature::Customer,
        Feature::Sip,
        Feature::Mvno,
        Feature::Pbx,
        Feature::Internet,
    ];
    let company = company(dice, name, Some(reseller.id.clone()), &features);
    let custom = serde_json::Map::from_iter([
        ("crmId".to_owned(), format!("A-{}", dice.digits(4)).into()),
        ("newsletter".to_owned(), true.into()),
    ]);
    Customer {
        fax_number: Some(dice.local_number()),
        notes: Some("Vil altid have et tilbud på skrift.".to_owned()),
        addresses: Some(vec![
            address(dice, true, "Hovedkontoret"),
            address(dice, false, "Lageret"),
        ]),
        finance: Some(finance::complete_finance(dice, name, billed.clone())),
        custom: Some(CustomData::new(custom).unwrap_or_default()),
        integrations: Some(integrations::all(dice, name)),
        service_level_agreements: Some(service_level_agreements()),
        sim_tag: reseller.sim_tag.clone(),
        binding_date: Some(dice.day(90..=900)),
        customer_group: reseller.group.clone(),
        ..company
    }
}

/// What every customer has.
fn company(dice: &mut Dice, name: &str, parent: Option<Id>, features: &[Feature]) -> Customer {
    let domain = words::domain(name);
    let has_mobiles = features.contains(&Feature::Mvno);
    Customer {
        id: dice.id(),
        name: name.to_owned(),
        phone_number: Some(dice.local_number()),
        fax_number: None,
        state: Some(CustomerStatus::Active),
        parent_reseller: parent,
        email_address: Some(format!("post@{domain}")),
        website: Some(format!("www.{domain}")),
        notes: None,
        addresses: Some(vec![address(dice, true, "Hovedkontoret")]),
        finance: Some(finance::finance(dice, name)),
        is_reseller: Some(false),
        reseller_portal: None,
        reseller_invoice: None,
        reseller_next_invoice_number: None,
        reseller_skin: None,
        reseller_email_as_sender: None,
        reseller_customer_groups: None,
        mvno: has_mobiles.then_some(CustomerMvnoSettings {
            data_top_up_sms: Some(true),
        }),
        features: Some(features.to_vec()),
        organization_resellers: None,
        authentication_security: Some(AuthenticationSecurity::Sms),
        custom: None,
        storage: Some(Storage {
            used: Some(i64::from(dice.between(0..=900_000_000))),
            total: Some(GIGABYTE),
        }),
        integrations: None,
        service_level_agreements: None,
        sim_tag: None,
        binding_date: None,
        customer_group: None,
        mvno_sim_stats: has_mobiles.then_some(SimAvailability {
            auto_assign_tdc: Some(true),
            auto_assign_telenor: Some(false),
        }),
    }
}

/// An address of this name.
pub(super) fn address(dice: &mut Dice, primary: bool, name: &str) -> Address {
    let (zip, city) = words::town(dice);
    Address {
        id: dice.id(),
        primary: Some(primary),
        alternative_name: Some(name.to_owned()),
        address: Some(words::street(dice)),
        zip: Some(zip.to_owned()),
        city: Some(city.to_owned()),
        state: Some("Region Kyst".to_owned()),
        country: Some("Danmark".to_owned()),
        fixed_number: (!primary).then(|| dice.local_number()),
        fax_number: (!primary).then(|| dice.local_number()),
        municipality_code: Some(0),
    }
}

/// A group of a reseller's customers.
pub(super) fn group(dice: &mut Dice, name: &str) -> CustomerGroup {
    CustomerGroup {
        id: dice.id(),
        name: Some(name.to_owned()),
    }
}

fn service_level_agreements() -> ServiceLevelAgreements {
    ServiceLevelAgreements {
        remote: Some(ServiceLevelAgreement {
            response_time: Some(ResponseTime::OneHour),
            days: Some(CoveredDays::All),
            period: Some(CoveredPeriod::WholeDay),
        }),
        onsite: Some(ServiceLevelAgreement {
            response_time: Some(ResponseTime::EightHours),
            days: Some(CoveredDays::WeekDays),
            period: Some(CoveredPeriod::OfficeHours),
        }),
        services: Some(CoveredServices {
            phone_support_errors: Some(true),
            phone_support_changes: Some(true),
            onsite_inclusive: Some(true),
            hardware_inclusive: Some(false),
            mitel_swas: Some(false),
            prescription_status: Some(false),
        }),
    }
}
