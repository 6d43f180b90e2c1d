//! A world in SQLite: one writer, and a pool of readers.
//!
//! Objects are the JSON text of the model's types; what they are looked up by stands in columns beside it.

use std::{
    path::PathBuf,
    sync::{Mutex, PoisonError},
};

use rusqlite::{
    Connection, OptionalExtension as _, Params, Row, ToSql, TransactionBehavior, params,
    types::{FromSqlError, Type},
};
use serde::{Serialize, de::DeserializeOwned};
use telecomx_contract::{AccessLevel, Secret};
use telecomx_model::{Customer, Id, MvnoAccount, MvnoAccountKey, PhoneNumber};
use telecomx_server::Subject;

use super::{
    Census, Store, StoreError,
    pool::{Place, Pool},
    schema,
};
use crate::world::{Employee, Item, Recipe};

pub(super) const CUSTOMER: &str = "SELECT json FROM customer WHERE id = ?1";
pub(super) const SUBJECT: &str = "SELECT id, parent_reseller FROM customer WHERE id = ?1";
pub(super) const ACCOUNT_BY_ID: &str = "SELECT json FROM account WHERE id = ?1";
pub(super) const ACCOUNT_BY_NUMBER: &str = "SELECT json FROM account WHERE number = ?1";
pub(super) const SUBJECT_BY_ID: &str = "\
    SELECT customer.id, customer.parent_reseller
    FROM account JOIN customer ON customer.id = account.customer
    WHERE account.id = ?1";
pub(super) const SUBJECT_BY_NUMBER: &str = "\
    SELECT customer.id, customer.parent_reseller
    FROM account JOIN customer ON customer.id = account.customer
    WHERE account.number = ?1";
pub(super) const ACCOUNT_NUMBERS: &str =
    "SELECT number FROM account WHERE customer = ?1 ORDER BY rowid";
pub(super) const RESELLERS: &str = "SELECT json FROM customer WHERE is_reseller = 1 ORDER BY rowid";
// A set and not a list, so that resellers which belong to each other in a circle come to an end.
pub(super) const RESELLERS_FROM: &str = "\
    WITH RECURSIVE reach (id) AS (
        VALUES (?1)
        UNION
        SELECT customer.id FROM reach
        JOIN customer ON customer.is_reseller = 1 AND customer.parent_reseller = reach.id
    )
    SELECT json FROM reach CROSS JOIN customer ON customer.id = reach.id
    WHERE customer.is_reseller = 1 ORDER BY customer.rowid";
pub(super) const EMPLOYEE: &str =
    "SELECT id, name, token, level, customer, reseller FROM employee WHERE token = ?1";
const EMPLOYEES: &str =
    "SELECT id, name, token, level, customer, reseller FROM employee ORDER BY rowid";
const CENSUS: &str = "\
    SELECT (SELECT count(*) FROM customer), (SELECT count(*) FROM customer WHERE is_reseller = 1),
        (SELECT count(*) FROM account)";

/// A world in an SQLite database.
#[derive(Debug)]
pub struct SqliteStore {
    place: Place,
    /// It is open as long as the store is, since a database in memory lives as long as its connections.
    writer: Mutex<Connection>,
    readers: Pool,
}

impl SqliteStore {
    /// A store in memory, which is gone with it.
    ///
    /// # Errors
    ///
    /// No memory.
    pub fn in_memory() -> Result<Self, StoreError> {
        Self::open(Place::memory())
    }

    /// A store in a file, which is made if there is none, and brought up to date if it is older.
    ///
    /// # Errors
    ///
    /// A file that cannot be opened, or is not the sandbox's.
    pub fn in_file(path: impl Into<PathBuf>) -> Result<Self, StoreError> {
        Self::open(Place::File(path.into()))
    }

    fn open(place: Place) -> Result<Self, StoreError> {
        let mut writer = place.writer()?;
        schema::migrate(&mut writer, &place)?;
        Ok(Self {
            readers: Pool::new(place.clone()),
            writer: Mutex::new(writer),
            place,
        })
    }

