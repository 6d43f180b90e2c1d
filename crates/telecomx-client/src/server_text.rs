//! Text that somebody else wrote.

use std::fmt::{self, Write as _};

/// Text that the server wrote: a code, a description, a body, a header field.
///
/// It may be anything. Shown, by `Display` or `Debug`, it is one line that does nothing to a terminal or a log:
/// what is not printable, such as a line break, an escape sequence or a change of the writing direction, is
/// escaped as in a Rust string, and of a long text the first 300 characters are shown.
/// [`as_str`](Self::as_str) is the text itself.
#[derive(Clone, PartialEq, Eq)]
pub struct ServerText(String);

impl ServerText {
    /// Wraps a text as it came.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The text as it came, apart from the token, which a placeholder stands in for.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub(crate) fn text_mut(&mut self) -> &mut String {
        &mut self.0
    }
}

impl fmt::Display for ServerText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (shown, rest) = excerpt(&self.0);
        for letter in shown.chars() {
            // Within no quotes, these three are harmless as they are.
            match letter {
                '"' | '\'' | '\\' => f.write_char(letter)?,
                _ => write!(f, "{}", letter.escape_debug())?,
            }
        }
        f.write_str(rest)
    }
}

impl fmt::Debug for ServerText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (shown, rest) = excerpt(&self.0);
        write!(f, "{shown:?}{rest}")
    }
}

/// As much of a text as is shown, and what stands for the rest.
fn excerpt(text: &str) -> (&str, &'static str) {
    const SHOWN: usize = 300;

    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => (&text[..end], "…"),
        None => (text, ""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_printable_is_escaped() {
        for (text, display, debug) in [
            (
                "Rødgrød 🍓 \"på\" C:\\",
                "Rødgrød 🍓 \"på\" C:\\",
                r#""Rødgrød 🍓 \"på\" C:\\""#,
            ),
            ("a\r\n\tb\0", r"a\r\n\tb\0", r#""a\r\n\tb\0""#),
            (
                "\u{1b}[31mred\u{7}\u{7f}\u{9b}2J",
                r"\u{1b}[31mred\u{7}\u{7f}\u{9b}2J",
                r#""\u{1b}[31mred\u{7}\u{7f}\u{9b}2J""#,
            ),
            (
                "\u{202e}txt\u{2066}\u{200f}",
                r"\u{202e}txt\u{2066}\u{200f}",
                r#""\u{202e}txt\u{2066}\u{200f}""#,
            ),
            (
                "\u{feff}\u{200b}\u{2028}\u{85}",
                r"\u{feff}\u{200b}\u{2028}\u{85}",
                r#""\u{feff}\u{200b}\u{2028}\u{85}""#,
            ),
            ("", "", r#""""#),
        ] {
            let text = ServerText::new(text);
            assert_eq!(text.to_string(), display);
            assert_eq!(format!("{text:?}"), debug);
        }
    }

    #[test]
    fn a_long_text_is_cut_and_says_so() {
        let fits = ServerText::new("å".repeat(300));
        assert_eq!(fits.to_string(), "å".repeat(300));
        let long = ServerText::new("å".repeat(301));
        assert_eq!(long.to_string(), "å".repeat(300) + "…");
        assert_eq!(format!("{long:?}"), format!("\"{}\"…", "å".repeat(300)));
        assert_eq!(long.as_str(), "å".repeat(301));
    }
}
