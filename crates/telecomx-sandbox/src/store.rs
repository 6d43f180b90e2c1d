//! Where a world is kept, and what is asked of it.

mod error;
mod file;
mod listed;
mod make;
mod schema;
mod sqlite;

pub use self::{error::StoreError, sqlite::SqliteStore};

use std::fmt;

use telecomx_api::customer::resellers::ResellerFilter;
use telecomx_contract::{AccessLevel, Secret};
use telecomx_model::{Customer, Id, MvnoAccount, MvnoAccountKey, Reseller};
use telecomx_server::Subject;

use crate::world::{Employee, Recipe};

/// A place that keeps a world. Its methods wait, so an async caller asks on a thread that may.
pub trait Store: Send + Sync + 'static {
    /// Fails if the store is no longer the one that was opened.
    ///
    /// # Errors
    ///
    /// A file that was replaced, changed or removed.
    fn verify(&self) -> Result<(), StoreError>;

    /// What the world in it was made from.
    ///
    /// # Errors
    ///
    /// A store that cannot be read.
    fn recipe(&self) -> Result<Recipe, StoreError>;

    /// How much is in it.
    ///
    /// # Errors
    ///
    /// A store that cannot be read.
    fn census(&self) -> Result<Census, StoreError>;

    /// The first employee of a level.
    ///
    /// # Errors
    ///
    /// A store that cannot be read.
    fn first_employee(&self, level: AccessLevel) -> Result<Option<Employee>, StoreError>;

    /// Whose token this is.
    ///
    /// # Errors
    ///
    /// A store that cannot be read.
    fn employee(&self, token: &Secret) -> Result<Option<Employee>, StoreError>;

    /// The customer with this id.
    ///
    /// # Errors
    ///
    /// A store that cannot be read.
    fn customer(&self, id: Id) -> Result<Option<Customer>, StoreError>;

    /// The customer with this id and its reseller, without the rest.
    ///
    /// # Errors
    ///
    /// A store that cannot be read.
    fn subject(&self, customer: Id) -> Result<Option<Subject>, StoreError>;

    /// The account with this id or number.
    ///
    /// # Errors
    ///
    /// A store that cannot be read.
    fn account(&self, key: MvnoAccountKey) -> Result<Option<MvnoAccount>, StoreError>;

    /// The customer that the account with this id or number belongs to, and its reseller.
    ///
    /// # Errors
    ///
    /// A store that cannot be read.
    fn account_subject(&self, key: MvnoAccountKey) -> Result<Option<Subject>, StoreError>;

    /// A reseller and those below it, or all resellers: those that pass a filter, if there is one.
    ///
    /// # Errors
    ///
    /// A store that cannot be read.
    fn resellers(
        &self,
        from: Option<Id>,
        filter: Option<ResellerFilter>,
    ) -> Result<Vec<Reseller>, StoreError>;
}

/// How much is in a store.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Census {
    /// How many customers there are, resellers and organizations included.
    pub customers: u32,
    /// How many of them are resellers.
    pub resellers: u32,
    /// How many MVNO accounts there are.
    pub accounts: u32,
}

impl fmt::Display for Census {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} customers ({} of them resellers) and {} MVNO accounts",
            self.customers, self.resellers, self.accounts
        )
    }
}

#[cfg(test)]
mod tests;
