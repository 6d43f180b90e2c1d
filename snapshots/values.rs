//! Ids, phone numbers, timestamps: any value round-trips, any garbage is refused with an error.

use proptest::prelude::*;
use schemars::JsonSchema;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::json;
use telecomx_api::{customer::get::GetCustomer, mvno::account::get::GetMvnoAccount};
use telecomx_contract::{Check, Endpoint, Redact, UrlValue};
use telecomx_model::{CustomData, Id, MvnoAccountKey, PhoneNumber, Timestamp};

/// Through text, JSON and URL.
fn round_trip<T>(text: &str) -> String
where
    T: std::str::FromStr + ToString + UrlValue + Serialize + DeserializeOwned,
    T::Err: std::fmt::Debug,
{
    let value: T = text.parse().unwrap();
    let json = serde_json::to_string(&value).unwrap();
    let from_json: T = serde_json::from_str(&json).unwrap();
    let from_url = T::from_text(&from_json.to_text()).unwrap();
    from_url.to_string()
}

/// A text of another form is refused where a caller makes it or sends it.
fn refused<T: std::str::FromStr + UrlValue>(text: &str) -> bool {
    let refused = text.parse::<T>().is_err();
    assert_eq!(T::from_text(text).is_err(), refused, "{text}");
    refused
}

/// Whatever the platform sends is kept, written and sent as it came; a server refuses it from a caller if it is malformed.
fn kept<T: UrlValue + Redact + DeserializeOwned + ToString + PartialEq>(
    text: &str,
    is_malformed: bool,
) {
    let json = serde_json::to_string(text).unwrap();
    let value: T = serde_json::from_str(&json).unwrap();
    assert_eq!(serde_json::to_string(&value).unwrap(), json);
    assert_eq!(value.to_text(), text);
    assert_eq!(value.to_string(), text);
    assert!(value == serde_json::from_str::<T>(&json).unwrap());
    assert_eq!(value.check(Check::Written), Ok(()));
    assert_eq!(value.check(Check::Sent).is_err(), is_malformed, "{text}");
}

/// Whether the published schema takes a text.
fn published<T: JsonSchema>(text: &str) -> bool {
    let schema = schemars::schema_for!(T);
    jsonschema::is_valid(schema.as_value(), &json!(text))
}

fn is_id(text: &str) -> bool {
    text.len() == 24 && text.chars().all(|character| character.is_ascii_hexdigit())
}

fn is_phone_number(text: &str) -> bool {
    let digits = text.strip_prefix('+').unwrap_or_default();
    (2..=15).contains(&digits.len())
        && !digits.starts_with('0')
        && digits.chars().all(|character| character.is_ascii_digit())
}

proptest! {
    #[test]
    fn ids_round_trip(text in "[0-9a-fA-F]{24}") {
        prop_assert_eq!(round_trip::<Id>(&text), text);
    }

    #[test]
    fn ids_are_equal_whatever_their_case(text in "[0-9a-fA-F]{24}") {
        let (lower, upper): (Id, Id) = (text.to_lowercase().parse().unwrap(), text.to_uppercase().parse().unwrap());
        prop_assert_eq!(&lower, &upper);
        prop_assert_eq!(lower.cmp(&upper), std::cmp::Ordering::Equal);
        let hash = |id: Id| std::hash::BuildHasher::hash_one(&std::hash::BuildHasherDefault::<std::hash::DefaultHasher>::default(), id);
        prop_assert_eq!(hash(lower), hash(upper));
    }

    #[test]
    fn other_texts_are_no_ids(text in "[0-9a-fA-F]{20,28}|[0-9a-g]{24}|\\PC{0,30}") {
        prop_assert_eq!(refused::<Id>(&text), !is_id(&text));
        kept::<Id>(&text, !is_id(&text));
    }

    #[test]
    fn phone_numbers_round_trip(text in "\\+[1-9][0-9]{1,14}") {
        prop_assert_eq!(round_trip::<PhoneNumber>(&text), text.clone());
        prop_assert_eq!(round_trip::<MvnoAccountKey>(&text), text);
    }

    #[test]
    fn other_texts_are_no_phone_numbers(text in "\\+?[0-9]{0,18}|\\+[0-9 ]{2,10}|\\PC{0,20}") {
        prop_assert_eq!(refused::<PhoneNumber>(&text), !is_phone_number(&text));
        kept::<PhoneNumber>(&text, !is_phone_number(&text));
        kept::<MvnoAccountKey>(&text, !is_phone_number(&text) && !is_id(&text));
        prop_assert_eq!(refused::<MvnoAccountKey>(&text), !is_phone_number(&text) && !is_id(&text));
    }

    #[test]
    fn the_published_limits_are_those_of_the_reader(text in "[0-9a-fA-F]{23,25}|\\+[0-9]{1,3}|\\+[0-9]{14,16}") {
        prop_assert_eq!(published::<Id>(&text), is_id(&text));
        prop_assert_eq!(published::<PhoneNumber>(&text), is_phone_number(&text));
        prop_assert_eq!(published::<MvnoAccountKey>(&text), is_phone_number(&text) || is_id(&text));
    }

    #[test]
    fn timestamps_round_trip(milliseconds in -62_167_219_200_000_i64..=253_402_300_799_999) {
        let timestamp = Timestamp::from_milliseconds(milliseconds).unwrap();
        let text = timestamp.to_string();
        prop_assert_eq!(text.len(), "2026-01-31T12:34:56.789Z".len());
        prop_assert_eq!(round_trip::<Timestamp>(&text), text.clone());
        prop_assert_eq!(text.parse::<Timestamp>().unwrap().as_milliseconds(), milliseconds);
    }

    #[test]
    fn no_text_makes_a_timestamp_panic(text in "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{0,10})?(Z|[+-][0-9]{2}:[0-9]{2})?|\\PC{0,40}") {
        if let Ok(timestamp) = text.parse::<Timestamp>() {
            prop_assert_eq!(round_trip::<Timestamp>(&timestamp.to_string()), timestamp.to_string());
        }
    }
}

