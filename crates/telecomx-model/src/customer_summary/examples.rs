//! Example values of the short form of a customer.

use telecomx_contract::{Example, Examples};

use super::CustomerSummary;
use crate::Id;
use crate::feature::Feature;
use crate::integrations;

impl Examples for CustomerSummary {
    fn examples() -> Vec<Example<Self>> {
        vec![
            Example {
                name: "complete",
                summary: "A customer with every property set",
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

fn complete() -> CustomerSummary {
    CustomerSummary {
        id: Id::from_static("73469a52f4fd7f77ec7b28cc"),
        name: "Anders And & Co".to_owned(),
        parent_reseller: Some(Id::from_static("52f4fd7734697b28ccaf77ec")),
        features: Some(vec![Feature::Customer, Feature::Sip, Feature::Mvno]),
        integrations: Some(integrations::examples::complete()),
    }
}

fn minimal() -> CustomerSummary {
    CustomerSummary {
        id: Id::from_static("73469a52f4fd7f77ec7b28cd"),
        name: "Joakim von And A/S".to_owned(),
        parent_reseller: None,
        features: None,
        integrations: None,
    }
}
