//! The same declarations give the same bytes.

use telecomx_api::API;

use crate::expansion;

const RUNS: usize = 20;

#[test]
fn the_documents_are_the_same_every_time() {
    let documents = || {
        let document = telecomx_openapi::document(&API).unwrap();
        [
            serde_json::to_string(&document).unwrap(),
            telecomx_openapi::operations(&API),
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
