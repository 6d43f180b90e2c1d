//! The workspace's own commands: `cargo xtask help`.

mod generate;
mod output;
mod scale;

use std::{path::PathBuf, process::ExitCode};

use clap::{Parser, Subcommand};

/// The workspace's own commands.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Write the documents in spec/ from the contract.
    Generate {
        /// Write nothing; show what is stale, and fail if anything is.
        #[arg(long)]
        check: bool,
        /// Where the documents stand, if not in spec/.
        #[arg(long, value_name = "FOLDER")]
        out: Option<PathBuf>,
    },
    /// Measure what the contract costs as it grows, beside plain serde.
    ///
    /// Copies of the contract, and plain twins of them, are written under target/scale/ and timed. It
    /// takes some minutes, most of them at the largest size.
    Scale {
        /// How many operations to measure with.
        #[arg(long, value_delimiter = ',', default_value = "4,40,200")]
        operations: Vec<usize>,
    },
}

fn main() -> ExitCode {
    let result = match Arguments::parse().command {
        Command::Generate { check, out } => {
            let documents = generate::Documents::in_folder(out);
            if check {
                documents.check()
            } else {
                documents.write()
            }
        }
        Command::Scale { operations } => scale::run(&operations),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            output::failure(&error);
            ExitCode::FAILURE
        }
    }
}
