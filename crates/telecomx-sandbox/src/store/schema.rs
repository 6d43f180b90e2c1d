//! The tables of a world, and what marks a database as one.

use rusqlite::Connection;

/// Marks a database as one of the sandbox: the bytes of `TXsb`.
pub(super) const APPLICATION_ID: i32 = 0x5458_7362;

/// The version of the tables. A world of another version is made anew, which is quicker than moving it.
pub(super) const VERSION: i32 = 2;

/// The first table, whose text stands in the first page of every world.
pub(super) const FIRST_TABLE: &str = "\
    CREATE TABLE world (
        seed INTEGER NOT NULL,
        customers INTEGER NOT NULL
    ) STRICT";

/// The other tables. A list reads one of its own, in which each object stands as it is answered.
const TABLES: &str = "
    CREATE TABLE customer (
        id TEXT PRIMARY KEY NOT NULL,
        parent_reseller TEXT REFERENCES customer (id),
        json TEXT NOT NULL
    ) STRICT;
    CREATE TABLE reseller (
        id TEXT PRIMARY KEY NOT NULL REFERENCES customer (id),
        parent_reseller TEXT REFERENCES reseller (id),
        -- One bit for each filter that the reseller passes.
        provides INTEGER NOT NULL,
        json TEXT NOT NULL
    ) STRICT;
    CREATE INDEX reseller_by_parent ON reseller (parent_reseller);
    CREATE TABLE account (
        id TEXT PRIMARY KEY NOT NULL,
        number TEXT UNIQUE NOT NULL,
        customer TEXT NOT NULL REFERENCES customer (id),
        json TEXT NOT NULL
    ) STRICT;
    CREATE TABLE employee (
        token TEXT PRIMARY KEY NOT NULL,
        id TEXT NOT NULL,
        name TEXT NOT NULL,
        level TEXT NOT NULL,
        customer TEXT REFERENCES customer (id),
        reseller TEXT REFERENCES customer (id)
    ) STRICT;
    CREATE INDEX employee_by_level ON employee (level);
";

/// Makes the tables in an empty database, and marks it.
pub(super) fn create(connection: &Connection) -> rusqlite::Result<()> {
    connection.execute_batch(FIRST_TABLE)?;
    connection.execute_batch(TABLES)?;
    connection.pragma_update(None, "application_id", APPLICATION_ID)?;
    connection.pragma_update(None, "user_version", VERSION)
}
