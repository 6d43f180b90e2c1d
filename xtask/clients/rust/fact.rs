//! What the drivers have in common.

use std::{
    env::{self, VarError},
    fmt::Display,
};

/// Prints what a driver found: a fact's name, and its value or `-` where there is none.
pub fn fact(name: &str, value: Option<impl Display>) {
    match value {
        Some(value) => println!("{name} = {value}"),
        None => println!("{name} = -"),
    }
}

/// A variable that the driver is given.
pub fn variable(name: &str) -> Result<String, VarError> {
    env::var(name)
}
