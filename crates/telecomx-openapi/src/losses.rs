//! What a lower edition cannot say.

use std::fmt::Write as _;

/// Something that a lower edition cannot say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loss {
    /// Where it is said: a property as `Customer.state`, or the way to it in the document.
    pub place: String,
    /// What is lost there.
    pub lost: String,
}

impl Loss {
    pub(crate) fn new(place: impl Into<String>, lost: impl Into<String>) -> Self {
        Self {
            place: place.into(),
            lost: lost.into(),
        }
    }
}

/// What is lost and where, as plain text.
pub fn losses(losses: &[Loss]) -> String {
    let mut text =
        String::from("What openapi-3.1.json says and openapi.json, of OpenAPI 3.0, cannot say.\n");
    let mut told = Vec::new();
    for Loss { lost, .. } in losses {
        if told.contains(&lost) {
            continue;
        }
        told.push(lost);
        // Writing to a string cannot fail, here and below.
        let _ = write!(text, "\n{lost}\n");
        for Loss { place, .. } in losses.iter().filter(|loss| loss.lost == *lost) {
            let _ = writeln!(text, "  {place}");
        }
    }
    text
}
