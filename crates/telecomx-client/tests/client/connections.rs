//! How the platform is reached: through which proxy, trusting whom, and with whose HTTP client.

use std::{env, process::Command, time::Duration};

use telecomx_client::{
    BaseUrlError, BuildError, Client, ClientBuilder, Error, Retries, Secret, TransportError,
    reqwest,
};

use crate::support::{
    Answer, CUSTOMER, TestServer, answer, authority, get_customer, impatient, json,
};

/// Where the platform is, for a run of a test in an environment of its own.
const PLATFORM: &str = "TELECOMX_TEST_PLATFORM";

/// Every way in which an environment names a proxy.
const PROXIES: [&str; 6] = [
    "HTTP_PROXY",
    "http_proxy",
    "HTTPS_PROXY",
    "https_proxy",
    "ALL_PROXY",
    "all_proxy",
];

/// Runs a test once more by itself, in an environment that names a proxy.
fn run_behind(test: &str, proxy: &TestServer, platform: &str, no_proxy: &str) {
    let mut run = Command::new(env::current_exe().unwrap());
    run.args(["--exact", test]).env(PLATFORM, platform);
    // With it, a program is a script of a web server, which nobody's `HTTP_PROXY` is obeyed for.
    run.env_remove("REQUEST_METHOD");
    for name in PROXIES {
        run.env(name, proxy.address());
    }
    for name in ["NO_PROXY", "no_proxy"] {
        run.env(name, no_proxy);
    }
    let output = run.output().unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stdout)
    );
}

fn builder(address: &str) -> ClientBuilder {
    Client::builder(address, Secret::new("token")).retries(Retries::NEVER)
}

/// A name that no resolver knows, so that only a proxy can reach it.
const ELSEWHERE: &str = "http://telecomx.invalid";

