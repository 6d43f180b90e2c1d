//! The request parser: any target and body is read or refused, and what is read can be written and read
//! again.
#![no_main]

use http::Request;
use libfuzzer_sys::fuzz_target;
use telecomx_api::{customer, mvno};
use telecomx_contract::{Endpoint, Visit};

struct Parser {
    request: Request<Vec<u8>>,
}

impl<E: Endpoint> Visit<E> for Parser {
    fn visit(&mut self) {
        match E::from_request(&self.request) {
            Ok(read) => {
                let written = read.into_request().expect("what was read can be written");
                let again = E::from_request(&written).expect("what was written can be read");
                let rewritten = again.into_request().expect("and written once more");
                assert_eq!(rewritten.uri(), written.uri());
                assert_eq!(rewritten.body(), written.body());
            }
            Err(error) => assert!(!error.to_string().is_empty()),
        }
    }
}

fuzz_target!(|input: (&str, Vec<u8>)| {
    let (target, body) = input;
    // Most of the requests begin with a path that some operation has.
    let known = ["/customer/", "/mvno/", "/customer/resellers/list?", ""];
    for prefix in known {
        if let Ok(request) = Request::get(format!("{prefix}{target}")).body(body.clone()) {
            let mut parser = Parser { request };
            customer::visit_all(&mut parser);
            mvno::visit_all(&mut parser);
        }
    }
});
