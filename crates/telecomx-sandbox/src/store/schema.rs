//! The tables, and how older ones become them.

use rusqlite::{Connection, TransactionBehavior};

use super::{StoreError, pool::Place};

/// Marks a database as one of the sandbox: the bytes of `TXsb`.
const APPLICATION_ID: i32 = 0x5458_7362;

/// The steps from one version of the tables to the next. A step that was released is never changed;
/// another one is added instead.
const MIGRATIONS: [&str; 1] = ["
    CREATE TABLE world (
        seed INTEGER NOT NULL,
        customers INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE customer (
        id TEXT PRIMARY KEY NOT NULL,
        parent_reseller TEXT REFERENCES customer (id),
        is_reseller INTEGER NOT NULL,
        json TEXT NOT NULL
    ) STRICT;
    -- It serves the list of all resellers, and that of those below one.
    CREATE INDEX customer_by_reseller ON customer (is_reseller, parent_reseller);
    CREATE INDEX customer_by_parent ON customer (parent_reseller);
    CREATE TABLE account (
        id TEXT PRIMARY KEY NOT NULL,
        number TEXT UNIQUE NOT NULL,
        customer TEXT NOT NULL REFERENCES customer (id),
        json TEXT NOT NULL
    ) STRICT;
    CREATE INDEX account_by_customer ON account (customer);
    CREATE TABLE employee (
        token TEXT PRIMARY KEY NOT NULL,
        id TEXT NOT NULL,
        name TEXT NOT NULL,
        level TEXT NOT NULL,
        customer TEXT REFERENCES customer (id),
        reseller TEXT REFERENCES customer (id)
    ) STRICT;
"];

/// The version that the last migration leads to.
const NEWEST: u32 = MIGRATIONS.len() as u32;

/// Brings a database up to date. A database that is not the sandbox's is left as it is.
pub(super) fn migrate(connection: &mut Connection, place: &Place) -> Result<(), StoreError> {
    let explain = |error| place.explain(error);
    check(connection, place)?;
    // Only a database of our own is switched to the write-ahead log, in which readers and the writer do
    // not wait for each other. A database in memory has none, and says so.
    connection
        .pragma_update(None, "journal_mode", "wal")
        .map_err(explain)?;
    let transaction = connection
        .transaction_with_behavior(TransactionBehavior::Immediate)
        .map_err(explain)?;
    // Another process may have been first.
    let version = check(&transaction, place)?;
    for (step, to) in MIGRATIONS.iter().zip(1..).skip(version as usize) {
        transaction.execute_batch(step).map_err(explain)?;
        transaction
            .pragma_update(None, "user_version", to)
            .map_err(explain)?;
    }
    transaction
        .pragma_update(None, "application_id", APPLICATION_ID)
        .map_err(explain)?;
    transaction.commit().map_err(explain)
}

/// The version of a database, if it is empty or the sandbox's.
fn check(connection: &Connection, place: &Place) -> Result<u32, StoreError> {
    let number = |query| connection.query_row(query, [], |row| row.get::<_, i32>(0));
    let explain = |error| place.explain(error);
    let tables = number("SELECT count(*) FROM sqlite_schema").map_err(explain)?;
    let application = number("PRAGMA application_id").map_err(explain)?;
    let version = number("PRAGMA user_version").map_err(explain)?;
    let place = place.to_string();
    match u32::try_from(version) {
        _ if application != APPLICATION_ID && (tables, application, version) != (0, 0, 0) => {
            Err(StoreError::Foreign { place })
        }
        Ok(version) if version <= NEWEST => Ok(version),
        Ok(found) => Err(StoreError::Newer {
            place,
            found,
            known: NEWEST,
        }),
        Err(_) => Err(StoreError::Foreign { place }),
    }
}
