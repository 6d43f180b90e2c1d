//! The sandbox as its users meet it, over real sockets: by the typed client and by raw HTTP, every answer
//! held against the published document.
#![allow(missing_docs, clippy::unwrap_used)]

use std::{fs, path::PathBuf, sync::LazyLock};

use clap::Parser as _;
use serde::Serialize;
use serde_json::Value;
use telecomx_api::{
    API,
    customer::{
        get::{GetCustomer, GetCustomerError},
        get_name::GetCustomerName,
        resellers::{ListResellers, ResellerFilter},
    },
    mvno::account::get::{GetMvnoAccount, GetMvnoAccountError},
};
use telecomx_client::{Client, CommonError, Error};
use telecomx_contract::{AccessLevel, Endpoint, Method, Operation, Secret};
use telecomx_model::{Id, MvnoAccountKey, PhoneNumber};
use telecomx_sandbox::{Options, Sandbox};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
};

/// What every world has.
const CUSTOMER: Id = Id::EXAMPLE;
const ACCOUNT: MvnoAccountKey = MvnoAccountKey::Number(PhoneNumber::EXAMPLE);

const NOBODY: Id = Id::from_static("ffffffffffffffffffffffff");

/// The published document, whose schemas a validator of JSON Schema reads as they are.
static PUBLISHED: LazyLock<Value> = LazyLock::new(|| {
    let package = PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").unwrap());
    let text = fs::read_to_string(package.join("../../spec/openapi-3.1.json")).unwrap();
    serde_json::from_str(&text).unwrap()
});

/// A running sandbox.
struct Running {
    base: String,
    tokens: Vec<(AccessLevel, Secret)>,
}

impl Running {
    async fn start(options: &[&str]) -> Self {
        let options = [&["telecomx-sandbox", "--port", "0"], options].concat();
        let sandbox = Sandbox::start(&Options::parse_from(options)).await.unwrap();
        let guide = sandbox.guide();
        let tokens = guide
            .employees
            .iter()
            .map(|(employee, _)| (employee.level, employee.token.clone()));
        let running = Self {
            base: sandbox.base().to_owned(),
            tokens: tokens.collect(),
        };
        tokio::spawn(sandbox.run(std::future::pending()));
        running
    }

    fn token(&self, level: AccessLevel) -> Secret {
        self.tokens
            .iter()
            .find(|(known, _)| *known == level)
            .unwrap()
            .1
            .clone()
    }

    fn client(&self, level: AccessLevel) -> Client {
        Client::new(self.base.as_str(), self.token(level)).unwrap()
    }

    /// The head and the body of what is answered to a raw `GET`.
    async fn get(&self, target: &str) -> (String, String) {
        self.send("GET", target, &[]).await
    }

    /// The head and the body of what is answered to a raw request.
    async fn send(&self, method: &str, target: &str, body: &[u8]) -> (String, String) {
        let mut stream = TcpStream::connect(self.base.strip_prefix("http://").unwrap())
            .await
            .unwrap();
        let length = body.len();
        let head = format!(
            "{method} {target} HTTP/1.1\r\nhost: sandbox\r\nconnection: close\r\ncontent-length: {length}\r\n\r\n"
        );
        let request = [head.as_bytes(), body].concat();
        stream.write_all(&request).await.unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await.unwrap();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        (head.to_lowercase(), body.to_owned())
    }

    /// Sends a request of an operation as a level by raw HTTP; the answer fits the document.
    async fn raw<E: Endpoint>(&self, request: E, level: AccessLevel) -> (u16, Value) {
        let request = request.into_request().unwrap();
        self.answer(&E::OPERATION, &request, level).await
    }

    /// The same of a request of some operation, which need not be done yet.
    async fn answer(
        &self,
        operation: &Operation,
        request: &http::Request<Vec<u8>>,
        level: AccessLevel,
    ) -> (u16, Value) {
        let uri = request.uri().to_string();
        let separator = if uri.contains('?') { '&' } else { '?' };
        let token = self.token(level);
        let target = format!("{uri}{separator}token={}", token.expose());
        let (head, body) = self
            .send(request.method().as_str(), &target, request.body())
            .await;
        let status = head["HTTP/1.1 ".len()..][..3].parse().unwrap();
        let body = serde_json::from_str(&body).unwrap();
        if status != 501 {
            fits(operation, status, &body);
        }
        (status, body)
    }