    /// A connection like the store's own writer, for tests that lock it.
    #[cfg(test)]
    pub(crate) fn another_writer(&self) -> Connection {
        self.place.writer().unwrap()
    }

    fn one<T>(
        &self,
        query: &str,
        key: impl ToSql,
        read: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Option<T>, StoreError> {
        self.readers.read(|connection| {
            let mut statement = connection.prepare_cached(query)?;
            statement.query_row([key], read).optional()
        })
    }

    fn many<T>(
        &self,
        query: &str,
        parameters: impl Params,
        read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>, StoreError> {
        self.readers.read(|connection| {
            let mut statement = connection.prepare_cached(query)?;
            statement.query_map(parameters, read)?.collect()
        })
    }
}

impl Store for SqliteStore {
    fn recipe(&self) -> Result<Option<Recipe>, StoreError> {
        self.readers.read(|connection| {
            let query = "SELECT seed, customers FROM world";
            let recipe = |row: &Row<'_>| {
                Ok(Recipe {
                    // SQLite knows signed numbers only: the same bits, read otherwise.
                    seed: row.get::<_, i64>(0)?.cast_unsigned(),
                    customers: row.get(1)?,
                })
            };
            connection.query_row(query, [], recipe).optional()
        })
    }

    fn fill(
        &self,
        recipe: Recipe,
        items: &mut dyn Iterator<Item = Item>,
    ) -> Result<(), StoreError> {
        // A thread that panicked in here has rolled back.
        let mut writer = self.writer.lock().unwrap_or_else(PoisonError::into_inner);
        fill(&mut writer, recipe, items).map_err(|error| self.place.explain(error))?;
        // The log is as large as the world by now. If somebody is reading, it shrinks another time.
        let _ = writer.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)");
        Ok(())
    }

    fn census(&self) -> Result<Census, StoreError> {
        let census = |row: &Row<'_>| {
            Ok(Census {
                customers: row.get(0)?,
                resellers: row.get(1)?,
                accounts: row.get(2)?,
            })
        };
        self.readers
            .read(|connection| connection.query_row(CENSUS, [], census))
    }

    fn employees(&self) -> Result<Vec<Employee>, StoreError> {
        self.many(EMPLOYEES, [], employee)
    }

    fn employee(&self, token: &Secret) -> Result<Option<Employee>, StoreError> {
        self.one(EMPLOYEE, token.expose(), employee)
    }

    fn customer(&self, id: Id) -> Result<Option<Customer>, StoreError> {
        self.one(CUSTOMER, key(id), json)
    }

    fn subject(&self, customer: Id) -> Result<Option<Subject>, StoreError> {
        self.one(SUBJECT, key(customer), subject)
    }

    fn account(&self, account: MvnoAccountKey) -> Result<Option<MvnoAccount>, StoreError> {
        match account {
            MvnoAccountKey::Id(id) => self.one(ACCOUNT_BY_ID, key(id), json),
            MvnoAccountKey::Number(number) => self.one(ACCOUNT_BY_NUMBER, number.to_string(), json),
        }
    }

    fn account_subject(&self, account: MvnoAccountKey) -> Result<Option<Subject>, StoreError> {
        match account {
            MvnoAccountKey::Id(id) => self.one(SUBJECT_BY_ID, key(id), subject),
            MvnoAccountKey::Number(number) => {
                self.one(SUBJECT_BY_NUMBER, number.to_string(), subject)
            }
        }
    }

    fn account_numbers(&self, customer: Id) -> Result<Vec<PhoneNumber>, StoreError> {
        self.many(ACCOUNT_NUMBERS, [key(customer)], |row| text(row, 0))
    }

    fn resellers(&self, from: Option<Id>) -> Result<Vec<Customer>, StoreError> {
        match from {
            Some(reseller) => self.many(RESELLERS_FROM, [key(reseller)], json),
            None => self.many(RESELLERS, [], json),
        }
    }
}

