//! The two halves of a request meet: whatever a client writes, a server reads; garbage is refused with an
//! error that names the place.

use http::Request;
use proptest::prelude::*;
use telecomx_api::{
    customer::{
        get::GetCustomer,
        resellers::{ListResellers, ResellerFilter},
    },
    mvno::account::get::GetMvnoAccount,
};
use telecomx_contract::{AccessLevel, BadRequest, Endpoint, RequestError};
use telecomx_model::{Id, PhoneNumber};

use crate::expansion::shapes::{
    all_places::{AddNote, Note},
    query::FindCustomers,
    text_in_path::GetByName,
};

fn get(uri: &str) -> Request<Vec<u8>> {
    Request::get(uri).body(Vec::new()).unwrap()
}

/// Writes a request, and reads it again.
fn round_trip<E: Endpoint + Clone>(request: &E) -> E {
    let written = request.clone().into_request().unwrap();
    E::from_request(&written).unwrap()
}

fn problem<E: Endpoint + std::fmt::Debug>(request: &Request<Vec<u8>>) -> String {
    E::from_request(request).unwrap_err().to_string()
}

#[test]
fn a_request_is_written_as_documented() {
    let request = GetCustomer {
        customer_id: Id::from_static("1234567890ABCDEF12345678"),
    };
    let request = request.into_request().unwrap();
    assert_eq!(request.method(), "GET");
    assert_eq!(request.uri(), "/customer/1234567890ABCDEF12345678");
    assert_eq!(request.headers()["accept"], "application/json");
}

#[test]
fn a_plus_in_a_path_is_encoded() {
    let number = PhoneNumber::from_static("+4512345678");
    let request = GetMvnoAccount {
        account_id: number.into(),
    };
    assert_eq!(
        request.clone().into_request().unwrap().uri(),
        "/mvno/%2B4512345678"
    );
    assert_eq!(
        GetMvnoAccount::from_request(&get("/mvno/+4512345678")).unwrap(),
        request
    );
    assert_eq!(
        GetMvnoAccount::from_request(&get("/mvno/%2b4512345678")).unwrap(),
        request
    );
}

#[test]
fn awkward_texts_are_encoded() {
    for text in [
        "a&b=c",
        "a/b",
        "100%",
        "æøå Ærø",
        "a+b",
        "?#",
        "%2F",
        "..x",
        "{name}",
    ] {
        let request = GetByName {
            name: text.to_owned(),
        };
        assert_eq!(round_trip(&request), request);
        let request = FindCustomers {
            text: text.to_owned(),
            city: Some(text.to_owned()),
            limit: None,
            active: None,
        };
        assert_eq!(round_trip(&request), request);
    }
    let request = GetByName {
        name: "Ærø/1&2".to_owned(),
    }
    .into_request()
    .unwrap();
    assert_eq!(request.uri(), "/names/%C3%86r%C3%B8%2F1%262");
}

#[test]
fn a_path_keeps_its_meaning() {
    for (name, problem) in [
        ("", "empty"),
        (".", "a dot segment"),
        ("..", "a dot segment"),
    ] {
        let error = GetByName {
            name: name.to_owned(),
        }
        .into_request()
        .unwrap_err();
        assert!(
            matches!(error, RequestError::PathValue { name: "name", problem: found } if found == problem)
        );
    }
}

#[test]
fn a_uri_that_is_too_long_is_an_error() {
    let request = GetByName {
        name: "x".repeat(70_000),
    };
    assert!(matches!(request.into_request(), Err(RequestError::Http(_))));
}

#[test]
fn only_the_first_true_flag_counts() {
    let read = |uri: &str| ListResellers::from_request(&get(uri)).map(|request| request.filter);
    let path = "/customer/resellers/list";
    for (query, filter) in [
        ("", None),
        ("?voip=true", Some(ResellerFilter::Voip)),
        ("?voip=true&iptv=true", Some(ResellerFilter::Iptv)),
        (
            "?iptv=false&flexcare=1&iptvprivate=0",
            Some(ResellerFilter::Flexcare),
        ),
        ("?iptv=false", None),
        ("?token=x&other=1", None),
    ] {
        assert_eq!(read(&format!("{path}{query}")), Ok(filter), "{query}");
    }
    for (query, problem) in [
        (
            "?voip=yes",
            "query parameter `voip` is malformed: expected `true` or `false`",
        ),
        (
            "?iptv=true&voip=yes",
            "query parameter `voip` is malformed: expected `true` or `false`",
        ),
        (
            "?iptv",
            "query parameter `iptv` is malformed: expected `true` or `false`",
        ),
        (
            "?iptv=true&iptv=true",
            "query parameter `iptv` is given more than once",
        ),
    ] {
        assert_eq!(
            read(&format!("{path}{query}")).unwrap_err().to_string(),
            problem
        );
    }
}

#[test]
fn every_filter_round_trips() {
    use ResellerFilter::{Flexcare, Iptv, IptvPrivate, Voip};
    for (filter, query) in [
        (Some(Iptv), Some("iptv=true")),
        (Some(IptvPrivate), Some("iptvprivate=true")),
        (Some(Flexcare), Some("flexcare=true")),
        (Some(Voip), Some("voip=true")),
        (None, None),
    ] {
        let request = ListResellers { filter };
        assert_eq!(request.clone().into_request().unwrap().uri().query(), query);
        assert_eq!(round_trip(&request), request);
    }
}

