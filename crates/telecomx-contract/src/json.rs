//! Reading JSON that came over the wire, whoever sent it.

use serde::de::DeserializeOwned;

use crate::whole_numbers::with_whole_numbers;

/// A body that is not the JSON that was expected.
///
/// It tells what was found by its kind alone: values may be personal, or credentials at the wrong place.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the JSON is malformed at `{path}`: {problem}")]
pub struct JsonError {
    /// The JSON path of the first property that does not fit, such as `finance.creditMax`; `.` for the whole
    /// body.
    pub path: String,
    /// What was expected there, and what was found.
    pub problem: String,
}

/// Reads a JSON body: of a request, of an answer, or of an error.
///
/// A whole number may be written as a fraction, as JSON Schema has it.
///
/// Byte-order marks before it are read past, as [RFC 8259] allows, since some programs write them.
///
/// # Errors
///
/// A body that is not JSON, or that is not a `T`.
///
/// [RFC 8259]: https://www.rfc-editor.org/rfc/rfc8259#section-8.1
pub fn read_json<T: DeserializeOwned>(body: &[u8]) -> Result<T, JsonError> {
    let json = without_marks(body);
    // Following the path slows reading down, and so does rewriting: both are done only once something is wrong.
    serde_json::from_slice(json).or_else(|error| match with_whole_numbers(json) {
        Some(json) => serde_json::from_slice(&json).map_err(|error| misfit::<T>(&json, &error)),
        None => Err(misfit::<T>(json, &error)),
    })
}

fn without_marks(mut body: &[u8]) -> &[u8] {
    while let Some(rest) = body.trim_ascii_start().strip_prefix(b"\xef\xbb\xbf") {
        body = rest;
    }
    body
}

/// Where and how a body differs from what was expected.
fn misfit<T: DeserializeOwned>(json: &[u8], error: &serde_json::Error) -> JsonError {
    let whole = |problem: String| JsonError {
        path: ".".to_owned(),
        problem,
    };
    if let Some(format) = other_format(json) {
        return whole(format.to_owned());
    }
    let mut deserializer = serde_json::Deserializer::from_slice(json);
    match serde_path_to_error::deserialize::<_, T>(&mut deserializer) {
        Err(error) => JsonError {
            path: error.path().to_string(),
            problem: problem(json, &error.inner().to_string()),
        },
        // A whole value was read, so the error is in what comes after it.
        Ok(_) => whole(error.to_string()),
    }
}

/// What a body is instead of JSON, where its first bytes tell.
fn other_format(body: &[u8]) -> Option<&'static str> {
    match body.trim_ascii_start() {
        [] => Some("the body is empty"),
        [0x1f, 0x8b, ..] => Some("the body is compressed with gzip"),
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [0, ..] | [_, 0, ..] => {
            Some("the body is UTF-16 or UTF-32, and JSON is UTF-8")
        }
        [b'<', ..] => Some("the body is HTML or XML"),
        _ => None,
    }
}

/// A message of serde without the value that it quotes: of ``invalid type: integer `7`, expected a string`` the
/// kind remains.
fn problem(json: &[u8], message: &str) -> String {
    if message.starts_with("invalid unicode") && std::str::from_utf8(json).is_err() {
        return format!("the text is not UTF-8: {message}");
    }
    match message.rsplit_once(", expected ") {
        Some((found, expected)) => {
            let kind = found.split(['`', '"']).next().unwrap_or_default();
            format!("{}, expected {expected}", kind.trim_end())
        }
        None => message.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    type Lists = BTreeMap<String, Vec<String>>;

    fn error(body: &[u8]) -> (String, String) {
        let JsonError { path, problem } = read_json::<Lists>(body).unwrap_err();
        (path, problem)
    }

    #[test]
    fn marks_and_white_space_around_json_are_read_past() {
        for body in [
            "{\"a\":[\"b\"]}",
            " \t\r\n{\"a\":[\"b\"]}\r\n",
            "\u{feff}{\"a\":[\"b\"]}",
            "\u{feff}\u{feff}{\"a\":[\"b\"]}",
            "\r\n\u{feff} {\"a\":[\"b\"]}\n",
        ] {
            let lists: Lists = read_json(body.as_bytes()).unwrap();
            assert_eq!(lists["a"], ["b"], "{body:?}");
        }
    }

    #[test]
    fn a_mark_within_a_text_is_kept() {
        let lists: Lists = read_json("{\"a\":[\"\u{feff}b\"]}".as_bytes()).unwrap();
        assert_eq!(lists["a"], ["\u{feff}b"]);
    }

    #[test]
    fn what_is_not_json_is_named() {
        let utf_16 = |mark: &[u8], to_bytes: fn(u16) -> [u8; 2]| {
            [
                mark,
                &"{\"a\":[]}"
                    .encode_utf16()
                    .flat_map(to_bytes)
                    .collect::<Vec<_>>(),
            ]
            .concat()
        };
        let unicode = "the body is UTF-16 or UTF-32, and JSON is UTF-8";
        for (body, problem) in [
            (b"".to_vec(), "the body is empty"),
            (b" \r\n".to_vec(), "the body is empty"),
            (b"\xef\xbb\xbf".to_vec(), "the body is empty"),
            (utf_16(b"\xff\xfe", u16::to_le_bytes), unicode),
            (utf_16(b"\xfe\xff", u16::to_be_bytes), unicode),
            (utf_16(b"", u16::to_le_bytes), unicode),
            (utf_16(b"", u16::to_be_bytes), unicode),
            (b"\0\0\xfe\xff\0\0\0{\0\0\0}".to_vec(), unicode),
            (
                b"\x1f\x8b\x08\0canary".to_vec(),
                "the body is compressed with gzip",
            ),
            (
                b"\n<!doctype html>canary".to_vec(),
                "the body is HTML or XML",
            ),
            (b"\xef\xbb\xbf<canary/>".to_vec(), "the body is HTML or XML"),
            (b"canary".to_vec(), "expected value at line 1 column 1"),
            (
                b"{\"a\":[]} canary".to_vec(),
                "trailing characters at line 1 column 10",
            ),
        ] {
            assert_eq!(
                error(&body),
                (".".to_owned(), problem.to_owned()),
                "{body:?}"
            );
        }
    }

    #[test]
    fn what_does_not_fit_is_named_by_its_place_and_not_quoted() {
        for (body, place, problem) in [
            (
                "{\"a\":[\"b\",86753]}".as_bytes(),
                "a[1]",
                "invalid type: integer, expected a string at line 1 column 15",
            ),
            (
                b"{\"a\":\"86753, expected `86753` \\\" 86753\"}",
                "a",
                "invalid type: string, expected a sequence at line 1 column 39",
            ),
            (
                b"{\"a\":null}",
                "a",
                "invalid type: null, expected a sequence at line 1 column 9",
            ),
            (
                b"{\"a\":[\"\xe5\"]}",
                "a[0]",
                "the text is not UTF-8: invalid unicode code point at line 1 column 8",
            ),
        ] {
            assert_eq!(error(body), (place.to_owned(), problem.to_owned()));
        }
    }
}
