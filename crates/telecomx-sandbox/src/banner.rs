//! What is printed at the start: where it is, what is in it, and what to try.

use std::fmt;

use anstyle::{AnsiColor, Style};

use crate::guide::Guide;

const HEADING: Style = Style::new().bold();
const ADDRESS: Style = AnsiColor::Green.on_default().bold();
const FAINT: Style = Style::new().dimmed();

/// What is printed at the start.
#[derive(Debug)]
pub struct Banner<'s> {
    pub(crate) base: &'s str,
    pub(crate) world: &'s str,
    pub(crate) guide: &'s Guide,
}

impl fmt::Display for Banner<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { base, world, guide } = self;
        writeln!(f, "Telecom X sandbox at {ADDRESS}{base}{ADDRESS:#}")?;
        writeln!(f, "{world}")?;
        writeln!(f, "\n{HEADING}Tokens{HEADING:#}")?;
        for (employee, company) in &guide.employees {
            let (level, token, name) = (
                employee.level.as_str(),
                employee.token.expose(),
                &employee.name,
            );
            write!(f, "  {level:<14}  {token:<22}  {FAINT}{name}")?;
            match company {
                Some(company) => writeln!(f, ", {company}{FAINT:#}")?,
                None => writeln!(f, "{FAINT:#}")?,
            }
        }
        writeln!(f, "\n{HEADING}Try{HEADING:#}")?;
        for request in &guide.requests {
            writeln!(f, "  {FAINT}# {}{FAINT:#}", request.summary)?;
            writeln!(f, "  curl '{base}{}'", request.path_and_query)?;
        }
        writeln!(f, "\n{HEADING}Read{HEADING:#}")?;
        writeln!(f, "  {base}/              what this is")?;
        writeln!(f, "  {base}/openapi.json  the document of what it serves")?;
        writeln!(f, "\nCtrl-C ends it.")
    }
}