#[test]
fn a_reserved_parameter_is_denied_to_the_others() {
    for level in AccessLevel::ALL {
        let may = matches!(level, AccessLevel::RESELLER_ADMIN | AccessLevel::ADMIN);
        let request = ListResellers {
            filter: Some(ResellerFilter::IptvPrivate),
        };
        assert_eq!(
            request.denied_parameter(level),
            (!may).then_some("iptvprivate")
        );
        assert_eq!(ListResellers { filter: None }.denied_parameter(level), None);
    }
}

#[test]
fn a_reserved_query_parameter_is_denied_by_its_name() {
    let request = FindCustomers {
        text: "a".to_owned(),
        city: None,
        limit: None,
        active: Some(true),
    };
    assert_eq!(
        request.denied_parameter(AccessLevel::RESELLER),
        Some("active")
    );
    assert_eq!(request.denied_parameter(AccessLevel::ADMIN), None);
}

#[test]
fn a_malformed_request_is_refused_by_name() {
    for (uri, expected) in [
        (
            "/customer/123",
            "path parameter `customerId` is malformed: expected 24 hexadecimal characters",
        ),
        (
            "/customer/",
            "path parameter `customerId` is malformed: expected 24 hexadecimal characters",
        ),
        (
            "/customer/%zz",
            "path parameter `customerId` is malformed: expected percent-encoded UTF-8",
        ),
        (
            "/customer/%",
            "path parameter `customerId` is malformed: expected percent-encoded UTF-8",
        ),
        (
            "/customer/%ff",
            "path parameter `customerId` is malformed: expected percent-encoded UTF-8",
        ),
        (
            "/customer/1/2",
            "the path does not fit `/customer/{customerId}`",
        ),
        ("/other/1", "the path does not fit `/customer/{customerId}`"),
        (
            "/customer/1234567890ABCDEF12345678?a=%f",
            "the query is malformed: after `%` come two hexadecimal digits, and the bytes are UTF-8",
        ),
    ] {
        assert_eq!(problem::<GetCustomer>(&get(uri)), expected, "{uri}");
    }
    let with_body = Request::get("/customer/1234567890ABCDEF12345678")
        .body(b"{}".to_vec())
        .unwrap();
    assert_eq!(
        GetCustomer::from_request(&with_body),
        Err(BadRequest::UnexpectedBody)
    );
}

#[test]
fn a_missing_query_parameter_is_named() {
    assert_eq!(
        problem::<FindCustomers>(&get("/customers")),
        "query parameter `text` is missing"
    );
    assert_eq!(
        problem::<FindCustomers>(&get("/customers?text=a&limit=many")),
        "query parameter `limit` is malformed: expected a whole number of at most 32 bits"
    );
}

#[test]
fn a_body_holds_what_the_path_does_not() {
    let request = AddNote {
        customer_id: "c1".to_owned(),
        text: "Ring \"Joakim\"".to_owned(),
        pinned: None,
        note: Some(Note {
            author: Some("Anders".to_owned()),
        }),
    };
    let written = request.clone().into_request().unwrap();
    assert_eq!(written.method(), "POST");
    assert_eq!(written.headers()["content-type"], "application/json");
    assert_eq!(
        String::from_utf8(written.body().clone()).unwrap(),
        r#"{"text":"Ring \"Joakim\"","note":{"author":"Anders"}}"#
    );
    assert_eq!(AddNote::from_request(&written).unwrap(), request);
}

#[test]
fn a_byte_order_mark_before_a_body_is_read_past() {
    let body = "\u{feff}{\"text\": \"a\", \"note\": {\"author\": \"b\"}}";
    let request = Request::post("/customers/c1/notes").body(body.as_bytes().to_vec());
    let read = AddNote::from_request(&request.unwrap()).unwrap();
    let note = Note {
        author: Some("b".to_owned()),
    };
    assert_eq!(read.text, "a");
    assert_eq!(read.note, Some(note));
}

#[test]
fn a_malformed_body_is_refused_by_json_path() {
    for (body, expected) in [
        ("", "the body is malformed at `.`: the body is empty"),
        (
            "{}",
            "the body is malformed at `.`: missing field `text` at line 1 column 2",
        ),
        (
            "{\"text\": \"a\"} x",
            "the body is malformed at `.`: trailing characters at line 1 column 15",
        ),
        (
            "{\"text\": \"a\", \"note\": {\"author\": 1}}",
            "the body is malformed at `note.author`: invalid type: integer, expected a string at line 1 column 34",
        ),
    ] {
        let request = Request::post("/customers/c1/notes")
            .body(body.into())
            .unwrap();
        assert_eq!(problem::<AddNote>(&request), expected);
    }
}

proptest! {
    #[test]
    fn any_text_round_trips(name in "\\PC{1,40}", city in proptest::option::of("(?s).{0,40}")) {
        prop_assume!(name != "." && name != "..");
        let request = GetByName { name: name.clone() };
        prop_assert_eq!(round_trip(&request), request);
        let request = FindCustomers { text: name, city, limit: Some(3), active: Some(false) };
        prop_assert_eq!(round_trip(&request), request);
    }

    #[test]
    fn no_uri_makes_the_server_half_panic(path in "[!-~]{0,40}", query in "[!-~]{0,40}") {
        if let Ok(request) = Request::get(format!("/customers{path}?{query}")).body(Vec::new()) {
            let _ = FindCustomers::from_request(&request);
            let _ = GetByName::from_request(&request);
            let _ = ListResellers::from_request(&request);
        }
    }

    #[test]
    fn no_body_makes_the_server_half_panic(body in "[\\[\\]{}\":,a-z0-9 ]{0,60}") {
        let request = Request::post("/customers/c1/notes").body(body.into_bytes()).unwrap();
        if let Err(error) = AddNote::from_request(&request) {
            prop_assert!(error.to_string().starts_with("the body is malformed at `"));
        }
    }
}
