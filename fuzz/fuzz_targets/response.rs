//! The response reader: any body is read or refused, and what is read is redacted and survives being
//! written and read again.
#![no_main]

use libfuzzer_sys::fuzz_target;
use telecomx_api::API;
use telecomx_contract::AccessLevel;

fuzz_target!(|body: &[u8]| {
    for operation in API.operations() {
        let Ok(mut value) = (operation.response.read)(body) else {
            continue;
        };
        let written = value.to_json().expect("what was read can be written");
        let again = (operation.response.read)(written.to_string().as_bytes());
        let again = again.expect("what was written can be read");
        assert_eq!(again.to_json().expect("and written once more"), written);
        for level in AccessLevel::ALL.into_iter().rev() {
            value.redact(level);
            value.to_json().expect("what is redacted can be written");
        }
    }
});
