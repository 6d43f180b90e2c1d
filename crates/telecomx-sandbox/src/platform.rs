//! The platform behind the server: who calls, and what each operation answers.

mod lane;

use std::{sync::Arc, time::Duration};

use telecomx_api::{
    API,
    customer::{
        get::{GetCustomer, GetCustomerError},
        get_name::{GetCustomerName, GetCustomerNameError},
        resellers::ListResellers,
    },
    mvno::account::get::{GetMvnoAccount, GetMvnoAccountError},
};
use telecomx_contract::{AccessLevel, NoErrors, Secret};
use telecomx_model::{Customer, CustomerSummary, MvnoAccount, Reseller};
use telecomx_server::{Authenticate, Caller, Failure, Handle, Limits, Server, Subject};

use self::lane::Lane;
use crate::store::{Store, StoreError};

/// How long a look-up waits for its turn, after which its caller is told to come back; a list waits longer.
const PATIENCE: Duration = Duration::from_secs(2);

/// A platform that knows what is in its store.
///
/// Lists are read by few, so that however many ask for them, who calls and what a single object holds is
/// soon told, and little memory is used at once.
#[derive(Debug)]
pub struct Platform<S> {
    store: Arc<S>,
    /// Where it is told who calls, and what a single object holds.
    lookups: Lane,
    /// Where lists are read.
    lists: Lane,
}

impl<S: Store> Platform<S> {
    /// A platform on this store.
    pub fn new(store: Arc<S>) -> Self {
        Self {
            store,
            lookups: Lane::new(8, 256, PATIENCE),
            lists: Lane::new(2, 128, 5 * PATIENCE),
        }
    }

    /// A server of what the platform does: each handler below has its line here. Any other operation answers 501.
    pub fn server(self, limits: Limits) -> Server<Self> {
        Server::new(&API, self, limits)
            .operation::<GetCustomer>()
            .operation::<GetCustomerName>()
            .operation::<ListResellers>()
            .operation::<GetMvnoAccount>()
    }

    /// Asks the store on a thread that may wait for it, in turn.
    async fn ask<T: Send + 'static, E>(
        &self,
        lane: &Lane,
        question: impl FnOnce(&S) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, Failure<E>> {
        let turn = lane.turn().await.ok_or(Failure::Overloaded)?;
        let store = Arc::clone(&self.store);
        let asked = tokio::task::spawn_blocking(move || {
            // The turn is over when the question is, even if nobody waits for the answer any longer.
            let _turn = turn;
            question(&store)
        });
        match asked.await {
            Ok(answer) => answer.map_err(|error| Failure::Internal(error.into())),
            Err(error) => Err(Failure::Internal(error.into())),
        }
    }

    /// Asks for what a single object holds.
    async fn look_up<T: Send + 'static, E>(
        &self,
        question: impl FnOnce(&S) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, Failure<E>> {
        self.ask(&self.lookups, question).await
    }

    /// Asks for a list.
    async fn list<T: Send + 'static, E>(
        &self,
        question: impl FnOnce(&S) -> Result<Vec<T>, StoreError> + Send + 'static,
    ) -> Result<Vec<T>, Failure<E>> {
        self.ask(&self.lists, question).await
    }
}

impl<S: Store> Authenticate for Platform<S> {
    async fn authenticate(&self, token: &Secret) -> Result<Option<Caller>, Failure<NoErrors>> {
        let token = token.clone();
        let employee = self.look_up(move |store| store.employee(&token)).await?;
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
        let customer = self.look_up(move |store| store.customer(id)).await?;
        customer.ok_or(Failure::Own(GetCustomerError::UnknownCustomer))
    }

    async fn subject(&self, request: &GetCustomer) -> Result<Subject, Failure<GetCustomerError>> {
        let id = request.customer_id.clone();
        let subject = self.look_up(move |store| store.subject(id)).await?;
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
        let customer = self.look_up(move |store| store.customer(id)).await?;
        customer
            .map(name)
            .ok_or(Failure::Own(GetCustomerNameError::UnknownCustomer))
    }

    async fn subject(
        &self,
        request: &GetCustomerName,
    ) -> Result<Subject, Failure<GetCustomerNameError>> {
        let id = request.customer_id.clone();
        let subject = self.look_up(move |store| store.subject(id)).await?;
        subject.ok_or(Failure::Own(GetCustomerNameError::UnknownCustomer))
    }
}

impl<S: Store> Handle<ListResellers> for Platform<S> {
    async fn handle(
        &self,
        request: ListResellers,
        caller: &Caller,
    ) -> Result<Vec<Reseller>, Failure<NoErrors>> {
        let from = match (caller.level, caller.reseller.clone()) {
            (AccessLevel::ADMIN, _) => None,
            (_, Some(own)) => Some(own),
            // Somebody who works for no reseller reaches none.
            (_, None) => return Ok(Vec::new()),
        };
        self.list(move |store| store.resellers(from, request.filter))
            .await
    }
}

impl<S: Store> Handle<GetMvnoAccount> for Platform<S> {
    async fn handle(
        &self,
        request: GetMvnoAccount,
        _: &Caller,
    ) -> Result<MvnoAccount, Failure<GetMvnoAccountError>> {
        let key = request.account_id.clone();
        let account = self.look_up(move |store| store.account(key)).await?;
        account.ok_or(Failure::Own(GetMvnoAccountError::UnknownMvnoAccount))
    }

    async fn subject(
        &self,
        request: &GetMvnoAccount,
    ) -> Result<Subject, Failure<GetMvnoAccountError>> {
        let key = request.account_id.clone();
        let subject = self
            .look_up(move |store| store.account_subject(key))
            .await?;
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

/// With the feature `whole`, the compiler asks for a handler of every operation.
#[cfg(feature = "whole")]
const _: fn(&mut Server<Platform<crate::store::SqliteStore>>) = |server| {
    telecomx_api::customer::visit_all(server);
    telecomx_api::mvno::visit_all(server);
};

#[cfg(test)]
mod tests;
