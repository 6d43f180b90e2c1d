//! A platform of examples, a server of it, and raw HTTP.
#![allow(
    dead_code,
    unreachable_pub,
    reason = "each test binary uses a part of it"
)]

use std::{net::SocketAddr, time::Duration};

use axum::Router;
use serde_json::Value;
use telecomx_api::{
    API,
    customer::{
        get::{GetCustomer, GetCustomerError},
        get_name::{GetCustomerName, GetCustomerNameError},
        resellers::ListResellers,
    },
    mvno::account::get::{GetMvnoAccount, GetMvnoAccountError},
};
use telecomx_contract::{AccessLevel, Endpoint, Examples, NoErrors, Operation, Secret};
use telecomx_model::{Customer, CustomerSummary, Id, MvnoAccount, MvnoAccountKey, Reseller};
use telecomx_server::{Authenticate, Caller, Failure, Handle, Limits, Server, Subject, serve};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    sync::oneshot,
    task::JoinHandle,
};

pub const CUSTOMER: Id = Id::from_static("0000000000000000000000c1");
pub const RESELLER: Id = Id::from_static("0000000000000000000000e1");
/// A customer of nobody the callers belong to.
pub const STRANGER: Id = Id::from_static("0000000000000000000000c2");
/// Customers whose handler misbehaves.
pub const PANICS: Id = Id::from_static("00000000000000000000dead");
pub const FAILS: Id = Id::from_static("00000000000000000000fa11");
pub const BUSY: Id = Id::from_static("00000000000000000000b051");
pub const HANGS: Id = Id::from_static("000000000000000000005105");

pub const NO_NUMBER: Id = Id::from_static("0000000000000000000000a1");

/// Answers every request with the complete example.
pub struct Examples_;

fn first<T: Examples>() -> T {
    T::examples().remove(0).value
}

/// The subject of a customer's id; only one customer is unknown.
fn subject_of(customer: Id) -> Option<Subject> {
    let unknown: Id = Id::from_static("000000000000000000000404");
    (customer != unknown).then_some(Subject {
        customer: customer.clone(),
        reseller: (customer == CUSTOMER).then_some(RESELLER),
    })
}

impl Authenticate for Examples_ {
    async fn authenticate(&self, token: &Secret) -> Result<Option<Caller>, Failure<NoErrors>> {
        match token.expose() {
            "broken" => return Err(Failure::Internal("the directory is down".into())),
            "busy" => return Err(Failure::Overloaded),
            _ => {}
        }
        let level: Result<AccessLevel, _> = token.expose().parse();
        Ok(level.ok().map(|level| Caller {
            level,
            employee: None,
            customer: Some(CUSTOMER),
            reseller: Some(RESELLER),
        }))
    }
}

impl Handle<GetCustomer> for Examples_ {
    async fn handle(
        &self,
        request: GetCustomer,
        _: &Caller,
    ) -> Result<Customer, Failure<GetCustomerError>> {
        match request.customer_id {
            id if id == PANICS => panic!("a canary of a panic"),
            id if id == FAILS => return Err(Failure::Internal("the store is gone: canary".into())),
            id if id == BUSY => return Err(Failure::Overloaded),
            id if id == HANGS => tokio::time::sleep(Duration::from_secs(3600)).await,
            other if subject_of(other.clone()).is_none() => {
                return Err(Failure::Own(GetCustomerError::UnknownCustomer));
            }
            _ => {}
        }
        Ok(first())
    }

    async fn subject(&self, request: &GetCustomer) -> Result<Subject, Failure<GetCustomerError>> {
        subject_of(request.customer_id.clone())
            .ok_or(Failure::Own(GetCustomerError::UnknownCustomer))
    }
}

impl Handle<GetCustomerName> for Examples_ {
    async fn handle(
        &self,
        request: GetCustomerName,
        _: &Caller,
    ) -> Result<CustomerSummary, Failure<GetCustomerNameError>> {
        Handle::subject(self, &request).await?;
        Ok(first())
    }

    async fn subject(
        &self,
        request: &GetCustomerName,
    ) -> Result<Subject, Failure<GetCustomerNameError>> {
        subject_of(request.customer_id.clone())
            .ok_or(Failure::Own(GetCustomerNameError::UnknownCustomer))
    }
}

impl Handle<ListResellers> for Examples_ {
    async fn handle(
        &self,
        _: ListResellers,
        _: &Caller,
    ) -> Result<Vec<Reseller>, Failure<<ListResellers as Endpoint>::Error>> {
        Ok(first())
    }
}

