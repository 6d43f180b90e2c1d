//! Whole numbers that are written as fractions: to JSON Schema `1.0` and `1e3` are whole numbers, to serde they are not.

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

/// The whole number that a number with a fraction or an exponent is.
fn whole(number: &[u8]) -> Option<i64> {
    let is_number = serde_json::from_slice::<f64>(number).is_ok();
    let number = std::str::from_utf8(number).ok()?;
    if !is_number || !number.contains(['.', 'e', 'E']) {
        return None;
    }
    let (mantissa, exponent) = number.split_once(['e', 'E']).unwrap_or((number, "0"));
    let (integer, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let fraction = fraction.trim_end_matches('0');
    let digits: i128 = format!("{integer}{fraction}").parse().ok()?;
    let places = i32::try_from(fraction.len()).ok()?;
    let shift = exponent.parse::<i32>().ok()?.checked_sub(places)?;
    let power = 10_i128.checked_pow(shift.unsigned_abs())?;
    let whole = match shift {
        ..0 if digits % power != 0 => return None,
        ..0 => digits / power,
        0.. => digits.checked_mul(power)?,
    };
    i64::try_from(whole).ok()
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
            ("9223372036854775807.0", i64::MAX),
            ("-9.223372036854775808e18", i64::MIN),
        ] {
            assert_eq!(read_json::<i64>(json.as_bytes()), Ok(expected), "{json}");
        }
        for json in [
            "1.5",
            "1e-1",
            "1e400",
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
            written(r#"{"1.0":"a \" 2.0,","b":[3.0,4.5,"\\"],"c":5e0}"#),
            Some(r#"{"1.0":"a \" 2.0,","b":[3,4.5,"\\"],"c":5}"#.to_owned())
        );
        assert_eq!(written("[1, \"2.0"), None);
    }

    #[test]
    fn a_fraction_stays_where_it_can() {
        let json = br#"{"a":1.0}"#;
        assert_eq!(read_json::<Value>(json), Ok(json!({ "a": 1.0 })));
    }
}