/// The pages' own examples hold ids of 22, 23 and 25 characters.
#[test]
fn an_id_of_another_length_is_kept() {
    let read = |text: &str| serde_json::from_value::<Id>(json!(text)).unwrap();
    let short = read("1234567890123457890ABCD");
    assert_eq!(short.as_str(), "1234567890123457890ABCD");
    assert_eq!(short, short.clone());
    // Upper and lower case are the same id where it is one.
    assert_ne!(short, read("1234567890123457890abcd"));
    assert_eq!(
        read("1234567890ABCDEF12345678"),
        read("1234567890abcdef12345678")
    );
    let request = GetCustomer { customer_id: short };
    let request = request.into_request().unwrap();
    assert_eq!(request.uri(), "/customer/1234567890123457890ABCD");
    let number: PhoneNumber = serde_json::from_value(json!("45 12/34")).unwrap();
    let account_id = number.into();
    let request = GetMvnoAccount { account_id }.into_request().unwrap();
    assert_eq!(request.uri(), "/mvno/45%2012%2F34");
}

#[test]
fn timestamps_are_written_in_utc_with_milliseconds() {
    for (read, written) in [
        ("2014-01-01T12:34:56.789Z", "2014-01-01T12:34:56.789Z"),
        ("2015-01-01T00:00:00Z", "2015-01-01T00:00:00.000Z"),
        (
            "2026-01-31T14:00:00.123456+02:00",
            "2026-01-31T12:00:00.123Z",
        ),
        ("2026-01-31t12:00:00z", "2026-01-31T12:00:00.000Z"),
        ("2026-01-31T12:00:00-00:00", "2026-01-31T12:00:00.000Z"),
        (
            "2026-01-31T12:00:00.123987654321Z",
            "2026-01-31T12:00:00.123Z",
        ),
        ("1969-12-31T23:59:59.9999Z", "1969-12-31T23:59:59.999Z"),
        ("1998-12-31T23:59:60Z", "1998-12-31T23:59:59.000Z"),
        ("1998-12-31T15:59:60.5-08:00", "1998-12-31T23:59:59.500Z"),
        ("0000-01-01T00:00:00Z", "0000-01-01T00:00:00.000Z"),
        ("0000-01-01T00:00:00+23:59", "0000-01-01T00:00:00.000Z"),
        ("9999-12-31T23:59:59.999Z", "9999-12-31T23:59:59.999Z"),
        ("9999-12-31T23:59:59-00:01", "9999-12-31T23:59:59.999Z"),
    ] {
        assert_eq!(read.parse::<Timestamp>().unwrap().to_string(), written);
    }
}

#[test]
fn what_is_no_time_is_refused() {
    for text in [
        "2020-20-20T00:00:00Z",
        "2026-02-30T00:00:00Z",
        "2026-01-31",
        "2026-01-31 12:00:00Z",
        "2026-01-31T12:00:00",
        "2026-01-31T12:00:00.Z",
        "2026-01-31T12:00:60Z",
        "2026-01-31T23:59:60+01:00",
        "2026-01-31T12:60:00Z",
        "2026-01-31T24:00:00Z",
        "2026-01-31T12:00:00+24:00",
        "2026-01-31T12:00:00+1:00",
        "2026-01-31T12:00:00é",
        "2026-W05-6T12:00:00Z",
        "2026-01-31T12:00:00[Europe/Copenhagen]",
        "+002026-01-31T12:00:00Z",
        "",
    ] {
        assert!(refused::<Timestamp>(text), "{text}");
        let json = serde_json::to_string(text).unwrap();
        assert!(serde_json::from_str::<Timestamp>(&json).is_err(), "{text}");
    }
}

#[test]
fn custom_data_has_a_limit() {
    let of_size = |bytes: usize| {
        let text = "x".repeat(bytes - r#"{"a":""}"#.len());
        CustomData::new(serde_json::Map::from_iter([("a".to_owned(), text.into())]))
    };
    assert!(of_size(4096).is_ok());
    assert_eq!(
        of_size(4097).unwrap_err().to_string(),
        "custom data is 4097 bytes of JSON, and at most 4096 are kept"
    );
}

#[test]
fn what_the_server_sends_is_read_beyond_the_limit() {
    let json = format!("{{\"a\":\"{}\"}}", "x".repeat(5000));
    let data: CustomData = serde_json::from_str(&json).unwrap();
    assert_eq!(serde_json::to_string(&data).unwrap(), json);
}
