//! Example values of a customer.

use serde_json::{Map, Value};
use telecomx_contract::{Example, Examples};

use super::{
    Address, AuthenticationSecurity, BillingCustomer, CoveredDays, CoveredPeriod, CoveredServices,
    Customer, CustomerGroup, CustomerMvnoSettings, CustomerStatus, Finance, InvoiceMethod,
    NumberRentCount, PaymentTerms, ResellerSkin, ResponseTime, ServiceLevelAgreement,
    ServiceLevelAgreements, SimAvailability, Storage,
};
use crate::feature::Feature;
use crate::{CustomData, Id, Timestamp, integrations};

impl Examples for Customer {
    fn examples() -> Vec<Example<Self>> {
        vec![
            Example {
                name: "complete",
                summary: "A reseller with every property set",
                value: complete(),
            },
            Example {
                name: "minimal",
                summary: "Only what is always present",
                value: minimal(),
            },
        ]
    }
}

fn complete() -> Customer {
    Customer {
        id: Id::from_static("52f4fd7734697b28ccaf77ec"),
        name: "Anders And & Co".to_owned(),
        phone_number: Some("70000001".to_owned()),
        fax_number: Some("70000002".to_owned()),
        state: Some(CustomerStatus::Active),
        parent_reseller: Some(Id::from_static("52f4fd7734697b28ccaf77ed")),
        email_address: Some("anders@andeby.example".to_owned()),
        website: Some("www.andeby.example".to_owned()),
        notes: Some("Pas på Joakim, han er en hård prisforhandler.".to_owned()),
        addresses: Some(addresses()),
        finance: Some(finance()),
        is_reseller: Some(true),
        reseller_portal: Some("https://admin.andeby.example".to_owned()),
        reseller_invoice: Some(true),
        reseller_next_invoice_number: Some(10_000),
        reseller_skin: Some(ResellerSkin::Teal),
        reseller_email_as_sender: Some(false),
        reseller_customer_groups: Some(vec![CustomerGroup {
            id: Id::from_static("52f4fd7734697b2800000021"),
            name: Some("Pengetanke".to_owned()),
        }]),
        mvno: Some(CustomerMvnoSettings {
            data_top_up_sms: Some(false),
        }),
        features: Some(vec![
            Feature::Customer,
            Feature::Sip,
            Feature::Mvno,
            Feature::Organization,
        ]),
        organization_resellers: Some(vec![Id::from_static("52f4fd7734697b28ccaf77ee")]),
        authentication_security: Some(AuthenticationSecurity::Authenticator),
        custom: Some(
            CustomData::new(Map::from_iter([(
                "crmId".to_owned(),
                Value::from("A-1042"),
            )]))
            .unwrap_or_default(),
        ),
        storage: Some(Storage {
            used: Some(5_120),
            total: Some(1_073_741_824),
        }),
        integrations: Some(integrations::examples::complete()),
        service_level_agreements: Some(service_level_agreements()),
        sim_tag: Some("providerx".to_owned()),
        binding_date: Some(Timestamp::from_static("2027-01-31T00:00:00.000Z")),
        customer_group: Some(Id::from_static("52f4fd7734697b2800000022")),
        mvno_sim_stats: Some(SimAvailability {
            auto_assign_tdc: Some(true),
            auto_assign_telenor: Some(false),
        }),
    }
}

fn minimal() -> Customer {
    Customer {
        id: Id::from_static("73469a52f4fd7f77ec7b28cd"),
        name: "Joakim von And A/S".to_owned(),
        phone_number: None,
        fax_number: None,
        state: None,
        parent_reseller: None,
        email_address: None,
        website: None,
        notes: None,
        addresses: None,
        finance: None,
        is_reseller: None,
        reseller_portal: None,
        reseller_invoice: None,
        reseller_next_invoice_number: None,
        reseller_skin: None,
        reseller_email_as_sender: None,
        reseller_customer_groups: None,
        mvno: None,
        features: None,
        organization_resellers: None,
        authentication_security: None,
        custom: None,
        storage: None,
        integrations: None,
        service_level_agreements: None,
        sim_tag: None,
        binding_date: None,
        customer_group: None,
        mvno_sim_stats: None,
    }
}

fn addresses() -> Vec<Address> {
    vec![
        Address {
            id: Id::from_static("52f4fd7734697b2800000001"),
            primary: Some(true),
            alternative_name: Some("Hovedkontoret".to_owned()),
            address: Some("Paradisæblevej 23".to_owned()),
            zip: Some("123".to_owned()),
            city: Some("Andeby".to_owned()),
            state: Some("Calisota".to_owned()),
            country: Some("Cartoonistan".to_owned()),
            fixed_number: Some("70000003".to_owned()),
            fax_number: Some("70000004".to_owned()),
            municipality_code: Some(101),
        },
        Address {
            id: Id::from_static("52f4fd7734697b2800000002"),
            primary: Some(false),
            alternative_name: Some("Joakim von Ands pengetank".to_owned()),
            address: Some("Guldvej 1".to_owned()),
            zip: Some("123".to_owned()),
            city: Some("Andeby".to_owned()),
            state: Some("Calisota".to_owned()),
            country: Some("Cartoonistan".to_owned()),
            fixed_number: Some("70000005".to_owned()),
            fax_number: Some("70000006".to_owned()),
            municipality_code: Some(102),
        },
    ]
}

// The check digits of both VAT numbers are wrong, so that no company can have them.
fn finance() -> Finance {
    Finance {
        vat_number: Some("12345678".to_owned()),
        accounting_system_id: Some("12345".to_owned()),
        accounting_system_ref: Some("Jan And".to_owned()),
        invoice_method: Some(InvoiceMethod::Email),
        email_address: Some("bogholderi@andeby.example".to_owned()),
        electronic_address: Some("5790000000000".to_owned()),
        payment_terms: Some(PaymentTerms::Days14),
        sip_usage_limit: Some(10_000),
        mvno_usage_limit: Some(3_000),
        channel_limit: Some(25),
        number_rent_product: Some(Id::from_static("52f4fd7734697b2800000011")),
        number_rent_until: Some(Timestamp::from_static("2026-01-31T12:34:56.789Z")),
        number_rent_count: Some(NumberRentCount {
            singles: Some(23),
            hundreds: Some(1),
        }),
        number_rent_last_product: Some(Id::from_static("52f4fd7734697b2800000011")),
        duration_method: Some(0),
        billing_customers: Some(vec![BillingCustomer {
            id: Id::from_static("52f4fd7734697b2800000012"),
            name: Some("Anders And & Co, lageret".to_owned()),
            vat_number: Some("87654321".to_owned()),
        }]),
        skip_invoicing: Some(false),
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
