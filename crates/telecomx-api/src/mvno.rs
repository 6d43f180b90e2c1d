//! Operations on mobile (MVNO) accounts.

use telecomx_contract::section;

pub mod account;

section! {
    "MVNO accounts",
    "Mobile phone accounts: number, SIM cards, features and usage.",
    [account::get::GetMvnoAccount]
}
