//! Points in time.

use std::{fmt, ops::RangeInclusive, str::FromStr};

use jiff::{
    SignedDuration,
    civil::{Date, DateTime},
    fmt::temporal::DateTimePrinter,
};

use crate::Malformed;

/// A point in time, to the millisecond.
///
/// Any RFC 3339 form is read; it is written in UTC with milliseconds, `2026-01-31T12:34:56.789Z`. A leap second is
/// read as the second before it, and a time whose offset leads out of the years 0 to 9999 as the nearest within.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Timestamp(i64);

const PRINTER: DateTimePrinter = DateTimePrinter::new().precision(Some(3));
const EPOCH: DateTime = DateTime::constant(1970, 1, 1, 0, 0, 0, 0);
const MINUTE: i64 = 60_000;
const DAY: i64 = 24 * 60 * MINUTE;

/// 0000-01-01T00:00:00.000Z to 9999-12-31T23:59:59.999Z, the times that RFC 3339 can write in UTC.
const YEARS_OF_FOUR_DIGITS: RangeInclusive<i64> = -62_167_219_200_000..=253_402_300_799_999;

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
        self.0
    }

    /// The time this many milliseconds after 1970-01-01T00:00:00Z, or `None` outside the years 0 to 9999.
    pub fn from_milliseconds(milliseconds: i64) -> Option<Self> {
        YEARS_OF_FOUR_DIGITS
            .contains(&milliseconds)
            .then_some(Self(milliseconds))
    }
}

/// Whether a text has a frame, in which `d` stands for a digit.
fn fits(text: &str, frame: &str) -> bool {
    text.len() == frame.len()
        && text
            .bytes()
            .zip(frame.bytes())
            .all(|(byte, expected)| match expected {
                b'd' => byte.is_ascii_digit(),
                _ => byte.eq_ignore_ascii_case(&expected),
            })
}

/// The number that a part of a text is, if it is not larger than `most`.
fn number(text: &str, most: i64) -> Option<i64> {
    text.parse().ok().filter(|number| *number <= most)
}

/// The minutes of an offset: `Z` or `±hh:mm`.
fn offset(text: &str) -> Option<i64> {
    if fits(text, "Z") {
        return Some(0);
    }
    let minutes = || Some(number(&text[1..3], 23)? * 60 + number(&text[4..6], 59)?);
    match text {
        _ if fits(text, "+dd:dd") => minutes(),
        _ if fits(text, "-dd:dd") => minutes().map(|minutes| -minutes),
        _ => None,
    }
}

/// Reads a time in RFC 3339 format: `YYYY-MM-DDThh:mm:ss`, perhaps a fraction, and an offset. Other forms of ISO 8601
/// (weeks, zone names) are refused, since a client in another language may not read them.
fn parse(text: &str) -> Option<i64> {
    const FRAME: &str = "dddd-dd-ddTdd:dd:dd";
    let (time, rest) = text.split_at_checked(FRAME.len())?;
    if !fits(time, FRAME) {
        return None;
    }
    let (fraction, rest) = match rest.strip_prefix('.') {
        Some(rest) => rest.split_at(rest.find(|digit: char| !digit.is_ascii_digit())?),
        None => ("0", rest),
    };
    if fraction.is_empty() {
        return None;
    }
    let date = Date::new(
        time[0..4].parse().ok()?,
        time[5..7].parse().ok()?,
        time[8..10].parse().ok()?,
    );
    let days = date.ok()?.at(0, 0, 0, 0).duration_since(EPOCH).as_hours() / 24;
    let minutes = number(&time[11..13], 23)? * 60 + number(&time[14..16], 59)?;
    let seconds = number(&time[17..19], 60)?;
    let digits = fraction.bytes().chain(*b"000").take(3);
    let milliseconds = digits.fold(0, |sum, digit| sum * 10 + i64::from(digit - b'0'));
    let utc =
        days * DAY + (minutes - offset(rest)?) * MINUTE + seconds.min(59) * 1_000 + milliseconds;
    // A leap second is the last one of a day of UTC.
    let may_leap = utc.rem_euclid(DAY) / MINUTE == 23 * 60 + 59;
    (seconds < 60 || may_leap)
        .then(|| utc.clamp(*YEARS_OF_FOUR_DIGITS.start(), *YEARS_OF_FOUR_DIGITS.end()))
}

impl FromStr for Timestamp {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Self, Malformed> {
        parse(text).map(Self).ok_or(Malformed {
            expected: "a time in RFC 3339 format, such as 2026-01-31T12:34:56.789Z",
        })
    }
}

impl crate::Scalar for Timestamp {}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let time = EPOCH
            .checked_add(SignedDuration::from_millis(self.0))
            .map_err(|_| fmt::Error)?;
        PRINTER
            .print_datetime(&time, jiff::fmt::StdFmtWrite(&mut *f))
            .map_err(|_| fmt::Error)?;
        f.write_str("Z")
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
