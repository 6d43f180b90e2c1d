//! What a status means that the contract does not document.

use crate::ServerText;

/// What a successful answer is besides the whole answer of the operation; empty for status 200, which is that.
pub(crate) fn of_success(status: u16) -> &'static str {
    match status {
        200 => "",
        201 => ", something was created",
        202 => ", accepted to be carried out later",
        203 => ", changed on the way here",
        204 | 205 => ", no content",
        206 => ", a part of the content that was not asked for",
        _ => ", which the contract does not document",
    }
}

/// What any other status says, and what to do about it.
pub(crate) fn of_failure(status: u16, has_code: bool, location: Option<&ServerText>) -> String {
    let text = match status {
        101 => "it changes to another protocol, which was not asked for; check the base address",
        100..200 => {
            "it is still at work, and the answer is yet to come: the HTTP library must read on"
        }
        304 => {
            "it says that an earlier answer still holds, and none is kept here: a cache in between answers for the \
             platform; go around it"
        }
        300..400 => {
            let to = location.map(|location| format!(" to `{location}`"));
            return format!(
                "it redirects{}, which would carry the token elsewhere; use the address it is at itself",
                to.unwrap_or_default()
            );
        }
        404 if !has_code => "check that the base address is the platform's, with its path",
        _ => "the contract does not document that",
    };
    text.to_owned()
}
