//! What a client that was made of one edition can do, and which edition to take.

use super::{
    edition::Edition,
    facts::{self, Facts},
    manifest::Manifest,
    script::Scripts,
};
use crate::output;

/// How many differences between what is and what a client found are printed.
const SHOWN: usize = 5;

/// What a client that was made of one edition can do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Everything that was tried.
    All,
    /// Its code is well formed; more cannot be tried, since there is no compiler.
    Parses,
    /// Everything but this: the checker, or names of tasks.
    Fails(Vec<String>),
    /// Nothing: the generator refuses the edition, with these words.
    Refused(String),
}

/// What a driver is asked to find out through its client.
pub(crate) struct Task<'a> {
    /// The task as the table has it: `future`.
    pub(crate) name: &'static str,
    /// The task as the driver has it, see [`super::facts`].
    pub(crate) argument: &'static str,
    /// The variables that tell the driver where to ask, and for what.
    pub(crate) variables: Vec<(String, String)>,
    /// What is so.
    pub(crate) expected: &'a Facts,
}

impl Outcome {
    /// Makes, compiles and drives one client; `refusal` is what its generator says of an edition that it refuses.
    ///
    /// A driver is run even where the checker fails: code that is not well typed may still work.
    pub(crate) fn of(
        scripts: &Scripts<'_>,
        manifest: &Manifest,
        refusal: Option<&str>,
        tasks: &[Task<'_>],
    ) -> anyhow::Result<Self> {
        if let Some(generate) = &manifest.generate
            && let Err(error) = scripts.run("generate", generate)
        {
            if let Some(words) = refusal
                && scripts.printed("generate", words)?
            {
                return Ok(Self::Refused(words.to_owned()));
            }
            output::line(format_args!("  {error:#}"));
            return Ok(Self::Fails(vec!["generating".to_owned()]));
        }
        let mut failed = Vec::new();
        if let Err(error) = scripts.run("compile", &manifest.compile) {
            output::line(format_args!("  {error:#}"));
            failed.push(format!("`{}`", manifest.checker));
        }
        if let Some(script) = &manifest.drive {
            let unfulfilled = tasks.iter().filter(|task| !task.is_done(scripts, script));
            failed.extend(unfulfilled.map(|task| task.name.to_owned()));
        }
        Ok(match (failed.is_empty(), &manifest.drive) {
            (true, Some(_)) => Self::All,
            (true, None) => Self::Parses,
            (false, _) => Self::Fails(failed),
        })
    }

    /// The outcome as it stands in the table.
    pub(crate) fn cell(&self) -> String {
        match self {
            Self::All => "all".to_owned(),
            Self::Parses => "parses".to_owned(),
            Self::Fails(failed) => format!("fails: {}", failed.join(", ")),
            Self::Refused(words) => format!("refused: `{words}`"),
        }
    }

    /// How much of what was tried fails.
    fn failures(&self) -> usize {
        match self {
            Self::All | Self::Parses => 0,
            Self::Fails(failed) => failed.len(),
            Self::Refused(_) => usize::MAX,
        }
    }
}

/// Which edition to take: the one of which less fails, and of two that are even the one that is preferred.
pub(crate) fn take(outcomes: &[(Edition, Outcome)], preferred: Edition) -> Option<Edition> {
    outcomes
        .iter()
        .min_by_key(|(edition, outcome)| (outcome.failures(), *edition != preferred))
        .map(|(edition, _)| *edition)
}

impl Task<'_> {
    /// Runs a driver, and says whether it found out what is so.
    fn is_done(&self, scripts: &Scripts<'_>, script: &str) -> bool {
        let differences = match scripts.drive(script, self) {
            Ok(found) => facts::differences(self.expected, &facts::read(&found)),
            Err(error) => vec![format!("{error:#}")],
        };
        for difference in differences.iter().take(SHOWN) {
            output::line(format_args!("  {difference}"));
        }
        if differences.len() > SHOWN {
            output::line(format_args!("  and {} more", differences.len() - SHOWN));
        }
        differences.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{lock::Lock, workspace::Workspace};

    const REFUSAL: &str = "I read 3.0 only";

    /// What a client of these scripts can do, if its generator is said to refuse the edition in [`REFUSAL`].
    fn outcome(generate: &str, compile: &str, drive: Option<&str>) -> Outcome {
        let folder = tempfile::tempdir().unwrap();
        let lock = Lock::take(&Workspace::find().unwrap(), "clients/of-tests").unwrap();
        let scripts = Scripts::new(folder.path(), &lock, Vec::new()).unwrap();
        let mut manifest: Manifest =
            toml::from_str("language = 'A'\npackages = []\nchecker = 'check'\ncompile = ''")
                .unwrap();
        manifest.generate = Some(generate.to_owned());
        manifest.compile = compile.to_owned();
        manifest.drive = drive.map(str::to_owned);
        let expected = facts::read("a = 1\nb = -\n");
        let tasks = ["operations", "future"].map(|name| Task {
            name,
            argument: name,
            variables: vec![("TELECOMX_URL".to_owned(), "http://127.0.0.1:1".to_owned())],
            expected: &expected,
        });
        Outcome::of(&scripts, &manifest, Some(REFUSAL), &tasks).unwrap()
    }

    fn fails(failed: &[&str]) -> Outcome {
        Outcome::Fails(failed.iter().map(|name| (*name).to_owned()).collect())
    }

    #[test]
    fn a_client_does_all_if_its_driver_finds_every_value() {
        let right = Some("echo a = 1; echo b = -");
        assert_eq!(outcome("true", "true", right), Outcome::All);
        assert_eq!(outcome("true", "true", None), Outcome::Parses);
        for wrong in [
            "echo a = 2; echo b = -",
            "echo a = 1",
            "echo a = 1; echo b = -; exit 1",
        ] {
            let both = fails(&["operations", "future"]);
            assert_eq!(outcome("true", "true", Some(wrong)), both, "{wrong}");
        }
        let today = Some("echo a = 1; [ $1 = future ] || echo b = -");
        assert_eq!(outcome("true", "true", today), fails(&["future"]));
    }

    #[test]
    fn what_does_not_compile_is_driven_all_the_same() {
        let right = Some("echo a = 1; echo b = -");
        assert_eq!(outcome("true", "false", right), fails(&["`check`"]));
        assert_eq!(outcome("true", "false", None), fails(&["`check`"]));
        let all = fails(&["`check`", "operations", "future"]);
        assert_eq!(outcome("true", "false", Some("client/driver")), all);
    }

    #[test]
    fn a_refusal_is_one_only_in_the_words_that_are_declared() {
        let right = Some("echo a = 1; echo b = -");
        let refused = Outcome::Refused(REFUSAL.to_owned());
        let words = "echo error: I read 3.0 only, sorry; exit 1";
        assert_eq!(outcome(words, "true", right), refused);
        let other = "echo the disk is full; exit 1";
        assert_eq!(outcome(other, "true", right), fails(&["generating"]));
        let reads = "echo I read 3.0 only, but try";
        assert_eq!(outcome(reads, "true", right), Outcome::All);
    }

    #[test]
    fn the_edition_of_which_less_fails_is_taken() {
        let refused = || Outcome::Refused(REFUSAL.to_owned());
        let (old, new) = (Edition::V3_0, Edition::V3_1);
        for (of_old, of_new, preferred, expected) in [
            (Outcome::All, Outcome::All, new, new),
            (Outcome::All, Outcome::All, old, old),
            (Outcome::Parses, Outcome::Parses, old, old),
            (Outcome::All, fails(&["errors"]), new, old),
            (fails(&["future"]), Outcome::All, old, new),
            (fails(&["errors", "future"]), fails(&["future"]), old, new),
            (Outcome::All, refused(), new, old),
            (
                fails(&["operations", "errors", "future"]),
                refused(),
                new,
                old,
            ),
        ] {
            let outcomes = [(old, of_old), (new, of_new)];
            assert_eq!(take(&outcomes, preferred), Some(expected), "{outcomes:?}");
        }
    }
}
