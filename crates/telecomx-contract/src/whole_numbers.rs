//! Whole numbers that serde takes for fractions: to JSON Schema `1.0`, `1e3` and `-0` are whole numbers.

/// The same JSON with its whole numbers written as such, or nothing if they are.
pub(crate) fn with_whole_numbers(json: &[u8]) -> Option<Vec<u8>> {
    let mut written = Vec::new();
    // As far as `json` is written already.
    let mut done = 0;
    let mut at = 0;
    while let Some(byte) = json.get(at) {
        let rest = json.get(at..).unwrap_or_default();
        let length = match byte {
            b'"' => string_length(rest),
            b'-' | b'0'..=b'9' => {
                let is_part =
                    |byte: &u8| matches!(byte, b'0'..=b'9' | b'.' | b'e' | b'E' | b'+' | b'-');
                let length = rest.iter().take_while(|byte| is_part(byte)).count();
                if let Some(whole) = rest.get(..length).and_then(whole) {
                    written.extend_from_slice(json.get(done..at).unwrap_or_default());
                    written.extend_from_slice(whole.to_string().as_bytes());
                    done = at + length;
                }
                length
            }
            _ => 1,
        };
        at += length;
    }
    if done == 0 {
        return None;
    }
    written.extend_from_slice(json.get(done..).unwrap_or_default());
    Some(written)
}

/// The length of the string that stands first.
fn string_length(json: &[u8]) -> usize {
    let mut escaped = true;
    let end = json.iter().position(|byte| {
        let is_end = *byte == b'"' && !escaped;
        escaped = *byte == b'\\' && !escaped;
        is_end
    });
    end.map_or(json.len(), |end| end + 1)
}

/// The whole number that a number is, if serde takes it for a fraction: one with a fraction or an exponent, or `-0`.
fn whole(number: &[u8]) -> Option<i64> {
    let is_number = serde_json::from_slice::<f64>(number).is_ok();
    let number = std::str::from_utf8(number).ok()?;
    if !is_number || !(number.contains(['.', 'e', 'E']) || number == "-0") {
        return None;
    }
    let (sign, number) = match number.strip_prefix('-') {
        Some(number) => ("-", number),
        None => ("", number),
    };
    let (mantissa, exponent) = number.split_once(['e', 'E']).unwrap_or((number, "0"));
    let (integer, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = format!("{integer}{fraction}");
    let significant = digits.trim_end_matches('0');
    if significant.is_empty() {
        return Some(0);
    }
    // How many zeros follow the significant digits.
    let trailing = i64::try_from(digits.len() - significant.len()).ok()?;
    let places = i64::try_from(fraction.len()).ok()?;
    let exponent: i64 = exponent.parse().ok()?;
    let zeros = exponent.checked_add(trailing)?.checked_sub(places)?;
    // No number of 64 bits has more.
    let zeros = usize::try_from(zeros).ok().filter(|zeros| *zeros < 20)?;
    format!("{sign}{significant}{}", "0".repeat(zeros))
        .parse()
        .ok()
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::read_json;

    #[test]
    fn whole_numbers_are_read_in_every_spelling() {
        for (json, expected) in [
            ("1.0", 1),
            ("-1.00", -1),
            ("1e3", 1_000),
            ("12.5E1", 125),
            ("1200e-2", 12),
            ("-0.0", 0),
            ("-0", 0),
            ("0e-9", 0),
            ("0.0e99", 0),
            ("1e00", 1),
            ("1E+2", 100),
            ("10.000000000000000000000000000000000000000000000", 10),
            ("1000000000000000000000000000000000000000000e-41", 10),
            ("0.00000000000000000000000000000000000000000005e44", 5),
            ("9223372036854775807.0", i64::MAX),
            ("-9.223372036854775808e18", i64::MIN),
        ] {
            assert_eq!(read_json::<i64>(json.as_bytes()), Ok(expected), "{json}");
        }
        for json in [
            "1.5",
            "1e-1",
            "1e400",
            "1.5e-9223372036854775808",
            "1e20",
            "9223372036854775808.0",
            "1.",
            "01.0",
        ] {
            assert!(read_json::<i64>(json.as_bytes()).is_err(), "{json}");
        }
    }

    #[test]
    fn only_numbers_are_rewritten() {
        let written = |json: &str| {
            with_whole_numbers(json.as_bytes()).map(|json| String::from_utf8(json).unwrap())
        };
        assert_eq!(
            written(r#"{"1.0":"a \" -0,","b":[3.0,4.5,"\\",-0],"c":5e0}"#),
            Some(r#"{"1.0":"a \" -0,","b":[3,4.5,"\\",0],"c":5}"#.to_owned())
        );
        assert_eq!(written("[1, \"2.0"), None);
    }

    #[test]
    fn a_fraction_stays_where_it_can() {
        let json = br#"{"a":1.0}"#;
        assert_eq!(read_json::<Value>(json), Ok(json!({ "a": 1.0 })));
    }
}
