//! Points in time.

use std::{fmt, str::FromStr};

use jiff::fmt::temporal::{DateTimeParser, DateTimePrinter};

use crate::Malformed;

/// A point in time, to the millisecond.
///
/// Any RFC 3339 form is read; it is written in UTC with milliseconds, `2026-01-31T12:34:56.789Z`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Timestamp(jiff::Timestamp);

const PARSER: DateTimeParser = DateTimeParser::new();
const PRINTER: DateTimePrinter = DateTimePrinter::new().precision(Some(3));

impl Timestamp {
    /// A time that is known when the program is written.
    ///
    /// # Panics
    ///
    /// If the text is not a time in RFC 3339 format.
    pub fn from_static(text: &'static str) -> Self {
        match text.parse() {
            Ok(timestamp) => timestamp,
            Err(malformed) => panic!("{text:?}: {malformed}"),
        }
    }

    /// Milliseconds since 1970-01-01T00:00:00Z.
    pub fn as_milliseconds(self) -> i64 {
        self.0.as_millisecond()
    }

    /// The time this many milliseconds after 1970-01-01T00:00:00Z, or `None` outside the years 0 to 9999.
    pub fn from_milliseconds(milliseconds: i64) -> Option<Self> {
        // 0000-01-01T00:00:00Z and the end of 9999, the years that RFC 3339 can write.
        let years_of_four_digits = -62_167_219_200_000..=253_402_207_200_999;
        years_of_four_digits
            .contains(&milliseconds)
            .then(|| {
                jiff::Timestamp::from_millisecond(milliseconds)
                    .ok()
                    .map(Self)
            })
            .flatten()
    }
}

/// Whether a text has the frame of RFC 3339: `YYYY-MM-DDThh:mm:ss`, perhaps a fraction, and `Z` or an
/// offset of `±hh:mm`. The parser reads more than that (weeks, zone names, leap seconds), a client in
/// another language may not.
fn is_rfc_3339(text: &str) -> bool {
    let frame = "dddd-dd-ddTdd:dd:dd";
    let fits = |text: &str, frame: &str| {
        text.len() == frame.len()
            && text
                .bytes()
                .zip(frame.bytes())
                .all(|(byte, expected)| match expected {
                    b'd' => byte.is_ascii_digit(),
                    _ => byte.eq_ignore_ascii_case(&expected),
                })
    };
    let Some((date_time, rest)) = text.split_at_checked(frame.len()) else {
        return false;
    };
    let offset = match rest.strip_prefix('.') {
        Some(fraction) => {
            let offset = fraction.trim_start_matches(|digit: char| digit.is_ascii_digit());
            match fraction.len() - offset.len() {
                1..=9 => offset,
                _ => return false,
            }
        }
        None => rest,
    };
    fits(date_time, frame)
        && (fits(offset, "Z") || fits(offset, "+dd:dd") || fits(offset, "-dd:dd"))
}

impl FromStr for Timestamp {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Self, Malformed> {
        let malformed = Malformed {
            expected: "a time in RFC 3339 format, such as 2026-01-31T12:34:56.789Z",
        };
        if !is_rfc_3339(text) {
            return Err(malformed);
        }
        let read = PARSER.parse_timestamp(text).map_err(|_| malformed)?;
        Self::from_milliseconds(read.as_millisecond()).ok_or(malformed)
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        PRINTER
            .print_timestamp(&self.0, jiff::fmt::StdFmtWrite(f))
            .map_err(|_| fmt::Error)
    }
}

impl fmt::Debug for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Timestamp({self})")
    }
}

crate::scalar!(Timestamp, {
    "type": "string",
    "format": "date-time",
    "examples": ["2026-01-31T12:34:56.789Z"],
});
