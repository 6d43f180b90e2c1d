//! The command line.

use std::{ffi::OsString, net::IpAddr, path::PathBuf};

use anyhow::bail;
use clap::{
    Parser,
    builder::{OsStringValueParser, TypedValueParser},
};

use crate::world::Recipe;

/// A Telecom X to try a client against: on this machine, with a small synthetic world in it.
#[derive(Debug, Clone, Parser)]
#[command(
    version,
    after_help = "With TELECOMX_LOG=debug in the environment, every request is logged, without its token."
)]
pub struct Options {
    /// The port to listen on; 0 takes any that is free.
    #[arg(long, value_name = "PORT", default_value_t = 8080)]
    pub port: u16,

    /// Keep the world in this file; otherwise it is in memory, and gone at exit.
    #[arg(long, value_name = "FILE", value_parser = data())]
    pub data: Option<PathBuf>,

    /// Chooses names, numbers and ids: a seed always makes the same world [default: 1].
    #[arg(long, value_name = "N")]
    pub seed: Option<u64>,

    /// How many customers to make, besides resellers and organizations [default: 6]. With every 20 more
    /// comes another reseller, with every 200 more another organization, and with each its employees.
    #[arg(long, value_name = "N", value_parser = customers())]
    pub customers: Option<u32>,

    /// Make the world anew, even if the data file has one, or one that is damaged.
    #[arg(long, requires = "data")]
    pub replace: bool,

    /// Send properties and enumerated values that no document has, and null for what is left out today, as a later
    /// version of the platform might: a client must not fail on them.
    #[arg(long)]
    pub from_the_future: bool,

    /// Write the log as JSON, one object a line.
    #[arg(long)]
    pub json_log: bool,

    /// The address to listen on. Only on one that other machines do not reach may pages of other origins call
    /// it from a browser (CORS).
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1")]
    pub listen: IpAddr,

    /// Allow an address that other machines reach: whoever reaches it can read the whole world with the
    /// tokens that are printed, all of them synthetic.
    #[arg(long)]
    pub expose_synthetic_data_and_tokens: bool,
}

impl Options {
    /// Checks what no single option can say.
    ///
    /// # Errors
    ///
    /// An address beyond this machine that was not allowed.
    pub fn check(&self) -> anyhow::Result<()> {
        if !self.listen.is_loopback() && !self.expose_synthetic_data_and_tokens {
            bail!(
                "other machines can reach {}; if they may read the synthetic data and use the tokens that \
                 are printed, add --expose-synthetic-data-and-tokens",
                self.listen
            );
        }
        Ok(())
    }

    /// The world that is asked for.
    pub fn recipe(&self) -> Recipe {
        let default = Recipe::default();
        Recipe {
            seed: self.seed.unwrap_or(default.seed),
            customers: self.customers.unwrap_or(default.customers),
        }
    }

    /// Whether a world that was made before is what is asked for; what is not said, fits.
    pub fn fits(&self, recipe: Recipe) -> bool {
        self.seed.is_none_or(|seed| seed == recipe.seed)
            && self
                .customers
                .is_none_or(|customers| customers == recipe.customers)
    }
}

/// A path, and none of the names that SQLite takes for something else.
fn data() -> impl TypedValueParser<Value = PathBuf> {
    OsStringValueParser::new().try_map(|name: OsString| {
        let bytes = name.as_encoded_bytes();
        if bytes.is_empty() {
            Err("it is empty; name a file, or leave out --data for a world in memory")
        } else if bytes.starts_with(b":memory:") {
            Err("it is no file; leave out --data for a world in memory")
        } else if bytes.starts_with(b"file:") {
            Err("it is an address; name a file by its path alone, with `./` before it if it is called so")
        } else {
            Ok(PathBuf::from(name))
        }
    })
}

fn customers() -> clap::builder::RangedI64ValueParser<u32> {
    clap::value_parser!(u32).range(i64::from(Recipe::FEWEST)..=i64::from(Recipe::MOST))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(arguments: &[&str]) -> Result<Options, clap::Error> {
        Options::try_parse_from([&["telecomx-sandbox"], arguments].concat())
    }

    #[test]
    fn only_this_machine_reaches_it_unless_told_otherwise() {
        assert!(parse(&[]).unwrap().check().is_ok());
        assert!(parse(&["--listen", "::1"]).unwrap().check().is_ok());
        let exposed = ["--listen", "0.0.0.0", "--expose-synthetic-data-and-tokens"];
        let error = parse(&exposed[..2]).unwrap().check().unwrap_err();
        assert!(error.to_string().contains(exposed[2]), "{error}");
        assert!(parse(&exposed).unwrap().check().is_ok());
    }

    #[test]
    fn what_is_not_said_fits_any_world() {
        let recipe = Recipe {
            seed: 9,
            customers: 100,
        };
        assert!(parse(&[]).unwrap().fits(recipe));
        assert!(parse(&["--customers", "100"]).unwrap().fits(recipe));
        assert!(!parse(&["--seed", "1"]).unwrap().fits(recipe));
    }

    #[test]
    fn a_data_file_is_a_path() {
        for name in [
            "",
            ":memory:",
            "file:world.db?mode=memory",
            "file:///world.db",
        ] {
            let error = parse(&["--data", name]).unwrap_err().to_string();
            assert!(
                error.contains("name a") || error.contains("leave out"),
                "{error}"
            );
        }
        for name in ["world.db", "./file:x", "a folder/æ?mode=ro.db"] {
            let options = parse(&["--data", name]).unwrap();
            assert_eq!(options.data, Some(PathBuf::from(name)));
        }
    }

    #[test]
    fn a_world_has_a_size() {
        assert!(parse(&["--customers", "5"]).is_err());
        assert!(parse(&["--customers", "1000001"]).is_err());
        assert!(parse(&["--replace"]).is_err());
    }
}
