//! Errors of which there are none.

use telecomx_contract::ErrorCodes;

/// Nothing goes wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ErrorCodes)]
pub enum Never {}
