//! A world in SQLite, and its readers.
//!
//! Objects are the JSON text of the model's types; what they are looked up by stands in columns beside it.

use std::{
    fmt,
    path::Path,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
};

use rusqlite::{
    Connection, OpenFlags, OptionalExtension as _, Params, Row, ToSql, params,
    types::{FromSqlError, Type},
};
use serde::de::DeserializeOwned;
use telecomx_api::customer::resellers::ResellerFilter;
use telecomx_contract::{AccessLevel, Secret};
use telecomx_model::{Customer, Id, MvnoAccount, MvnoAccountKey, Reseller};
use telecomx_server::Subject;

use super::{
    Census, Store, StoreError,
    file::{self, Found, WorldFile},
    listed,
    make::{self, key},
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
pub(super) const RESELLERS: &str =
    "SELECT json FROM reseller WHERE provides & ?1 = ?1 ORDER BY rowid";
// A set and not a list, so that resellers which belong to each other in a circle come to an end.
pub(super) const RESELLERS_FROM: &str = "\
    WITH RECURSIVE reach (id) AS (
        VALUES (?2)
        UNION
        SELECT reseller.id FROM reach JOIN reseller ON reseller.parent_reseller = reach.id
    )
    SELECT json FROM reach CROSS JOIN reseller ON reseller.id = reach.id
    WHERE provides & ?1 = ?1 ORDER BY reseller.rowid";
pub(super) const EMPLOYEE: &str =
    "SELECT id, name, token, level, customer, reseller FROM employee WHERE token = ?1";
pub(super) const FIRST_EMPLOYEE: &str = "\
    SELECT id, name, token, level, customer, reseller FROM employee
    WHERE level = ?1 ORDER BY rowid LIMIT 1";
const RECIPE: &str = "SELECT seed, customers FROM world";
const CENSUS: &str = "\
    SELECT (SELECT count(*) FROM customer), (SELECT count(*) FROM reseller),
        (SELECT count(*) FROM account)";

/// What the place is called that has no name.
const IN_MEMORY: &str = "the database in memory";

/// A world in an SQLite database. It is made once, and then only read.
#[derive(Debug)]
pub struct SqliteStore {
    place: Place,
    /// Readers that nobody uses now. There are as many as were ever used at once.
    idle: Mutex<Vec<Connection>>,
}

/// Where a database is.
#[derive(Debug)]
enum Place {
    /// In this process's memory, under a name of its own, for as long as a connection is open.
    ///
    /// SQLite's older way to share memory, a shared cache, locks whole tables.
    Memory {
        name: String,
        _keeper: Mutex<Connection>,
    },
    /// In a file.
    File(WorldFile),
}

impl SqliteStore {
    /// Makes a world in memory, which is gone with the store.
    ///
    /// # Errors
    ///
    /// No memory.
    pub fn in_memory(
        recipe: Recipe,
        items: &mut dyn Iterator<Item = Item>,
    ) -> Result<Self, StoreError> {
        static COUNT: AtomicU64 = AtomicU64::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("file:/sandbox-{count}?vfs=memdb");
        let mut made = || {
            let mut keeper = Connection::open(&name)?;
            make::fill(&mut keeper, recipe, items)?;
            Ok(keeper)
        };
        let keeper = made().map_err(|error| StoreError::explain(IN_MEMORY.to_owned(), error))?;
        Ok(Self::at(Place::Memory {
            name: name.clone(),
            _keeper: Mutex::new(keeper),
        }))
    }

    /// Makes a world in a file, in place of the one that is there, and opens it. However it ends, the old
    /// world is there or the new one.
    ///
    /// # Errors
    ///
    /// A place that cannot be written, or with something in it that is not the sandbox's.
    pub fn make_file(
        path: &Path,
        recipe: Recipe,
        items: &mut dyn Iterator<Item = Item>,
    ) -> Result<Self, StoreError> {
        make::in_file(path, recipe, items)?;
        Ok(Self::at(Place::File(WorldFile::open(path)?)))
    }

    /// Opens the world in a file; none if there is no file, or nothing in it.
    ///
    /// # Errors
    ///
    /// A file that cannot be read, is damaged, or is not the sandbox's.
    pub fn open_file(path: &Path) -> Result<Option<Self>, StoreError> {
        let place = path.display().to_string();
        match file::look(path)? {
            Found::Nothing => return Ok(None),
            Found::World(schema::VERSION) => {}
            Found::World(found) => {
                return Err(StoreError::OtherVersion {
                    place,
                    found,
                    known: schema::VERSION,
                });
            }
        }
        let store = Self::at(Place::File(WorldFile::open(path)?));
        let found: String =
            store.read(|reader| reader.query_row("PRAGMA quick_check(1)", [], |row| row.get(0)))?;
        match found.as_str() {
            "ok" => Ok(Some(store)),
            _ => Err(StoreError::Damaged {
                place,
                // The first line says which database it is about.
                cause: found.lines().last().unwrap_or_default().to_owned(),
            }),
        }
    }

    fn at(place: Place) -> Self {
        Self {
            place,
            idle: Mutex::default(),
        }
    }

