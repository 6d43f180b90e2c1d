//! The platform behind the server: who calls, and what each operation answers.

use std::sync::Arc;

use telecomx_api::{
    customer::{
        get::{GetCustomer, GetCustomerError},
        get_name::{GetCustomerName, GetCustomerNameError},
        resellers::{ListResellers, ResellerFilter},
    },
    mvno::account::get::{GetMvnoAccount, GetMvnoAccountError},
};
use telecomx_contract::{AccessLevel, NoErrors, Secret};
use telecomx_model::{
    Customer, CustomerSummary, Feature, MvnoAccount, Reseller, ResellerBillingIntegrations,
    ResellerConnections, ResellerEconomicIntegration,
};
use telecomx_server::{Authenticate, Caller, Failure, Handle, Internal, Subject};

use crate::store::{Store, StoreError};

/// A platform that knows what is in its store.
#[derive(Debug)]
pub struct Platform<S> {
    store: Arc<S>,
}

impl<S: Store> Platform<S> {
    /// A platform on this store.
    pub fn new(store: Arc<S>) -> Self {
        Self { store }
    }

    /// Asks the store, on a thread that may wait for it.
    async fn ask<T: Send + 'static>(
        &self,
        question: impl FnOnce(&S) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, Internal> {
        let store = Arc::clone(&self.store);
        Ok(tokio::task::spawn_blocking(move || question(&store)).await??)
    }
}

impl<S: Store> Authenticate for Platform<S> {
    async fn authenticate(&self, token: &Secret) -> Result<Option<Caller>, Failure<NoErrors>> {
        let token = token.clone();
        let employee = self.ask(move |store| store.employee(&token)).await?;
        Ok(employee.map(|employee| Caller {
            level: employee.level,
            employee: Some(employee.id),
            customer: employee.customer,
            reseller: employee.reseller,
        }))
    }
}

impl<S: Store> Handle<GetCustomer> for Platform<S> {
    async fn handle(
        &self,
        request: GetCustomer,
        _: &Caller,
    ) -> Result<Customer, Failure<GetCustomerError>> {
        let id = request.customer_id;
        let customer = self.ask(move |store| store.customer(id)).await?;
        customer.ok_or(Failure::Own(GetCustomerError::UnknownCustomer))
    }

    async fn subject(&self, request: &GetCustomer) -> Result<Subject, Failure<GetCustomerError>> {
        let id = request.customer_id;
        let subject = self.ask(move |store| store.subject(id)).await?;
        subject.ok_or(Failure::Own(GetCustomerError::UnknownCustomer))
    }
}

impl<S: Store> Handle<GetCustomerName> for Platform<S> {
    async fn handle(
        &self,
        request: GetCustomerName,
        _: &Caller,
    ) -> Result<CustomerSummary, Failure<GetCustomerNameError>> {
        let id = request.customer_id;
        let customer = self.ask(move |store| store.customer(id)).await?;
        customer
            .map(name)
            .ok_or(Failure::Own(GetCustomerNameError::UnknownCustomer))
    }

    async fn subject(
        &self,
        request: &GetCustomerName,
    ) -> Result<Subject, Failure<GetCustomerNameError>> {
        let id = request.customer_id;
        let subject = self.ask(move |store| store.subject(id)).await?;
        subject.ok_or(Failure::Own(GetCustomerNameError::UnknownCustomer))
    }
}

impl<S: Store> Handle<ListResellers> for Platform<S> {
    async fn handle(
        &self,
        request: ListResellers,
        caller: &Caller,
    ) -> Result<Vec<Reseller>, Failure<NoErrors>> {
        let from = match (caller.level, caller.reseller) {
            (AccessLevel::ADMIN, _) => None,
            (_, Some(own)) => Some(own),
            // Somebody who works for no reseller reaches none.
            (_, None) => return Ok(Vec::new()),
        };
        let resellers = self.ask(move |store| store.resellers(from)).await?;
        Ok(resellers
            .into_iter()
            .filter(|reseller| {
                request
                    .filter
                    .is_none_or(|filter| provides(reseller, filter))
            })
            .map(in_list)
            .collect())
    }
}

impl<S: Store> Handle<GetMvnoAccount> for Platform<S> {
    async fn handle(
        &self,
        request: GetMvnoAccount,
        _: &Caller,
    ) -> Result<MvnoAccount, Failure<GetMvnoAccountError>> {
        let key = request.account_id;
        let account = self.ask(move |store| store.account(key)).await?;
        account.ok_or(Failure::Own(GetMvnoAccountError::UnknownMvnoAccount))
    }

    async fn subject(
        &self,
        request: &GetMvnoAccount,
    ) -> Result<Subject, Failure<GetMvnoAccountError>> {
        let key = request.account_id;
        let subject = self.ask(move |store| store.account_subject(key)).await?;
        subject.ok_or(Failure::Own(GetMvnoAccountError::UnknownMvnoAccount))
    }
}

/// The short form of a customer.
fn name(customer: Customer) -> CustomerSummary {
    CustomerSummary {
        id: customer.id,
        name: customer.name,
        parent_reseller: customer.parent_reseller,
        features: customer.features,
        integrations: customer.integrations,
    }
}

/// A customer that is a reseller, as it stands in a list.
fn in_list(customer: Customer) -> Reseller {
    let economic = customer
        .integrations
        .and_then(|integrations| integrations.billing)
        .and_then(|billing| billing.economic);
    Reseller {
        id: customer.id,
        name: customer.name,
        integrations: economic.map(|economic| ResellerConnections {
            billing: Some(ResellerBillingIntegrations {
                economic: Some(ResellerEconomicIntegration {
                    enabled: economic.enabled,
                }),
            }),
        }),
    }
}

/// Whether a reseller has the features that a filter asks for.
fn provides(reseller: &Customer, filter: ResellerFilter) -> bool {
    let features = reseller.features.as_deref().unwrap_or_default();
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
    use telecomx_contract::Examples as _;

    use super::*;

    #[test]
    fn a_filter_asks_for_features() {
        use ResellerFilter::{Flexcare, Iptv, IptvPrivate, Voip};
        let passes = |features: &[Feature]| {
            let reseller = Customer {
                features: Some(features.to_vec()),
                ..Customer::examples().swap_remove(0).value
            };
            [Iptv, IptvPrivate, Flexcare, Voip].map(|filter| provides(&reseller, filter))
        };
        assert_eq!(passes(&[Feature::Tv]), [false; 4]);
        assert_eq!(passes(&[Feature::IptvPrivate]), [true, true, false, false]);
        assert_eq!(
            passes(&[Feature::IptvBusiness]),
            [true, false, false, false]
        );
        assert_eq!(passes(&[Feature::Flexcare]), [false, false, true, false]);
        assert_eq!(passes(&[Feature::Sip]), [false; 4]);
        assert_eq!(
            passes(&[Feature::Sip, Feature::Mvno]),
            [false, false, false, true]
        );
    }
}
