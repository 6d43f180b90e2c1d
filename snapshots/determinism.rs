//! The same declarations give the same bytes.

use serde_json::json;
use telecomx_api::API;
use telecomx_contract::{AccessLevel, Audience};

use crate::expansion;

const RUNS: usize = 20;

#[test]
fn the_documents_are_the_same_every_time() {
    let documents = || {
        let document = telecomx_openapi::document(&API, Audience::All).unwrap();
        let levels = AccessLevel::ALL
            .map(|level| telecomx_openapi::document(&API, Audience::Level(level)).unwrap());
        let lowered = telecomx_openapi::lower(document.clone()).unwrap();
        [
            document.to_string(),
            json!(levels).to_string(),
            lowered.document.to_string(),
            telecomx_openapi::losses(&lowered.losses),
            json!(telecomx_openapi::standalone_schemas(&document)).to_string(),
            telecomx_openapi::operations(&API),
            telecomx_openapi::access(&API),
            telecomx_openapi::errata(&API),
        ]
    };
    let first = documents();
    for _ in 1..RUNS {
        assert_eq!(documents(), first);
    }
}

#[test]
fn expansions_are_the_same_every_time() {
    for shape in expansion::shapes() {
        let first = expansion::expand(&shape);
        for _ in 1..RUNS {
            assert_eq!(expansion::expand(&shape), first, "{}", shape.name);
        }
    }
}
