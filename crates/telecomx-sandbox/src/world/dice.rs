//! Where everything random or unique in a world comes from.

use telecomx_model::{Id, PhoneNumber, Timestamp};

const MILLISECONDS_PER_DAY: i64 = 24 * 60 * 60 * 1000;

/// How many numbers there are: the 8 digits of a Danish number, the first of which is 1.
const NUMBERS: u64 = 10_000_000;

/// The source of one world. The same seed gives the same sequence of everything.
#[derive(Debug)]
pub(super) struct Dice {
    rng: fastrand::Rng,
    /// Tells the ids of one world from those of another.
    mark: u32,
    ids: u32,
    numbers: u64,
}

impl Dice {
    /// The source of the world of this seed.
    pub(super) fn new(seed: u64) -> Self {
        let mut rng = fastrand::Rng::with_seed(seed);
        Self {
            mark: rng.u32(..),
            ids: 0,
            numbers: rng.u64(..NUMBERS),
            rng,
        }
    }

    /// An id that nothing else in this world has.
    pub(super) fn id(&mut self) -> Id {
        self.ids += 1;
        let text = format!("5a4db0c5{:08x}{:08x}", self.mark, self.ids);
        text.parse()
            .unwrap_or_else(|malformed| unreachable!("{text}: {malformed}"))
    }

    /// A number that nothing else in this world has, without its country code.
    ///
    /// No Danish subscriber's number begins with 1, where the short codes are: none of these can ring.
    pub(super) fn local_number(&mut self) -> String {
        // The step and the count of numbers have no common divisor, so that every number comes once
        // before any comes again.
        self.numbers = (self.numbers + 7_654_321) % NUMBERS;
        let number = format!("1{:07}", self.numbers);
        // The number that the documents show is kept for the account that their samples ask for.
        match PhoneNumber::EXAMPLE.to_string().ends_with(&number) {
            true => self.local_number(),
            false => number,
        }
    }

    /// A number that nothing else in this world has.
    pub(super) fn number(&mut self) -> PhoneNumber {
        let text = format!("+45{}", self.local_number());
        text.parse()
            .unwrap_or_else(|malformed| unreachable!("{text}: {malformed}"))
    }

    /// Decimal digits.
    pub(super) fn digits(&mut self, count: usize) -> String {
        (0..count).map(|_| self.rng.digit(10)).collect()
    }

    /// Hexadecimal digits.
    pub(super) fn hex(&mut self, count: usize) -> String {
        (0..count).map(|_| self.rng.digit(16)).collect()
    }

    /// A UUID of version 4.
    pub(super) fn uuid(&mut self) -> String {
        let (a, b, c, d) = (self.hex(8), self.hex(4), self.hex(3), self.hex(3));
        format!("{a}-{b}-4{c}-8{d}-{}", self.hex(12))
    }

    /// A whole number in a range.
    pub(super) fn between(&mut self, range: std::ops::RangeInclusive<u32>) -> u32 {
        self.rng.u32(range)
    }

    /// Whether something that happens this often, in percent, happens now.
    pub(super) fn chance(&mut self, percent: u32) -> bool {
        self.rng.u32(..100) < percent
    }

    /// The place of one of so many.
    pub(super) fn index(&mut self, count: usize) -> usize {
        self.rng.usize(..count)
    }

    /// One of several.
    pub(super) fn pick<'v, T>(&mut self, values: &'v [T]) -> &'v T {
        &values[self.index(values.len())]
    }

    /// Midnight of a day so many days after the day on which the world is seen, 2026-06-01.
    pub(super) fn day(&mut self, days: std::ops::RangeInclusive<i64>) -> Timestamp {
        let seen = Timestamp::from_static("2026-06-01T00:00:00.000Z");
        let days = self.rng.i64(days);
        Timestamp::from_milliseconds(seen.as_milliseconds() + days * MILLISECONDS_PER_DAY)
            .unwrap_or(seen)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn a_seed_gives_one_sequence() {
        let roll = |seed| {
            let mut dice = Dice::new(seed);
            (dice.id(), dice.number(), dice.uuid(), dice.day(-9..=9))
        };
        assert_eq!(roll(1), roll(1));
        assert_ne!(roll(1), roll(2));
    }

    #[test]
    fn ids_and_numbers_are_unique() {
        let mut dice = Dice::new(7);
        let ids: HashSet<_> = (0..10_000).map(|_| dice.id()).collect();
        let numbers: HashSet<_> = (0..10_000).map(|_| dice.number()).collect();
        assert_eq!((ids.len(), numbers.len()), (10_000, 10_000));
        assert!(numbers.iter().all(|number| {
            let text = number.to_string();
            text.starts_with("+451") && text.len() == "+4512345678".len()
        }));
    }

    #[test]
    fn the_number_of_the_documents_is_kept() {
        let mut dice = Dice::new(7);
        dice.numbers = (12_345_678 - 7_654_321) % NUMBERS;
        assert_ne!(dice.number(), PhoneNumber::EXAMPLE);
    }
}