    fn one<T>(
        &self,
        query: &str,
        key: impl ToSql,
        read: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Option<T>, StoreError> {
        self.read(|reader| {
            let mut statement = reader.prepare_cached(query)?;
            statement.query_row([key], read).optional()
        })
    }

    fn many<T>(
        &self,
        query: &str,
        parameters: impl Params,
        read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>, StoreError> {
        self.read(|reader| {
            let mut statement = reader.prepare_cached(query)?;
            statement.query_map(parameters, read)?.collect()
        })
    }

    /// Asks a reader.
    fn read<T>(
        &self,
        question: impl FnOnce(&Connection) -> rusqlite::Result<T>,
    ) -> Result<T, StoreError> {
        // Before, so that no other file is opened; after, so that nothing is answered from a file that
        // changed in between.
        self.verify()?;
        let explain = |error| StoreError::explain(self.place.to_string(), error);
        // A thread that panicked has not left a list half changed.
        let idle = || self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        let known = idle().pop();
        let reader = match known {
            Some(reader) => reader,
            None => self.place.reader().map_err(explain)?,
        };
        let answer = question(&reader);
        self.verify()?;
        // A reader that failed is closed: what ails it may end with it, and the next one is opened anew.
        let answer = answer.map_err(explain)?;
        idle().push(reader);
        Ok(answer)
    }

    /// A connection like the one that made a world in memory, for tests that change it.
    #[cfg(test)]
    pub(super) fn writer(&self) -> Connection {
        match &self.place {
            Place::Memory { name, .. } => Connection::open(name).unwrap(),
            Place::File(_) => panic!("a file is never changed"),
        }
    }
}

impl Place {
    fn reader(&self) -> rusqlite::Result<Connection> {
        match self {
            Self::Memory { name, .. } => {
                let flags = OpenFlags::SQLITE_OPEN_READ_ONLY
                    | OpenFlags::SQLITE_OPEN_URI
                    | OpenFlags::SQLITE_OPEN_NO_MUTEX;
                Connection::open_with_flags(name, flags)
            }
            Self::File(file) => file.reader(),
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Memory { .. } => f.write_str(IN_MEMORY),
            Self::File(file) => file.name.display().fmt(f),
        }
    }
}

impl Store for SqliteStore {
    fn verify(&self) -> Result<(), StoreError> {
        match &self.place {
            Place::Memory { .. } => Ok(()),
            Place::File(file) => file.verify(),
        }
    }

    fn recipe(&self) -> Result<Recipe, StoreError> {
        let recipe = |row: &Row<'_>| {
            Ok(Recipe {
                // The same bits that were written, read as they were meant.
                seed: row.get::<_, i64>(0)?.cast_unsigned(),
                customers: row.get(1)?,
            })
        };
        self.read(|reader| reader.query_row(RECIPE, [], recipe))
    }

    fn census(&self) -> Result<Census, StoreError> {
        let census = |row: &Row<'_>| {
            Ok(Census {
                customers: row.get(0)?,
                resellers: row.get(1)?,
                accounts: row.get(2)?,
            })
        };
        self.read(|reader| reader.query_row(CENSUS, [], census))
    }

    fn first_employee(&self, level: AccessLevel) -> Result<Option<Employee>, StoreError> {
        self.one(FIRST_EMPLOYEE, level.as_str(), employee)
    }

    fn employee(&self, token: &Secret) -> Result<Option<Employee>, StoreError> {
        self.one(EMPLOYEE, token.expose(), employee)
    }

    fn customer(&self, id: Id) -> Result<Option<Customer>, StoreError> {
        self.one(CUSTOMER, key(&id), json)
    }

    fn subject(&self, customer: Id) -> Result<Option<Subject>, StoreError> {
        self.one(SUBJECT, key(&customer), subject)
    }

    fn account(&self, account: MvnoAccountKey) -> Result<Option<MvnoAccount>, StoreError> {
        match account {
            MvnoAccountKey::Id(id) => self.one(ACCOUNT_BY_ID, key(&id), json),
            MvnoAccountKey::Number(number) => self.one(ACCOUNT_BY_NUMBER, number.to_string(), json),
        }
    }

    fn account_subject(&self, account: MvnoAccountKey) -> Result<Option<Subject>, StoreError> {
        match account {
            MvnoAccountKey::Id(id) => self.one(SUBJECT_BY_ID, key(&id), subject),
            MvnoAccountKey::Number(number) => {
                self.one(SUBJECT_BY_NUMBER, number.to_string(), subject)
            }
        }
    }

    fn resellers(
        &self,
        from: Option<Id>,
        filter: Option<ResellerFilter>,
    ) -> Result<Vec<Reseller>, StoreError> {
        let filter = listed::bit(filter);
        match from {
            Some(reseller) => self.many(RESELLERS_FROM, params![filter, key(&reseller)], json),
            None => self.many(RESELLERS, [filter], json),
        }
    }
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
    let level = row.get_ref(3)?.as_str()?.parse::<AccessLevel>();
    Ok(Employee {
        id: text(row, 0)?,
        name: row.get(1)?,
        token: Secret::new(row.get::<_, String>(2)?),
        level: level.map_err(|_| unreadable(3, FromSqlError::InvalidType))?,
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
