//! Making a world: in memory, or in a file that is written whole beside its place before it gets there.

use std::{
    ffi::OsString,
    fs::{self, File},
    io,
    path::{Path, PathBuf},
    time::Duration,
};

use rusqlite::{Connection, Transaction, params};
use serde::Serialize;
use telecomx_model::{Customer, Id, MvnoAccount};

use super::{
    StoreError,
    file::{self, Found},
    listed, schema,
};
use crate::world::{Employee, Item, Recipe};

/// Makes a world in an empty database, in one step.
pub(super) fn fill(
    connection: &mut Connection,
    recipe: Recipe,
    items: &mut dyn Iterator<Item = Item>,
) -> rusqlite::Result<()> {
    // The mark comes first and by itself: what is left of a run that was killed is known as the sandbox's.
    let transaction = connection.transaction()?;
    schema::create(&transaction)?;
    transaction.commit()?;
    let transaction = connection.transaction()?;
    for item in items {
        match item {
            Item::Customer(customer) => insert_customer(&transaction, &customer)?,
            Item::Account(account) => insert_account(&transaction, &account)?,
            Item::Employee(employee) => insert_employee(&transaction, &employee)?,
        }
    }
    transaction.execute(
        "INSERT INTO world (seed, customers) VALUES (?1, ?2)",
        // SQLite knows signed numbers only: the same bits, read otherwise.
        params![recipe.seed.cast_signed(), recipe.customers],
    )?;
    transaction.commit()
}

/// Makes a world in a file, in place of the one that is there. However it ends, there is the old world or
/// the new one. What is not the sandbox's is left as it is.
pub(super) fn in_file(
    name: &Path,
    recipe: Recipe,
    items: &mut dyn Iterator<Item = Item>,
) -> Result<(), StoreError> {
    file::look(name)?;
    let place = || name.display().to_string();
    let unwritable = |cause| StoreError::inaccessible(place(), "written", cause);
    let path = destination(name).map_err(unwritable)?;
    let served = || file::is_served(&path).then(|| StoreError::Served { place: place() });
    if let Some(error) = served() {
        return Err(error);
    }
    let beside = with_suffix(&path, ".new");
    let mut connection = claim(&beside, &place)?;
    let made =
        fill(&mut connection, recipe, items).map_err(|error| StoreError::explain(place(), error));
    drop(connection);
    let moved = made.and_then(|()| match served() {
        Some(error) => Err(error),
        None => put(&beside, &path).map_err(unwritable),
    });
    if moved.is_err() {
        let _ = fs::remove_file(&beside);
    }
    moved
}

/// Where the file is, or will be: what links to it goes on to.
fn destination(name: &Path) -> io::Result<PathBuf> {
    match fs::canonicalize(name) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        found => return found,
    }
    let folder = name.parent().filter(|folder| *folder != Path::new(""));
    let folder = fs::canonicalize(folder.unwrap_or(Path::new(".")))?;
    Ok(folder.join(name.file_name().unwrap_or_default()))
}

/// An empty database at this path which nobody else is at. What a killed run has left there is removed.
fn claim(path: &Path, place: &dyn Fn() -> String) -> Result<Connection, StoreError> {
    let explain = |error| StoreError::explain(place(), error);
    // Whoever is at it has a whole world to make.
    let connect = || {
        let connection = Connection::open(path)?;
        connection.busy_timeout(Duration::ZERO)?;
        Ok(connection)
    };
    if let Found::World(_) = file::look(path)? {
        let left = connect().and_then(|left| left.execute_batch("BEGIN EXCLUSIVE"));
        if let Err(error) = left.map_err(explain)
            && matches!(error, StoreError::InTheMaking { .. })
        {
            return Err(error);
        }
        fs::remove_file(path)
            .map_err(|cause| StoreError::inaccessible(place(), "written", cause))?;
    }
    let connection = connect().map_err(explain)?;
    // Nothing has to be taken back: a world that is not finished is removed whole.
    connection
        .execute_batch(
            "PRAGMA locking_mode = exclusive; PRAGMA journal_mode = off; PRAGMA synchronous = off;
            BEGIN EXCLUSIVE; COMMIT;",
        )
        .map_err(explain)?;
    Ok(connection)
}

/// Puts a file that is finished in its place.
fn put(beside: &Path, path: &Path) -> io::Result<()> {
    File::open(beside)?.sync_all()?;
    fs::rename(beside, path)?;
    // They belonged to the old file, and would be taken for parts of the new one by other programs.
    for suffix in ["-journal", "-wal", "-shm"] {
        let _ = fs::remove_file(with_suffix(path, suffix));
    }
    Ok(())
}

fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(suffix);
    name.into()
}

fn insert_customer(transaction: &Transaction<'_>, customer: &Customer) -> rusqlite::Result<()> {
    let (id, parent) = (
        key(&customer.id),
        customer.parent_reseller.as_ref().map(key),
    );
    transaction
        .prepare_cached("INSERT INTO customer (id, parent_reseller, json) VALUES (?1, ?2, ?3)")?
        .execute(params![id, parent, to_json(customer)?])?;
    if customer.is_reseller == Some(true) {
        let provides = listed::provides(customer.features.as_deref().unwrap_or_default());
        transaction
            .prepare_cached(
                "INSERT INTO reseller (id, parent_reseller, provides, json) VALUES (?1, ?2, ?3, ?4)",
            )?
            .execute(params![id, parent, provides, to_json(&listed::reseller(customer))?])?;
    }
    Ok(())
}

fn insert_account(transaction: &Transaction<'_>, account: &MvnoAccount) -> rusqlite::Result<()> {
    transaction
        .prepare_cached("INSERT INTO account (id, number, customer, json) VALUES (?1, ?2, ?3, ?4)")?
        .execute(params![
            key(&account.id),
            account.number.to_string(),
            key(&account.customer),
            to_json(account)?,
        ])?;
    Ok(())
}

fn insert_employee(transaction: &Transaction<'_>, employee: &Employee) -> rusqlite::Result<()> {
    transaction
        .prepare_cached(
            "INSERT INTO employee (id, name, token, level, customer, reseller)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute(params![
            key(&employee.id),
            employee.name,
            employee.token.expose(),
            employee.level.as_str(),
            employee.customer.as_ref().map(key),
            employee.reseller.as_ref().map(key),
        ])?;
    Ok(())
}

/// An id as it is stored: upper and lower case are the same id.
pub(super) fn key(id: &Id) -> String {
    id.as_str().to_ascii_lowercase()
}

fn to_json(value: &impl Serialize) -> rusqlite::Result<String> {
    serde_json::to_string(value)
        .map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))
}
