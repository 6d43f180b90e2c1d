//! What stands of a reseller in its list, and by which filters it is found.

use telecomx_api::customer::resellers::ResellerFilter;
use telecomx_model::{
    Customer, Feature, Reseller, ResellerBillingIntegrations, ResellerConnections,
    ResellerEconomicIntegration,
};

/// Every filter; its place is its bit.
const FILTERS: [ResellerFilter; 4] = [
    ResellerFilter::Iptv,
    ResellerFilter::IptvPrivate,
    ResellerFilter::Flexcare,
    ResellerFilter::Voip,
];

/// A customer that is a reseller, as it stands in a list.
pub(super) fn reseller(customer: &Customer) -> Reseller {
    let economic = customer
        .integrations
        .as_ref()
        .and_then(|integrations| integrations.billing.as_ref())
        .and_then(|billing| billing.economic.as_ref());
    Reseller {
        id: customer.id.clone(),
        name: customer.name.clone(),
        integrations: economic.map(|economic| ResellerConnections {
            billing: Some(ResellerBillingIntegrations {
                economic: Some(ResellerEconomicIntegration {
                    enabled: economic.enabled,
                }),
            }),
        }),
    }
}

/// The bits of the filters that a reseller with these features passes.
pub(super) fn provides(features: &[Feature]) -> u32 {
    let passed = FILTERS.iter().filter(|filter| passes(features, **filter));
    passed.map(|filter| bit(Some(*filter))).sum()
}

/// The bit of a filter; without one, none is asked for.
pub(super) fn bit(filter: Option<ResellerFilter>) -> u32 {
    let place = filter.and_then(|filter| FILTERS.iter().position(|known| *known == filter));
    place.map_or(0, |place| 1 << place)
}

/// Whether these are the features that a filter asks for.
fn passes(features: &[Feature], filter: ResellerFilter) -> bool {
    let has = |feature| features.contains(&feature);
    match filter {
        // `TV` alone does not count: it is television of any kind, and IPTV is these two.
        ResellerFilter::Iptv => has(Feature::IptvPrivate) || has(Feature::IptvBusiness),
        ResellerFilter::IptvPrivate => has(Feature::IptvPrivate),
        ResellerFilter::Flexcare => has(Feature::Flexcare),
        ResellerFilter::Voip => has(Feature::Sip) && has(Feature::Mvno),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_filter_asks_for_features() {
        for (features, passed) in [
            (&[Feature::Tv][..], 0b0000),
            (&[Feature::IptvPrivate], 0b0011),
            (&[Feature::IptvBusiness], 0b0001),
            (&[Feature::Flexcare], 0b0100),
            (&[Feature::Sip], 0b0000),
            (&[Feature::Sip, Feature::Mvno], 0b1000),
        ] {
            assert_eq!(provides(features), passed, "{features:?}");
        }
    }

    #[test]
    fn every_filter_has_a_bit() {
        let bits = FILTERS.map(|filter| bit(Some(filter)));
        assert_eq!(bits, [1, 2, 4, 8]);
        assert_eq!(bit(None), 0);
    }
}
