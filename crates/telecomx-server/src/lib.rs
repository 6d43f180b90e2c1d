//! From operations and handlers to a server.
//!
//! Its user writes `impl Handle<GetCustomer> for MyPlatform { … }` for each operation, and says who a
//! token belongs to ([`Authenticate`]). Routes, parsing, status codes, access and redaction come from
//! the contract.

mod access;
mod caller;
mod connection;
mod connections;
mod cors;
mod files;
mod handle;
mod layers;
mod limits;
mod listen;
mod log;
mod net;
mod operation;
mod request_id;
mod respond;
mod server;
mod time;
mod token;
mod wire;

pub use self::access::Existence;
pub use self::caller::{Authenticate, Caller, Subject};
pub use self::cors::Cors;
pub use self::handle::{Failure, Handle, Internal};
pub use self::layers::with_layers;
pub use self::limits::Limits;
pub use self::listen::serve;
pub use self::server::Server;
