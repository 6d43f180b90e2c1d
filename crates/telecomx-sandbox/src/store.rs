//! Where a world is kept, and what is asked of it.

mod pool;
mod schema;
mod sqlite;

pub use self::sqlite::SqliteStore;

use std::fmt;

use telecomx_contract::Secret;
use telecomx_model::{Customer, Id, MvnoAccount, MvnoAccountKey, PhoneNumber};
use telecomx_server::Subject;

use crate::world::{Employee, Item, Recipe};

/// A place that keeps a world. Its methods wait, so an async caller asks on a thread that may.
pub trait Store: Send + Sync + 'static {
    /// What the world in it was made from; none if it is empty.
    ///
    /// # Errors
    ///
    /// A store that cannot be read.
    fn recipe(&self) -> Result<Option<Recipe>, StoreError>;

    /// Replaces whatever is in it by a new world, in one step: whoever looks, however this ends, sees the
    /// old world or the new one.
    ///
    /// # Errors
    ///
    /// A store that cannot be written; the old world is still there.
    fn fill(&self, recipe: Recipe, items: &mut dyn Iterator<Item = Item>)
    -> Result<(), StoreError>;

    /// How much is in it.
    ///
    /// # Errors
    ///
    /// A store that cannot be read.
    fn census(&self) -> Result<Census, StoreError>;

    /// Everybody with a token, from the least trusted to the most.
    ///
    /// # Errors
    ///
    /// A store that cannot be read.
    fn employees(&self) -> Result<Vec<Employee>, StoreError>;

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

    /// The numbers of a customer's accounts, in the order in which they were made.
    ///
    /// # Errors
    ///
    /// A store that cannot be read.
    fn account_numbers(&self, customer: Id) -> Result<Vec<PhoneNumber>, StoreError>;

    /// A reseller and those below it, or all resellers.
    ///
    /// # Errors
    ///
    /// A store that cannot be read.
    fn resellers(&self, from: Option<Id>) -> Result<Vec<Customer>, StoreError>;
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

/// Why a store cannot be used. Each names the place, and what helps.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The file is not a database.
    #[error("{place} is not a database; choose another file with --data")]
    NotADatabase {
        /// Where the store is.
        place: String,
    },
    /// The database is that of another program.
    #[error("{place} is a database, but not one of the sandbox; choose another file with --data")]
    Foreign {
        /// Where the store is.
        place: String,
    },
    /// The database was written by a later version of the sandbox.
    #[error(
        "{place} was written by a newer version of the sandbox (its schema is {found}, and this version \
         knows {known}); use the newer version, or choose another file with --data"
    )]
    Newer {
        /// Where the store is.
        place: String,
        /// The version of its schema.
        found: u32,
        /// The last version that is known here.
        known: u32,
    },
    /// The file cannot be opened.
    #[error(
        "{place} cannot be opened; its folder must exist, and both must be readable and writable"
    )]
    CannotOpen {
        /// Where the store is.
        place: String,
    },
    /// Somebody else is at it.
    #[error("{place} is locked by another program; try again when that has finished")]
    Locked {
        /// Where the store is.
        place: String,
    },
    /// There is no room.
    #[error(
        "{place} is full; make room on the disk or, if the world is in memory, keep it in a file with --data"
    )]
    Full {
        /// Where the store is.
        place: String,
    },
    /// What is stored does not fit the contract.
    #[error(
        "{place} holds what does not fit the contract; make its world anew with --replace: {cause}"
    )]
    Unreadable {
        /// Where the store is.
        place: String,
        /// What does not fit. It stands in the message, and is no further source.
        cause: rusqlite::Error,
    },
    /// Anything else.
    #[error("{place} failed: {cause}")]
    Failed {
        /// Where the store is.
        place: String,
        /// What SQLite says. It stands in the message, and is no further source.
        cause: rusqlite::Error,
    },
}

#[cfg(test)]
mod tests;
