//! Requests between Rust and the wire.

mod example;
mod percent;
mod reader;
mod writer;

pub use self::example::{ExampleError, RequestExample};
pub use self::percent::{decode_query, encode};
pub(crate) use self::reader::read_body;
pub use self::reader::{BadRequest, RequestReader};
pub use self::writer::{RequestError, RequestWriter};
