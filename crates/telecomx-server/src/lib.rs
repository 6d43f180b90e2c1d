//! From operations and handlers to a server.
//!
//! Its user writes `impl Handle<GetCustomer> for MyPlatform { … }` for each operation, and says who a
//! token belongs to ([`Authenticate`]). Routes, parsing, status codes, access and redaction come from
//! the contract.

mod access;
mod caller;
mod handle;
mod limits;
mod listen;
mod operation;
mod respond;
mod server;
mod token;

pub use self::caller::{Authenticate, Caller, Subject};
pub use self::handle::{Failure, Handle, Internal};
pub use self::limits::Limits;
pub use self::listen::serve;
pub use self::server::{Server, with_layers};
