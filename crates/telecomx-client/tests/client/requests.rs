//! What goes out, and what comes back when all is well.

use std::io::Write as _;

use flate2::{Compression, write::GzEncoder};
use telecomx_api::customer::resellers::{ListResellers, ResellerFilter};
use telecomx_client::{BaseUrlError, BuildError, Client, Secret};
use telecomx_model::{CustomerStatus, Feature};

use crate::support::{CUSTOMER, TestServer, answer, get_customer, json, rename_customer};

#[tokio::test]
async fn a_response_is_read_into_its_type() {
    let mut server = TestServer::answering([json(200, CUSTOMER)]).await;
    let customer = server.client().send(get_customer()).await.unwrap();
    assert_eq!(customer.name, "Anders And & Co");

    let requests = server.requests();
    let request = requests[0].to_ascii_lowercase();
    assert!(request.starts_with("get /customer/52f4fd7734697b28ccaf77ec?token=token http/1.1\r\n"));
    let agent = concat!(
        "\r\nuser-agent: telecomx-client/",
        env!("CARGO_PKG_VERSION"),
        "\r\n"
    );
    assert!(request.contains(agent), "{request}");
    assert!(
        request.contains("\r\naccept: application/json\r\n"),
        "{request}"
    );
}

#[tokio::test]
async fn the_token_is_encoded_and_comes_last() {
    let mut server = TestServer::answering([json(200, "[]")]).await;
    let client = Client::new(server.address(), Secret::new("a&b=c d/å")).unwrap();
    let filter = Some(ResellerFilter::Iptv);
    assert!(
        client
            .send(ListResellers { filter })
            .await
            .unwrap()
            .is_empty()
    );
    let expected =
        "GET /customer/resellers/list?iptv=true&token=a%26b%3Dc%20d%2F%C3%A5 HTTP/1.1\r\n";
    assert!(server.requests()[0].starts_with(expected));
}

#[tokio::test]
async fn the_path_of_the_base_address_is_kept() {
    let mut server = TestServer::answering([json(200, CUSTOMER)]).await;
    let base_url = format!("{}/a/b/", server.address());
    let client = Client::new(base_url, Secret::new("token")).unwrap();
    client.send(get_customer()).await.unwrap();
    assert!(
        server.requests()[0].starts_with("GET /a/b/customer/52f4fd7734697b28ccaf77ec?token=token ")
    );
}

#[tokio::test]
async fn a_body_is_sent_as_json() {
    let mut server = TestServer::answering([json(200, CUSTOMER)]).await;
    server.client().send(rename_customer()).await.unwrap();
    let request = server.requests().remove(0);
    assert!(
        request.starts_with("POST /customer/c1/name?token=token HTTP/1.1\r\n"),
        "{request}"
    );
    assert!(
        request.contains("\r\ncontent-type: application/json\r\n"),
        "{request}"
    );
}

#[tokio::test]
async fn what_the_contract_does_not_know_is_read_past() {
    let body = r#"{
        "_id": "52f4fd7734697b28ccaf77ec",
        "name": "Anders And & Co",
        "state": "HIBERNATING",
        "features": ["MVNO", "TELEPATHY"],
        "isReseller": null,
        "shoeSize": {"left": 43, "right": [44]}
    }"#;
    let server = TestServer::answering([json(200, body)]).await;
    let customer = server.client().send(get_customer()).await.unwrap();
    assert_eq!(
        customer.state,
        Some(CustomerStatus::Other("HIBERNATING".to_owned()))
    );
    let features = vec![Feature::Mvno, Feature::Other("TELEPATHY".to_owned())];
    assert_eq!(customer.features, Some(features));
    assert_eq!(customer.is_reseller, None);
}

#[tokio::test]
async fn gzip_is_asked_for_and_read() {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::default());
    gzip.write_all(CUSTOMER.as_bytes()).unwrap();
    let gzip = answer(200, "content-encoding: gzip\r\n", gzip.finish().unwrap());
    let mut server = TestServer::answering([gzip]).await;
    let customer = server.client().send(get_customer()).await.unwrap();
    assert_eq!(customer.name, "Anders And & Co");
    assert!(server.requests()[0].contains("\r\naccept-encoding: gzip\r\n"));
}

#[test]
fn a_client_that_could_not_work_is_not_built() {
    let base_url = Client::new("api.telecomx.dk", Secret::new("token"));
    assert!(matches!(
        base_url,
        Err(BuildError::BaseUrl(BaseUrlError::NotAUrl))
    ));
    for token in ["", "token\n", " token"] {
        let client = Client::new("https://api.telecomx.dk", Secret::new(token));
        assert!(matches!(client, Err(BuildError::Token)), "{token:?}");
    }
}
