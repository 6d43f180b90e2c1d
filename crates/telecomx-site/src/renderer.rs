//! The renderer of the reference: Redoc.
//!
//! Three that people like were measured with our document, from `file://`, in Chromium (compressed size; first view of
//! an operation; what they ask of other hosts or complain of; kinds of serious or critical violations that axe-core
//! finds):
//!
//! | Renderer | Size | First view | Console and network | Violations | Samples |
//! |---|---|---|---|---|---|
//! | Redoc 2.5.4 | 327 kB | 0.76 s | a logo from another host | 1 | `x-codeSamples` |
//! | Swagger UI 5.35.0 | 485 kB | 0.65 s | nothing | 3 | none |
//! | Scalar 1.46.4 | 989 kB | 1.10 s | complains of a valid document | 6 | `x-codeSamples` |
//!
//! Redoc is the lightest that shows samples, and nearest to what the site must be: its one violation (code that scrolls
//! and cannot be reached by keyboard) and its lack of a dark scheme are cured in `assets/reference.js` and
//! `assets/reference.css`, its one request here. That it does not call the platform from the page is no loss: a token
//! belongs in no page. It has no link for a property, nor who sees one; the pages of objects do.

/// What Redoc asks of another host: the logo beside the words that name it.
const LOGO: &str = "https://cdn.redoc.ly/redoc/logo-mini.svg";

/// An image of nothing, which asks nobody: Redoc leaves out a logo that cannot be shown.
const NOTHING: &str = "data:,";

/// A renderer that is not as expected.
#[derive(Debug, thiserror::Error)]
#[error(
    "this Redoc does not ask for its logo exactly once, as the one that was examined; look for what it asks of other \
     hosts, and change `LOGO`"
)]
pub struct RendererError;

/// The program, asking nothing of other hosts.
pub(crate) fn offline(program: &str) -> Result<String, RendererError> {
    match program.matches(LOGO).count() {
        1 => Ok(program.replace(LOGO, NOTHING)),
        _ => Err(RendererError),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_renderer_that_asks_for_something_else_is_refused() {
        assert!(offline("no logo").is_err());
        assert!(offline(&format!("{LOGO} {LOGO}")).is_err());
        assert!(offline(&format!("src:\"{LOGO}\"")).is_ok_and(|it| it == "src:\"data:,\""));
    }
}
