//! Example values of `integrations`, for every resource that has them.

use telecomx_contract::Secret;

use super::{
    AlsoIntegration, BillingIntegrations, CalendarCategoryMapping, CalendarShowAsMappings,
    CriiptoIntegration, EconomicIntegration, Integrations, LicenseIntegrations, Ms365Integration,
    MvnoPrivateIntegration, Presence, RackbeatIntegration, UnicontaIntegration,
};

/// Integrations with every property set.
pub(crate) fn complete() -> Integrations {
    Integrations {
        billing: Some(billing()),
        criipto: Some(CriiptoIntegration {
            enabled: Some(true),
            client_id: Some("00000000-0000-4000-8000-000000000001".to_owned()),
            client_secret: Some(Secret::placeholder()),
            domain: Some("login.andeby.example".to_owned()),
            client_id_realm: Some("urn:example:andeby".to_owned()),
        }),
        licenses: Some(LicenseIntegrations {
            also: Some(AlsoIntegration {
                enabled: Some(true),
                username: Some("licenser@andeby.example".to_owned()),
                password: Some(Secret::placeholder()),
                customer_id: Some("1000001".to_owned()),
            }),
        }),
        ms365: Some(ms365()),
        mvno_private: Some(MvnoPrivateIntegration {
            enabled: Some(true),
            portal: Some("https://telefoni.andeby.example".to_owned()),
        }),
    }
}

fn billing() -> BillingIntegrations {
    BillingIntegrations {
        economic: Some(EconomicIntegration {
            enabled: Some(true),
            agreement_grant_token: Some(Secret::placeholder()),
            accrual: Some(false),
        }),
        rackbeat: Some(RackbeatIntegration {
            enabled: Some(true),
            bearer_token: Some(Secret::placeholder()),
        }),
        uniconta: Some(UnicontaIntegration {
            enabled: Some(true),
            username: Some("andeby-api".to_owned()),
            password: Some(Secret::placeholder()),
            company_id: Some("10203040".to_owned()),
        }),
    }
}

fn ms365() -> Ms365Integration {
    Ms365Integration {
        enabled: Some(true),
        tenant_id: Some("00000000-0000-4000-8000-000000000002".to_owned()),
        verified: Some(true),
        calendar_sync: Some(true),
        contacts_sync: Some(true),
        org_contacts_sync: Some(true),
        presence_sync: Some(true),
        calendar_show_as_mappings: Some(CalendarShowAsMappings {
            free: Some(Some(Presence::Available)),
            tentative: Some(Some(Presence::Available)),
            busy: Some(Some(Presence::Busy)),
            oof: Some(Some(Presence::Holiday)),
            working_elsewhere: Some(Some(Presence::OutOfOffice)),
        }),
        calendar_category_mappings: Some(vec![CalendarCategoryMapping {
            category: Some("Ferie".to_owned()),
            presence: Some(Presence::Holiday),
        }]),
    }
}