impl Handle<GetMvnoAccount> for Examples_ {
    async fn handle(
        &self,
        request: GetMvnoAccount,
        _: &Caller,
    ) -> Result<MvnoAccount, Failure<GetMvnoAccountError>> {
        Handle::subject(self, &request).await?;
        let mut account: MvnoAccount = first();
        if request.account_id == NO_NUMBER.into()
            && let Some(roaming) = &mut account.rest_of_world_roaming
        {
            roaming.product_price = Some(f64::NAN);
        }
        Ok(account)
    }

    async fn subject(
        &self,
        request: &GetMvnoAccount,
    ) -> Result<Subject, Failure<GetMvnoAccountError>> {
        let customer = match request.account_id.clone() {
            MvnoAccountKey::Id(id) => id,
            MvnoAccountKey::Number(_) => CUSTOMER,
        };
        subject_of(customer).ok_or(Failure::Own(GetMvnoAccountError::UnknownMvnoAccount))
    }
}

/// The operations of the platform, whatever else there is.
pub const OPERATIONS: [Operation; 4] = [
    GetCustomer::OPERATION,
    GetCustomerName::OPERATION,
    ListResellers::OPERATION,
    GetMvnoAccount::OPERATION,
];

/// A server of the platform.
pub fn whole(limits: Limits) -> Server<Examples_> {
    Server::new(&API, Examples_, limits)
        .operation::<GetCustomer>()
        .operation::<GetCustomerName>()
        .operation::<ListResellers>()
        .operation::<GetMvnoAccount>()
}

/// A running server.
pub struct Running {
    pub address: SocketAddr,
    shutdown: Option<oneshot::Sender<()>>,
    served: JoinHandle<std::io::Result<()>>,
}

impl Running {
    /// The whole platform, with these limits.
    pub async fn with_limits(limits: Limits) -> Self {
        Self::of(whole(limits), limits).await
    }

    pub async fn of(server: Server<Examples_>, limits: Limits) -> Self {
        Self::router(server.into_router(), limits).await
    }

    pub async fn router(router: Router, limits: Limits) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (shutdown, stopped) = oneshot::channel();
        let stopped = async move {
            let _ = stopped.await;
        };
        let served = tokio::spawn(serve(listener, router, limits, stopped));
        Self {
            address,
            shutdown: Some(shutdown),
            served,
        }
    }

    /// Asks the server to stop.
    pub fn stop(&mut self) {
        let _ = self.shutdown.take().map(|shutdown| shutdown.send(()));
    }

    /// Waits until the server has stopped.
    pub async fn stopped(self) {
        self.served.await.unwrap().unwrap();
    }

    /// `GET path`, with the token of a level.
    pub async fn get(&self, path: &str, level: &str) -> Answer {
        let separator = if path.contains('?') { '&' } else { '?' };
        self.raw(&format!(
            "GET {path}{separator}token={level} HTTP/1.1\r\nhost: x\r\n"
        ))
        .await
    }

    /// A request's head, without the empty line that ends it.
    pub async fn raw(&self, head: &str) -> Answer {
        self.bytes(format!("{head}connection: close\r\n\r\n").as_bytes())
            .await
    }

    /// Anything at all.
    pub async fn bytes(&self, bytes: &[u8]) -> Answer {
        let mut stream = self.send(bytes).await;
        last_answer(&mut stream).await
    }

    /// A connection on which this was sent.
    pub async fn send(&self, bytes: &[u8]) -> TcpStream {
        let mut stream = TcpStream::connect(self.address).await.unwrap();
        // The server may refuse before it has read everything.
        let _ = stream.write_all(bytes).await;
        stream
    }
}

/// The last answer on a connection, which the server closes after it.
pub async fn last_answer(stream: &mut TcpStream) -> Answer {
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await.unwrap();
    Answer::parse(&answer)
}

/// An answer, taken apart.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub head: String,
    pub body: Vec<u8>,
}

impl Answer {
    fn parse(bytes: &[u8]) -> Self {
        let end = bytes.windows(4).position(|window| window == b"\r\n\r\n");
        let end = end.unwrap_or_else(|| panic!("no answer: {}", String::from_utf8_lossy(bytes)));
        let head = String::from_utf8(bytes[..end].to_vec())
            .unwrap()
            .to_lowercase();
        Self {
            status: head[9..12].parse().unwrap(),
            head,
            body: bytes[end + 4..].to_vec(),
        }
    }

    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body)
            .unwrap_or_else(|_| panic!("{}\n{}", self.head, String::from_utf8_lossy(&self.body)))
    }

    /// The code of an error, whose body must be the error component.
    pub fn code(&self) -> String {
        let body = self.json();
        assert!(
            self.head.contains("content-type: application/json"),
            "{}",
            self.head
        );
        assert!(!body["description"].as_str().unwrap().is_empty());
        body["message"].as_str().unwrap().to_owned()
    }

    pub fn description(&self) -> String {
        self.json()["description"].as_str().unwrap().to_owned()
    }
}
