//! The words that names and places are put together from. None names a real company or town.

use super::dice::Dice;

const GIVEN_NAMES: [&str; 16] = [
    "Aksel", "Astrid", "Bo", "Dagny", "Ejnar", "Freja", "Gorm", "Helle", "Ida", "Jens", "Karla",
    "Liv", "Mads", "Nanna", "Otto", "Rigmor",
];

const FAMILY_NAMES: [&str; 12] = [
    "Birkekvist",
    "Fyrreholt",
    "Granitsen",
    "Havtorn",
    "Hybenbusk",
    "Klintemark",
    "Kobberup-Lind",
    "Lyngtue",
    "Mosekær",
    "Solsort",
    "Strandskade",
    "Tangkær",
];

const COMPANY_NAMES: [&str; 12] = [
    "Birkekvist",
    "Fyrtårnet",
    "Granit",
    "Havtorn",
    "Hyben",
    "Klinten",
    "Kobberhuset",
    "Lyngtuen",
    "Mågen",
    "Ravnen",
    "Solsorten",
    "Tangen",
];

const TRADES: [&str; 12] = [
    "Auto",
    "Bageri",
    "Bogtryk",
    "Cykler",
    "El",
    "Optik",
    "Rejser",
    "Revision",
    "Tandpleje",
    "Tømrer",
    "VVS",
    "Vinimport",
];

const FORMS: [&str; 4] = ["A/S", "ApS", "I/S", "P/S"];

const STREETS: [&str; 10] = [
    "Birkestien",
    "Fyrvej",
    "Gammel Rebslagergang",
    "Havnegade",
    "Kirkebakken",
    "Lyngvej",
    "Møllestræde",
    "Nørretorv",
    "Skibsbyggervej",
    "Teglværksvej",
];

/// Towns that do not exist, under postal codes that no town has.
const TOWNS: [(&str, &str); 6] = [
    ("0011", "Lyngborg"),
    ("0012", "Fjordkøbing"),
    ("0013", "Sandkær"),
    ("0014", "Østre Klit"),
    ("0015", "Mågested"),
    ("0016", "Granitbjerg"),
];

/// What a phone is used for that belongs to nobody.
const USES: [&str; 8] = [
    "Alarm i kælderen",
    "Butikken",
    "Kassen",
    "Lagerets håndterminal",
    "Omstillingen",
    "Vagttelefon",
    "Varevogn 1",
    "Varevogn 2",
];

const DEVICES: [&str; 4] = [
    "Sandkasse Model 1",
    "Sandkasse Model 2",
    "Sandkasse Fold",
    "Sandkasse Mini",
];

pub(super) fn person(dice: &mut Dice) -> String {
    format!("{} {}", dice.pick(&GIVEN_NAMES), dice.pick(&FAMILY_NAMES))
}

pub(super) fn company(dice: &mut Dice) -> String {
    let (name, trade) = (dice.pick(&COMPANY_NAMES), dice.pick(&TRADES));
    format!("{name} {trade} {}", dice.pick(&FORMS))
}

/// The name of a reseller, which no other has.
pub(super) fn reseller(dice: &mut Dice, number: usize) -> String {
    format!(
        "{} Telefoni {number} {}",
        dice.pick(&COMPANY_NAMES),
        dice.pick(&FORMS)
    )
}

pub(super) fn family(dice: &mut Dice) -> String {
    format!("Familien {}", dice.pick(&FAMILY_NAMES))
}

pub(super) fn street(dice: &mut Dice) -> String {
    format!("{} {}", dice.pick(&STREETS), dice.between(1..=199))
}

/// A postal code and its town.
pub(super) fn town(dice: &mut Dice) -> (&'static str, &'static str) {
    *dice.pick(&TOWNS)
}

pub(super) fn usage(dice: &mut Dice) -> String {
    (*dice.pick(&USES)).to_owned()
}

pub(super) fn device(dice: &mut Dice) -> String {
    (*dice.pick(&DEVICES)).to_owned()
}

/// The domain of a company or a person's part of an address in it: `Mågen VVS I/S` is `maagen-vvs-i-s`.
pub(super) fn slug(name: &str) -> String {
    let mut slug = String::with_capacity(name.len());
    for letter in name.to_lowercase().chars() {
        match letter {
            'æ' => slug.push_str("ae"),
            'ø' => slug.push_str("oe"),
            'å' => slug.push_str("aa"),
            _ if letter.is_ascii_alphanumeric() => slug.push(letter),
            _ if slug.ends_with('-') => {}
            _ => slug.push('-'),
        }
    }
    slug.trim_matches('-').to_owned()
}

/// A company's domain, in the top-level domain that is reserved for examples.
pub(super) fn domain(name: &str) -> String {
    format!("{}.example", slug(name))
}

/// A person's address in a company.
pub(super) fn email(person: &str, company: &str) -> String {
    format!("{}@{}", slug(person).replace('-', "."), domain(company))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_ascii_and_reserved() {
        assert_eq!(domain("Mågen & Søn VVS I/S"), "maagen-soen-vvs-i-s.example");
        assert_eq!(
            email("Bo Mosekær", "Ravnen A/S"),
            "bo.mosekaer@ravnen-a-s.example"
        );
    }
}
