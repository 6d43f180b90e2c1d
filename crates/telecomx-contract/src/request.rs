//! Requests between Rust and the wire.

mod percent;
mod reader;
mod writer;

pub use self::percent::{decode_query, encode};
pub use self::reader::{BadRequest, RequestReader};
pub use self::writer::{RequestError, RequestWriter};
