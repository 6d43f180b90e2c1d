//! The integrations of customers and resellers, with credentials that open nothing.

use telecomx_contract::Secret;
use telecomx_model::{
    AlsoIntegration, BillingIntegrations, CalendarCategoryMapping, CalendarShowAsMappings,
    CriiptoIntegration, EconomicIntegration, Integrations, LicenseIntegrations, Ms365Integration,
    MvnoPrivateIntegration, Presence, RackbeatIntegration, UnicontaIntegration,
};

use super::{dice::Dice, words};

/// Every integration there is, of a company of this name.
pub(super) fn all(dice: &mut Dice, company: &str) -> Integrations {
    let domain = words::domain(company);
    Integrations {
        billing: Some(BillingIntegrations {
            economic: Some(economic(dice)),
            rackbeat: Some(RackbeatIntegration {
                enabled: Some(false),
                bearer_token: Some(credential(dice)),
            }),
            uniconta: Some(UnicontaIntegration {
                enabled: Some(true),
                username: Some(format!("{}-api", words::slug(company))),
                password: Some(credential(dice)),
                company_id: Some(dice.digits(8)),
            }),
        }),
        criipto: Some(CriiptoIntegration {
            enabled: Some(true),
            client_id: Some(dice.uuid()),
            client_secret: Some(credential(dice)),
            domain: Some(format!("login.{domain}")),
            client_id_realm: Some(format!("urn:example:{}", words::slug(company))),
        }),
        licenses: Some(LicenseIntegrations {
            also: Some(AlsoIntegration {
                enabled: Some(true),
                username: Some(format!("licenser@{domain}")),
                password: Some(credential(dice)),
                customer_id: Some(dice.digits(7)),
            }),
        }),
        ms365: Some(ms365(dice)),
        mvno_private: Some(mvno_private(company)),
    }
}

/// What a reseller has: perhaps invoicing by e-conomic, and a portal for private customers.
pub(super) fn of_reseller(dice: &mut Dice, company: &str, invoices: bool) -> Integrations {
    Integrations {
        billing: invoices.then(|| BillingIntegrations {
            economic: Some(economic(dice)),
            ..BillingIntegrations::default()
        }),
        mvno_private: Some(mvno_private(company)),
        ..Integrations::default()
    }
}

/// The one that many customers have.
pub(super) fn calendars(dice: &mut Dice) -> Integrations {
    Integrations {
        ms365: Some(ms365(dice)),
        ..Integrations::default()
    }
}

fn economic(dice: &mut Dice) -> EconomicIntegration {
    EconomicIntegration {
        enabled: Some(true),
        agreement_grant_token: Some(credential(dice)),
        accrual: Some(false),
    }
}

fn mvno_private(company: &str) -> MvnoPrivateIntegration {
    MvnoPrivateIntegration {
        enabled: Some(true),
        portal: Some(format!("https://mobil.{}", words::domain(company))),
    }
}

fn ms365(dice: &mut Dice) -> Ms365Integration {
    Ms365Integration {
        enabled: Some(true),
        tenant_id: Some(dice.uuid()),
        verified: Some(true),
        calendar_sync: Some(true),
        contacts_sync: Some(false),
        org_contacts_sync: Some(true),
        presence_sync: Some(true),
        calendar_show_as_mappings: Some(CalendarShowAsMappings {
            free: Some(Some(Presence::Available)),
            // Nothing is to be done, which is null on the wire; without a value it would be left out.
            tentative: Some(None),
            busy: Some(Some(Presence::Busy)),
            oof: Some(Some(Presence::OutOfOffice)),
            working_elsewhere: Some(Some(Presence::OffWork)),
        }),
        calendar_category_mappings: Some(vec![CalendarCategoryMapping {
            category: Some("Ferie".to_owned()),
            presence: Some(Presence::Holiday),
        }]),
    }
}

fn credential(dice: &mut Dice) -> Secret {
    Secret::new(format!("synthetic-{}", dice.hex(24)))
}