/// Replaces the world in one transaction.
fn fill(
    writer: &mut Connection,
    recipe: Recipe,
    items: &mut dyn Iterator<Item = Item>,
) -> rusqlite::Result<()> {
    let transaction = writer.transaction_with_behavior(TransactionBehavior::Immediate)?;
    // Customers refer to their resellers, in whichever order they are deleted.
    transaction.pragma_update(None, "defer_foreign_keys", true)?;
    transaction.execute_batch(
        "DELETE FROM employee; DELETE FROM account; DELETE FROM customer; DELETE FROM world;",
    )?;
    for item in items {
        match item {
            Item::Customer(customer) => insert_customer(&transaction, &customer)?,
            Item::Account(account) => insert_account(&transaction, &account)?,
            Item::Employee(employee) => insert_employee(&transaction, &employee)?,
        }
    }
    transaction.execute(
        "INSERT INTO world (seed, customers) VALUES (?1, ?2)",
        params![recipe.seed.cast_signed(), recipe.customers],
    )?;
    transaction.commit()
}

fn insert_customer(connection: &Connection, customer: &Customer) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO customer (id, parent_reseller, is_reseller, json) VALUES (?1, ?2, ?3, ?4)",
        )?
        .execute(params![
            key(customer.id),
            customer.parent_reseller.map(key),
            customer.is_reseller.unwrap_or(false),
            to_json(customer)?,
        ])?;
    Ok(())
}

fn insert_account(connection: &Connection, account: &MvnoAccount) -> rusqlite::Result<()> {
    connection
        .prepare_cached("INSERT INTO account (id, number, customer, json) VALUES (?1, ?2, ?3, ?4)")?
        .execute(params![
            key(account.id),
            account.number.to_string(),
            key(account.customer),
            to_json(account)?,
        ])?;
    Ok(())
}

fn insert_employee(connection: &Connection, employee: &Employee) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO employee (id, name, token, level, customer, reseller)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute(params![
            key(employee.id),
            employee.name,
            employee.token.expose(),
            employee.level.as_str(),
            employee.customer.map(key),
            employee.reseller.map(key),
        ])?;
    Ok(())
}

/// An id as it is stored: upper and lower case are the same id.
fn key(id: Id) -> String {
    id.as_str().to_ascii_lowercase()
}

fn to_json(value: &impl Serialize) -> rusqlite::Result<String> {
    serde_json::to_string(value)
        .map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))
}

/// Reads a row of one JSON text.
fn json<T: DeserializeOwned>(row: &Row<'_>) -> rusqlite::Result<T> {
    let text = row.get_ref(0)?.as_str()?;
    serde_json::from_str(text).map_err(|error| unreadable(0, error))
}

fn subject(row: &Row<'_>) -> rusqlite::Result<Subject> {
    Ok(Subject {
        customer: text(row, 0)?,
        reseller: optional_text(row, 1)?,
    })
}

fn employee(row: &Row<'_>) -> rusqlite::Result<Employee> {
    let level = row.get_ref(3)?.as_str()?;
    let known = AccessLevel::ALL
        .into_iter()
        .find(|known| known.as_str() == level);
    Ok(Employee {
        id: text(row, 0)?,
        name: row.get(1)?,
        token: Secret::new(row.get::<_, String>(2)?),
        level: known.ok_or_else(|| unreadable(3, FromSqlError::InvalidType))?,
        customer: optional_text(row, 4)?,
        reseller: optional_text(row, 5)?,
    })
}

/// Reads a column that has a text form of its own.
fn text<T>(row: &Row<'_>, column: usize) -> rusqlite::Result<T>
where
    T: std::str::FromStr<Err: std::error::Error + Send + Sync + 'static>,
{
    let text = row.get_ref(column)?.as_str()?;
    text.parse().map_err(|error| unreadable(column, error))
}

fn optional_text<T>(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<T>>
where
    T: std::str::FromStr<Err: std::error::Error + Send + Sync + 'static>,
{
    match row.get_ref(column)? {
        rusqlite::types::ValueRef::Null => Ok(None),
        _ => text(row, column).map(Some),
    }
}

fn unreadable(
    column: usize,
    error: impl std::error::Error + Send + Sync + 'static,
) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(column, Type::Text, Box::new(error))
}
