//! Finding a credential in what a server wrote, however it is spelt there.

use telecomx_contract::Secret;

/// Puts the placeholder in place of a credential, also of one that is cut off where the text is.
pub(crate) fn hide(text: &mut String, credential: &Secret) {
    let letters: Vec<_> = credential.expose().chars().map(spellings).collect();
    let mut hidden = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(letter) = rest.chars().next() {
        if let Some(after) = without(rest, &letters) {
            hidden.push_str(Secret::PLACEHOLDER);
            rest = after;
        } else {
            hidden.push(letter);
            rest = &rest[letter.len_utf8()..];
        }
    }
    *text = hidden;
}

/// What follows a credential, if the text begins with it. Nothing follows one that is cut off.
fn without<'t>(text: &'t str, credential: &[Vec<String>]) -> Option<&'t str> {
    /// A beginning so short may as well be any other text, and gives nothing away.
    const HARMLESS: usize = 3;

    let mut rest = text;
    for (index, spellings) in credential.iter().enumerate() {
        if let Some(after) = spellings.iter().find_map(|spelling| strip(rest, spelling)) {
            rest = after;
            continue;
        }
        let is_cut_off = spellings
            .iter()
            .any(|spelling| strip(spelling, rest).is_some());
        return (is_cut_off && index > HARMLESS).then_some("");
    }
    (!credential.is_empty()).then_some(rest)
}

/// The ways to write a letter: in a URI, in JSON, in HTML, and as it is. What others begin with comes after them.
fn spellings(letter: char) -> Vec<String> {
    let code = u32::from(letter);
    let (mut bytes, mut units) = ([0; 4], [0; 2]);
    let bytes = letter.encode_utf8(&mut bytes).bytes();
    let units = letter.encode_utf16(&mut units).iter();
    let named: &[&str] = match letter {
        ' ' => &["+"],
        '"' => &[r#"\""#, "&quot;"],
        '\'' => &["&apos;"],
        '\\' => &[r"\\"],
        '/' => &[r"\/"],
        '&' => &["&amp;"],
        '<' => &["&lt;"],
        '>' => &["&gt;"],
        _ => &[],
    };
    let mut spellings = vec![
        bytes.map(|byte| format!("%{byte:02x}")).collect(),
        units.map(|unit| format!(r"\u{unit:04x}")).collect(),
        format!("&#{code};"),
        format!("&#x{code:x};"),
    ];
    spellings.extend(named.iter().map(|&name| name.to_owned()));
    spellings.push(letter.into());
    spellings
}

/// What follows a beginning. The letters of an escape may be upper or lower case.
fn strip<'t>(text: &'t str, beginning: &str) -> Option<&'t str> {
    let begun = text.get(..beginning.len())?;
    let is_escape = beginning.len() > 1 && beginning.starts_with(['%', '\\', '&']);
    let is_same = begun == beginning || (is_escape && begun.eq_ignore_ascii_case(beginning));
    is_same.then(|| &text[beginning.len()..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_spelling_is_found() {
        for (credential, echoes) in [
            (
                "a/b+c=d",
                &[
                    "a/b+c=d",
                    "a%2Fb%2Bc%3Dd",
                    "a%2fb%2bc=d",
                    r"a\/b+c=d",
                    r"a/b\u002Bc\u003dd",
                    "a&#47;b&#x2B;c&#61;d",
                    "%61%2f%62%2b%63%3d%64",
                ][..],
            ),
            (
                "a\"b'c<d",
                &[r#"a\"b'c<d"#, "a&quot;b&#39;c&lt;d", "a%22b'c%3Cd"],
            ),
            (r"a b&c\d", &[r"a+b&amp;c\d", r"a%20b%26c\\d", "a b&c%5cd"]),
            (
                "aå🍓b",
                &["aå🍓b", "a%C3%A5%F0%9F%8D%93b", r"a\u00e5\uD83C\udf53b"],
            ),
        ] {
            for echo in echoes {
                let mut text = format!("token={echo}&x, {echo}");
                hide(&mut text, &Secret::new(credential));
                let expected = format!("token={0}&x, {0}", Secret::PLACEHOLDER);
                assert_eq!(text, expected, "{echo}");
            }
        }
    }

    #[test]
    fn one_that_is_cut_off_is_found() {
        for (text, is_found) in [
            ("token=secr", true),
            ("token=secret%2", true),
            (r"token=secret\u00", true),
            ("token=sec", false),
            ("token=secr, and more", false),
        ] {
            let mut shown = text.to_owned();
            hide(&mut shown, &Secret::new("secret/x"));
            let hidden = format!("token={}", Secret::PLACEHOLDER);
            assert_eq!(shown, if is_found { &hidden } else { text });
        }
    }

    #[test]
    fn what_is_not_the_credential_stays() {
        for text in ["", "SECRET", "s e c r e t", "å", "%", "%7", r"\u", "&#"] {
            for credential in ["secret", ""] {
                let mut shown = text.to_owned();
                hide(&mut shown, &Secret::new(credential));
                assert_eq!(shown, text);
            }
        }
    }
}