    /// The same by the typed client: what it reads is what was sent.
    async fn typed<E>(&self, request: E, level: AccessLevel) -> Result<(), Error<E::Error>>
    where
        E: Endpoint + Clone,
        E::Response: Serialize,
    {
        let (status, sent) = self.raw(request.clone(), level).await;
        let answer = self.client(level).send(request).await;
        let read = answer.inspect_err(|error| assert_eq!(error.status(), Some(status)))?;
        assert_eq!(serde_json::to_value(read).unwrap(), sent);
        Ok(())
    }
}

/// An answer is documented: its status, and its body by the schema of that status.
fn fits(operation: &Operation, status: u16, body: &Value) {
    let method = operation.method.as_str().to_lowercase();
    let mut response = &PUBLISHED["paths"][operation.path][method]["responses"][status.to_string()];
    if let Some(reference) = response.get("$ref") {
        response = PUBLISHED
            .pointer(&reference.as_str().unwrap()[1..])
            .unwrap();
    }
    assert!(
        response.is_object(),
        "{} does not document {status}",
        operation.id
    );
    let mut schema = response["content"]["application/json"]["schema"].clone();
    schema["components"] = PUBLISHED["components"].clone();
    let validator = jsonschema::options()
        .should_validate_formats(true)
        .build(&schema)
        .unwrap();
    if let Some(error) = validator.iter_errors(body).next() {
        panic!(
            "{} {status}: {error} at {}",
            operation.id,
            error.instance_path()
        );
    }
    if let Some(codes) = response.get("x-error-codes") {
        assert!(
            codes.as_array().unwrap().contains(&body["message"]),
            "{}: {body}",
            operation.id
        );
    }
}

/// Whatever the seed and the size of the world.
#[tokio::test]
async fn what_the_examples_ask_for_is_there() {
    for options in [&[][..], &["--seed", "7", "--customers", "40"]] {
        let unchanged = Running::start(options).await;
        let mut done = 0;
        for operation in API.operations() {
            for example in (operation.examples)() {
                let place = format!("{}, example `{}`", operation.id, example.name);
                let example = example.value.unwrap();
                let level = *example.levels.first().unwrap();
                // What changes a world changes the answers to what comes after it.
                let changed = match operation.method {
                    Method::Get => None,
                    _ => Some(Running::start(options).await),
                };
                let sandbox = changed.as_ref().unwrap_or(&unchanged);
                let (status, answer) = sandbox.answer(operation, &example.request, level).await;
                assert!(matches!(status, 200 | 501), "{place} as {level}: {answer}");
                done += usize::from(status == 200);
            }
        }
        assert!(done > 0, "it does nothing at all");
    }
}

#[tokio::test]
async fn both_ways_give_the_same_for_every_level() {
    let sandbox = Running::start(&[]).await;
    let (customer_id, account_id) = (CUSTOMER, ACCOUNT);
    for level in AccessLevel::ALL {
        let own = level >= AccessLevel::VIEWER;
        let answers = [
            sandbox
                .typed(
                    GetCustomer {
                        customer_id: customer_id.clone(),
                    },
                    level,
                )
                .await
                .is_ok(),
            sandbox
                .typed(
                    GetCustomerName {
                        customer_id: customer_id.clone(),
                    },
                    level,
                )
                .await
                .is_ok(),
            sandbox
                .typed(
                    GetMvnoAccount {
                        account_id: account_id.clone(),
                    },
                    level,
                )
                .await
                .is_ok(),
        ];
        assert_eq!(answers, [own; 3], "{level}");
        let resellers = sandbox.typed(ListResellers { filter: None }, level).await;
        assert_eq!(resellers.is_ok(), level >= AccessLevel::RESELLER, "{level}");
    }
}

