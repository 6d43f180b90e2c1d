//! Example values of a reseller in a list.

use telecomx_contract::{Example, Examples};

use super::{
    Reseller, ResellerBillingIntegrations, ResellerConnections, ResellerEconomicIntegration,
};
use crate::Id;

impl Examples for Reseller {
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

fn complete() -> Reseller {
    Reseller {
        id: Id::from_static("52f4fd7734697b28ccaf77ec"),
        name: "Anders And & Co".to_owned(),
        integrations: Some(ResellerConnections {
            billing: Some(ResellerBillingIntegrations {
                economic: Some(ResellerEconomicIntegration {
                    enabled: Some(true),
                }),
            }),
        }),
    }
}

fn minimal() -> Reseller {
    Reseller {
        id: Id::from_static("1234567890abcdef12345678"),
        name: "Northwind Industries".to_owned(),
        integrations: None,
    }
}
