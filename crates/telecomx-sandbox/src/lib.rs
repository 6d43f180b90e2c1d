//! A runnable Telecom X: the contract's operations, on an embedded database, with a synthetic world in it.
//!
//! `cargo run -p telecomx-sandbox` starts one; a test starts one in its own process with
//! [`Sandbox::start`].

mod banner;
mod document;
mod future;
mod guide;
mod options;
mod page;
mod platform;
mod progress;
mod sandbox;
pub mod store;
pub mod world;

pub use self::banner::Banner;
pub use self::guide::{Guide, Try};
pub use self::options::Options;
pub use self::platform::Platform;
pub use self::sandbox::Sandbox;
