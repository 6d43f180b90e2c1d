//! What callers learn of what is beyond their reach.
#![allow(missing_docs, clippy::unwrap_used)]

mod support;

use support::{OPERATIONS, Running, STRANGER, whole};
use telecomx_contract::AccessLevel;
use telecomx_server::{Existence, Limits};

const UNKNOWN: &str = "000000000000000000000404";

/// The answers to what is beyond the callers' reach and to what does not exist, for each operation and level: status,
/// code and description of both.
async fn answers(
    existence: Existence,
) -> Vec<(&'static str, AccessLevel, [(u16, String, String); 2])> {
    let limits = Limits::default();
    let server = Running::of(whole(limits).existence(existence), limits).await;
    let mut answers = Vec::new();
    for operation in OPERATIONS
        .iter()
        .filter(|operation| operation.path.contains('{'))
    {
        for level in AccessLevel::ALL {
            let mut both = Vec::new();
            for id in [STRANGER.as_str(), UNKNOWN] {
                let path = operation
                    .path
                    .replace("{customerId}", id)
                    .replace("{accountId}", id);
                let answer = server.get(&path, level.as_str()).await;
                both.push(match answer.status {
                    200 => (200, String::new(), String::new()),
                    status => (status, answer.code(), answer.description()),
                });
            }
            answers.push((operation.id, level, both.try_into().unwrap()));
        }
    }
    answers
}

#[tokio::test]
async fn what_is_hidden_cannot_be_told_from_what_does_not_exist() {
    let mut scoped = 0;
    for (operation, level, [beyond, unknown]) in answers(Existence::Hidden).await {
        match level.as_str() {
            "ADMIN" | "RESELLER_ADMIN" => {
                assert_eq!((beyond.0, unknown.0), (200, 404), "{operation} as {level}");
            }
            _ => {
                assert_eq!(beyond, unknown, "{operation} as {level}");
                assert_eq!(
                    (beyond.0, beyond.1.as_str()),
                    (403, "access_denied"),
                    "{operation} as {level}"
                );
                scoped += 1;
            }
        }
    }
    assert!(
        scoped >= 12,
        "each operation has callers in a relation: {scoped}"
    );
}

#[tokio::test]
async fn what_does_not_exist_is_told_as_the_pages_have_it() {
    for (operation, level, [beyond, unknown]) in answers(Existence::Told).await {
        let expected = match level.as_str() {
            "ADMIN" | "RESELLER_ADMIN" => (200, 404),
            "VIEWER" | "MANAGER" | "OWNER" | "RESELLER" => (403, 404),
            _ => (403, 403),
        };
        assert_eq!((beyond.0, unknown.0), expected, "{operation} as {level}");
    }
}
