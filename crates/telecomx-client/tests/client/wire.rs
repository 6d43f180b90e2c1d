//! The half without sockets.

use telecomx_client::{
    BaseUrl, Error, Secret,
    wire::{authorize, read_response},
};
use telecomx_contract::Endpoint;

use crate::support::{CUSTOMER, GetCustomer, GetCustomerError, get_customer, rename_customer};

fn response(status: u16, body: &str) -> http::Response<&str> {
    http::Response::builder().status(status).body(body).unwrap()
}

#[test]
fn an_authorized_request_is_otherwise_as_it_was() {
    let base_url: BaseUrl = "https://api.telecomx.dk/v1/".parse().unwrap();
    let request = rename_customer().into_request().unwrap();
    let authorized = authorize(request.clone(), &base_url, &Secret::new("a+b")).unwrap();
    assert_eq!(
        authorized.uri(),
        "https://api.telecomx.dk/v1/customer/c1/name?token=a%2Bb"
    );
    assert_eq!(authorized.method(), request.method());
    assert_eq!(authorized.headers(), request.headers());
    assert_eq!(authorized.body(), request.body());
}

#[test]
fn a_request_is_authorized_up_to_the_longest_uri() {
    let base_url: BaseUrl = "https://api.telecomx.dk".parse().unwrap();
    let token = Secret::new("x".repeat(70_000));
    let request = get_customer().into_request().unwrap();
    let error = authorize(request, &base_url, &token).unwrap_err();
    assert_eq!(
        error.to_string(),
        "the request cannot be built: uri too long"
    );
}

#[test]
fn any_kind_of_body_is_read() {
    let customer = read_response::<GetCustomer>(response(200, CUSTOMER)).unwrap();
    assert_eq!(customer.name, "Anders And & Co");
    let bytes = http::Response::new(CUSTOMER.as_bytes().to_vec());
    assert_eq!(read_response::<GetCustomer>(bytes).unwrap(), customer);
}

#[test]
fn what_follows_the_answer_does_not_fit() {
    let body = format!("{CUSTOMER} x");
    let error = read_response::<GetCustomer>(response(200, &body)).unwrap_err();
    let Error::Contract { path, problem, .. } = error else {
        panic!("{error:?}");
    };
    assert_eq!(path.as_str(), ".");
    assert!(
        problem.as_str().starts_with("trailing characters"),
        "{problem}"
    );
}

#[test]
fn an_error_is_told_by_status_and_code() {
    let body = r#"{"message": "customer"}"#;
    let error = read_response::<GetCustomer>(response(404, body)).unwrap_err();
    assert!(matches!(
        error,
        Error::Own(GetCustomerError::UnknownCustomer)
    ));
    let error = read_response::<GetCustomer>(response(400, body)).unwrap_err();
    assert!(matches!(error, Error::Undocumented { status: 400, .. }));
}