#[tokio::test(flavor = "multi_thread")]
async fn a_proxy_of_the_environment_is_passed_over() {
    if let Ok(platform) = env::var(PLATFORM) {
        builder(&platform)
            .build()
            .unwrap()
            .send(get_customer())
            .await
            .unwrap();
        return;
    }
    let mut proxy = TestServer::answering([answer(502, "", "")]).await;
    let mut platform = TestServer::answering([json(200, CUSTOMER)]).await;
    let test = "connections::a_proxy_of_the_environment_is_passed_over";
    run_behind(test, &proxy, platform.address(), "");
    assert_eq!(platform.requests().len(), 1);
    assert_eq!(proxy.requests(), [""; 0]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_proxy_of_the_environment_is_used_when_asked_for() {
    if let Ok(platform) = env::var(PLATFORM) {
        let asked = builder(&platform).allow_plain_http().proxy_of_environment();
        asked.build().unwrap().send(get_customer()).await.unwrap();
        return;
    }
    let test = "connections::a_proxy_of_the_environment_is_used_when_asked_for";
    let mut proxy = TestServer::answering([json(200, CUSTOMER)]).await;
    run_behind(test, &proxy, ELSEWHERE, "");
    let request = proxy.requests().remove(0);
    let expected =
        "GET http://telecomx.invalid/customer/52f4fd7734697b28ccaf77ec?token=token HTTP/1.1\r\n";
    assert!(request.starts_with(expected), "{request}");

    let mut platform = TestServer::answering([json(200, CUSTOMER)]).await;
    run_behind(test, &proxy, platform.address(), "127.0.0.1");
    assert_eq!(platform.requests().len(), 1);
    assert_eq!(proxy.requests(), [""; 0]);
}

#[tokio::test]
async fn a_proxy_is_used_when_asked_for() {
    let mut proxy = TestServer::answering([json(200, CUSTOMER)]).await;
    let address = proxy.address().replace("//", "//anders:canary@");
    let client = builder(ELSEWHERE).allow_plain_http().proxy(address);
    client.build().unwrap().send(get_customer()).await.unwrap();
    let request = proxy.requests().remove(0);
    let expected =
        "GET http://telecomx.invalid/customer/52f4fd7734697b28ccaf77ec?token=token HTTP/1.1\r\n";
    assert!(request.starts_with(expected), "{request}");
    let credentials = "\r\nproxy-authorization: Basic YW5kZXJzOmNhbmFyeQ==\r\n";
    assert!(request.contains(credentials), "{request}");
}

#[tokio::test]
async fn a_proxy_does_not_read_what_goes_over_https() {
    let mut proxy = TestServer::answering([answer(407, "", "")]).await;
    let client = builder("https://telecomx.invalid").proxy(proxy.address());
    let error = client
        .build()
        .unwrap()
        .send(get_customer())
        .await
        .unwrap_err();
    assert!(
        matches!(error, Error::Transport(TransportError::Connect(_))),
        "{error:?}"
    );
    let request = proxy.requests().remove(0);
    assert!(
        request.starts_with("CONNECT telecomx.invalid:443 HTTP/1.1\r\n"),
        "{request}"
    );
    assert!(!request.contains("token"), "{request}");
}

#[test]
fn what_is_no_proxy_is_refused() {
    for address in [
        "",
        "proxy.example:3128",
        "socks5://anders:canary@proxy.example",
        "http://anders:canary@",
    ] {
        let builder = builder("https://api.telecomx.dk").proxy(address);
        assert!(!format!("{builder:?}").contains("canary"));
        let error = builder.build().unwrap_err();
        assert!(matches!(error, BuildError::Proxy), "{address}: {error:?}");
        assert!(
            error
                .to_string()
                .contains("like `http://proxy.example:3128`"),
            "{error}"
        );
    }
}

#[test]
fn plain_http_to_another_machine_must_be_allowed() {
    let error = builder(ELSEWHERE).build().unwrap_err();
    assert!(
        matches!(error, BuildError::BaseUrl(BaseUrlError::PlainHttp)),
        "{error:?}"
    );
    assert_eq!(
        error.to_string(),
        "over plain `http://` everybody on the way can read the token: begin the base address with `https://`, or \
         allow it with `ClientBuilder::allow_plain_http` (without a `Client`, `BaseUrl::allowing_plain_http`)"
    );
    builder(ELSEWHERE).allow_plain_http().build().unwrap();
    // It allows nothing else.
    let error = builder("http://me:canary@host").allow_plain_http().build();
    assert!(matches!(
        error,
        Err(BuildError::BaseUrl(BaseUrlError::Credentials))
    ));
    // An HTTP client of one's own does not allow it either.
    let own = builder(ELSEWHERE).http_client(reqwest::Client::new());
    assert!(matches!(
        own.build(),
        Err(BuildError::BaseUrl(BaseUrlError::PlainHttp))
    ));
}

#[tokio::test]
async fn a_certificate_is_trusted_when_its_authority_is() {
    let (authority, acceptor) = authority();
    let answers = [json(200, CUSTOMER)];
    let mut server = TestServer::answering_over_tls(answers, acceptor).await;

    let stranger = builder(server.address()).build().unwrap();
    let error = stranger.send(get_customer()).await.unwrap_err();
    assert!(
        matches!(error, Error::Transport(TransportError::Connect(_))),
        "{error:?}"
    );
    assert_eq!(server.requests(), [""; 0]);

    let client = builder(server.address()).root_certificates(authority);
    client.build().unwrap().send(get_customer()).await.unwrap();
    assert_eq!(server.requests().len(), 1);
}

#[test]
fn what_is_no_certificate_is_refused() {
    for pem in [
        "",
        "certificate",
        "-----BEGIN CERTIFICATE-----\n?\n-----END CERTIFICATE-----\n",
        "-----BEGIN PRIVATE KEY-----\nY2FuYXJ5\n-----END PRIVATE KEY-----\n",
    ] {
        let builder = builder("https://api.telecomx.dk").root_certificates(pem);
        let error = builder.build().unwrap_err();
        assert!(
            matches!(error, BuildError::RootCertificates),
            "{pem}: {error:?}"
        );
        assert!(error.to_string().contains("pass them as PEM"), "{error}");
    }
}

#[tokio::test]
async fn an_http_client_of_ones_own_is_used() {
    let mut server = TestServer::answering([json(200, CUSTOMER)]).await;
    let own = reqwest::Client::builder().user_agent("our own").no_proxy();
    let client = server.builder_over(own.build().unwrap()).build().unwrap();
    client.send(get_customer()).await.unwrap();
    let request = server.requests().remove(0).to_ascii_lowercase();
    assert!(request.contains("\r\nuser-agent: our own\r\n"), "{request}");
}

#[tokio::test]
async fn an_http_client_of_ones_own_is_given_as_long_as_any() {
    let server = TestServer::answering([Answer::Silence]).await;
    let own = reqwest::Client::builder().no_proxy().build().unwrap();
    let client = server
        .builder_over(own)
        .timeout(Duration::from_millis(50))
        .retries(Retries::NEVER);
    let error = client
        .build()
        .unwrap()
        .send(get_customer())
        .await
        .unwrap_err();
    assert!(
        matches!(error, Error::Transport(TransportError::Timeout(_))),
        "{error:?}"
    );
}

#[tokio::test]
async fn an_http_client_of_ones_own_must_not_follow_redirects() {
    let redirect = answer(302, "location: /elsewhere\r\n", "");
    let mut server = TestServer::answering([redirect, json(200, CUSTOMER)]).await;
    let own = reqwest::Client::builder().no_proxy().build().unwrap();
    let client = server
        .builder_over(own)
        .retries(impatient())
        .build()
        .unwrap();
    let error = client.send(get_customer()).await.unwrap_err();
    assert!(matches!(error, Error::Redirected), "{error:?}");
    assert_eq!(error.status(), None);
    assert!(!error.is_temporary());
    assert!(
        error
            .to_string()
            .contains("`reqwest::redirect::Policy::none()`"),
        "{error}"
    );
    // It followed, and was not told to do so again.
    assert_eq!(server.requests().len(), 2);
}

#[test]
fn an_http_client_of_ones_own_is_not_set_up_twice() {
    let builder = || builder("https://api.telecomx.dk").http_client(reqwest::Client::new());
    for both in [
        builder().proxy("http://proxy.example"),
        builder().proxy_of_environment(),
        builder().root_certificates("?"),
        builder().connect_timeout(Duration::from_secs(1)),
    ] {
        let error = both.build().unwrap_err();
        assert!(matches!(error, BuildError::HttpClient), "{error:?}");
        assert!(error.to_string().contains("set them up there"), "{error}");
    }
    builder().build().unwrap();
}

#[test]
fn what_an_http_client_of_ones_own_holds_is_not_shown() {
    let headers = [("authorization", "canary")]
        .map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap()));
    let own = reqwest::Client::builder().default_headers(headers.into_iter().collect());
    let builder = builder("https://api.telecomx.dk").http_client(own.build().unwrap());
    assert!(!format!("{builder:?}").contains("canary"));
    assert!(!format!("{:?}", builder.build().unwrap()).contains("canary"));
}
