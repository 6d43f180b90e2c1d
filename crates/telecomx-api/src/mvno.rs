//! Operations on mobile (MVNO) accounts.

use telecomx_contract::Section;

pub mod account;

/// The section of mobile accounts.
pub const SECTION: Section = Section {
    name: "MVNO accounts",
    description: "Mobile phone accounts: number, SIM cards, features and usage.",
    operations: &[account::get::GET_MVNO_ACCOUNT],
};