#[tokio::test]
async fn redaction_is_seen() {
    let sandbox = Running::start(&[]).await;
    let (customer_id, account_id) = (CUSTOMER, ACCOUNT);
    let sees = |answer: &Value, name: &str| answer.get(name).is_some();
    for (level, notes, socs) in [
        (AccessLevel::VIEWER, false, false),
        (AccessLevel::RESELLER, true, false),
        (AccessLevel::ADMIN, true, true),
    ] {
        let (_, customer) = sandbox
            .raw(
                GetCustomer {
                    customer_id: customer_id.clone(),
                },
                level,
            )
            .await;
        let (_, account) = sandbox
            .raw(
                GetMvnoAccount {
                    account_id: account_id.clone(),
                },
                level,
            )
            .await;
        assert_eq!(
            (sees(&customer, "notes"), sees(&account, "socs")),
            (notes, socs),
            "{level}"
        );
    }
}

#[tokio::test]
async fn errors_are_told_apart() {
    let sandbox = Running::start(&[]).await;
    let admin = AccessLevel::ADMIN;
    let error = sandbox
        .typed(
            GetCustomer {
                customer_id: NOBODY,
            },
            admin,
        )
        .await
        .unwrap_err();
    assert!(
        matches!(error, Error::Own(GetCustomerError::UnknownCustomer)),
        "{error}"
    );
    let error = sandbox
        .typed(
            GetMvnoAccount {
                account_id: NOBODY.into(),
            },
            admin,
        )
        .await
        .unwrap_err();
    assert!(
        matches!(error, Error::Own(GetMvnoAccountError::UnknownMvnoAccount)),
        "{error}"
    );

    let filter = Some(ResellerFilter::Iptv);
    let error = sandbox
        .typed(ListResellers { filter }, AccessLevel::RESELLER)
        .await
        .unwrap_err();
    let Error::Common {
        error: CommonError::AccessDenied,
        description,
    } = error
    else {
        panic!("{error}");
    };
    assert_eq!(
        description.unwrap().as_str(),
        "RESELLER may not send the parameter `iptv`."
    );

    let stranger = Client::new(sandbox.base.as_str(), Secret::new("nobody")).unwrap();
    let error = stranger
        .send(ListResellers { filter: None })
        .await
        .unwrap_err();
    assert!(
        matches!(
            error,
            Error::Common {
                error: CommonError::Unauthorized,
                ..
            }
        ),
        "{error}"
    );
}

#[tokio::test]
async fn what_is_said_of_a_world_may_not_be_stored() {
    let sandbox = Running::start(&[]).await;
    let customer = format!(
        "/customer/{}?token={}",
        CUSTOMER,
        sandbox.token(AccessLevel::ADMIN).expose()
    );
    for target in ["/", "/openapi.json", "/nowhere", customer.as_str()] {
        let (head, _) = sandbox.get(target).await;
        assert!(
            head.contains("\r\ncache-control: no-store"),
            "{target}: {head}"
        );
    }
}

#[tokio::test]
async fn every_filter_is_answered() {
    let sandbox = Running::start(&[]).await;
    for filter in [
        ResellerFilter::Iptv,
        ResellerFilter::IptvPrivate,
        ResellerFilter::Flexcare,
        ResellerFilter::Voip,
    ] {
        let filter = Some(filter);
        sandbox
            .typed(ListResellers { filter }, AccessLevel::ADMIN)
            .await
            .unwrap();
    }
}

#[tokio::test]
async fn a_newer_server_is_read() {
    let sandbox = Running::start(&["--from-the-future"]).await;
    let (customer_id, account_id) = (CUSTOMER, ACCOUNT);
    let client = sandbox.client(AccessLevel::ADMIN);
    client
        .send(GetCustomer {
            customer_id: customer_id.clone(),
        })
        .await
        .unwrap();
    client
        .send(GetCustomerName {
            customer_id: customer_id.clone(),
        })
        .await
        .unwrap();
    client.send(GetMvnoAccount { account_id }).await.unwrap();
    client.send(ListResellers { filter: None }).await.unwrap();
    let (_, customer) = sandbox
        .raw(GetCustomer { customer_id }, AccessLevel::ADMIN)
        .await;
    assert!(customer.get("fromTheFuture").is_some(), "{customer}");
}
