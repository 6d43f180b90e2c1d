//! Operations on one account.

pub mod get;
