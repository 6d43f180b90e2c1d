//! What is printed at the start: where it is, what is in it, and what to try.

use std::fmt;

use anstyle::{AnsiColor, Style};
use telecomx_contract::Method;

use crate::guide::{Guide, Try};

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

/// The command for a shell that sends a request.
fn curl(base: &str, request: &Try) -> String {
    let options = match (&request.body, request.method) {
        (None, Method::Get) => String::new(),
        (None, method) => format!("--request {method} "),
        // A quote is closed, written, and opened again.
        (Some(body), method) => {
            let body = body.replace('\'', "'\\''");
            format!("--request {method} --json '{body}' ")
        }
    };
    format!("curl {options}'{base}{}'", request.path_and_query)
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
            writeln!(f, "  {}", curl(base, request))?;
        }
        if !guide.missing.is_empty() {
            writeln!(f, "\n{HEADING}Not yet{HEADING:#}, answered with 501")?;
            for operation in &guide.missing {
                writeln!(f, "  {} {}", operation.method, operation.path)?;
            }
        }
        writeln!(f, "\n{HEADING}Read{HEADING:#}")?;
        writeln!(f, "  {base}/              what this is")?;
        writeln!(f, "  {base}/openapi.json  the document of what it serves")?;
        writeln!(f, "\nCtrl-C ends it.")
    }
}
