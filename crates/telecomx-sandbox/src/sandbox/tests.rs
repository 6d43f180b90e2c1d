use serde_json::{Value, json};
use telecomx_api::API;
use telecomx_contract::{AccessLevel, Audience, Method};
use telecomx_model::{Customer, Id, PhoneNumber};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
    sync::oneshot,
    task::JoinHandle,
};

use super::*;
use crate::guide::Try;
use clap::Parser as _;

/// A sandbox in this process, on a port of its own.
struct Running {
    base: String,
    guide: Guide,
    store: Arc<SqliteStore>,
    stop: oneshot::Sender<()>,
    task: JoinHandle<anyhow::Result<()>>,
}

struct Answer {
    status: u16,
    headers: String,
    body: Value,
}

impl Running {
    async fn start(arguments: &[&str]) -> Self {
        let arguments = [&["telecomx-sandbox", "--port", "0"], arguments].concat();
        let options = Options::try_parse_from(arguments).unwrap();
        let sandbox = Sandbox::start(&options).await.unwrap();
        let (stop, stopped) = oneshot::channel();
        Self {
            base: sandbox.base().to_owned(),
            guide: sandbox.guide().clone(),
            store: sandbox.store(),
            stop,
            task: tokio::spawn(sandbox.run(async {
                let _ = stopped.await;
            })),
        }
    }

    async fn get_text(&self, path_and_query: &str) -> (u16, String, String) {
        self.send("GET", path_and_query, "").await
    }

    /// Sends a request over a socket of its own, with these header fields besides.
    async fn send(
        &self,
        method: &str,
        path_and_query: &str,
        fields: &str,
    ) -> (u16, String, String) {
        self.send_body(method, path_and_query, fields, "").await
    }

    /// The same with a body, whose length is among the header fields.
    async fn send_body(
        &self,
        method: &str,
        path_and_query: &str,
        fields: &str,
        body: &str,
    ) -> (u16, String, String) {
        let host = self.base.strip_prefix("http://").unwrap();
        let mut socket = TcpStream::connect(host).await.unwrap();
        let request = format!(
            "{method} {path_and_query} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{fields}\r\n{body}"
        );
        socket.write_all(request.as_bytes()).await.unwrap();
        let mut answer = String::new();
        socket.read_to_string(&mut answer).await.unwrap();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        (status, head.to_lowercase(), body.to_owned())
    }

    async fn get(&self, path_and_query: &str) -> Answer {
        let (status, headers, body) = self.get_text(path_and_query).await;
        let body = serde_json::from_str(&body).unwrap_or_else(|error| panic!("{error}: {body}"));
        Answer {
            status,
            headers,
            body,
        }
    }

    async fn status(&self, path_and_query: &str) -> u16 {
        self.get(path_and_query).await.status
    }

    /// The customer of the viewer, and the reseller of that.
    fn own(&self) -> Customer {
        let id = self
            .guide
            .employees
            .iter()
            .find_map(|(employee, _)| employee.customer.clone())
            .unwrap();
        self.store.customer(id).unwrap().unwrap()
    }

    async fn end(self) {
        self.stop.send(()).unwrap();
        self.task.await.unwrap().unwrap();
    }
}

#[tokio::test]
async fn every_request_of_the_banner_is_answered() {
    let sandbox = Running::start(&[]).await;
    let guide = &sandbox.guide;
    assert_eq!(
        guide.requests.len() + guide.missing.len(),
        API.operations().count()
    );
    let banner = Banner {
        base: &sandbox.base,
        world: "",
        guide: &sandbox.guide,
    };
    let banner = text_of(&banner);
    let curls: Vec<&str> = banner
        .lines()
        .filter(|line| line.trim().starts_with("curl "))
        .collect();
    assert_eq!(curls.len(), guide.requests.len());
    for request in &guide.requests {
        let body = request.body.as_deref().unwrap_or_default();
        // What changes a world changes the answers to what comes after it.
        let changed = match request.method {
            Method::Get => None,
            _ => Some(Running::start(&[]).await),
        };
        let sandbox = changed.as_ref().unwrap_or(&sandbox);
        let fields = format!("content-length: {}\r\n", body.len());
        let (status, _, answer) = sandbox
            .send_body(
                request.method.as_str(),
                &request.path_and_query,
                &fields,
                body,
            )
            .await;
        assert_eq!(status, 200, "{request:?}: {answer}");
    }
    sandbox.end().await;
}

fn text_of(banner: &Banner<'_>) -> String {
    anstream::adapter::strip_str(&banner.to_string()).to_string()
}

#[test]
fn what_is_not_done_yet_is_told_and_not_documented() {
    let recipe = Recipe::default();
    let store = SqliteStore::in_memory(recipe, &mut recipe.items()).unwrap();
    let missing: Vec<_> = API.operations().take(1).collect();
    let guide = Guide::new(&store, missing).unwrap();
    assert_eq!(guide.requests.len(), API.operations().count() - 1);
    let banner = Banner {
        base: "http://sandbox",
        world: "",
        guide: &guide,
    };
    let told = "\nNot yet, answered with 501\n  GET /customer/{customerId}\n";
    assert!(text_of(&banner).contains(told), "{banner}");
    let page = page(&guide);
    let told = "<code>GET /customer/{customerId}</code>, not yet";
    assert!(page.contains(told), "{page}");
    let document = document("http://sandbox", &guide.missing).unwrap();
    assert_eq!(document["paths"].get("/customer/{customerId}"), None);
    assert!(document["paths"]["/customer/{customerId}/name"].is_object());
}

#[test]
fn every_request_can_be_pasted_into_a_shell() {
    let recipe = Recipe::default();
    let store = SqliteStore::in_memory(recipe, &mut recipe.items()).unwrap();
    let mut guide = Guide::new(&store, Vec::new()).unwrap();
    let request = |method, body: Option<&str>| Try {
        summary: "",
        level: AccessLevel::ADMIN,
        method,
        path_and_query: "/a?token=t".to_owned(),
        body: body.map(str::to_owned),
    };
    guide.requests = vec![
        request(Method::Get, None),
        request(Method::Delete, None),
        request(Method::Post, Some(r#"{"name":"Rip's"}"#)),
    ];
    let banner = Banner {
        base: "http://sandbox",
        world: "",
        guide: &guide,
    };
    let text = text_of(&banner);
    let curls: Vec<&str> = text
        .lines()
        .filter_map(|line| line.trim().strip_prefix("curl "))
        .collect();
    assert_eq!(
        curls,
        [
            "'http://sandbox/a?token=t'",
            "--request DELETE 'http://sandbox/a?token=t'",
            r#"--request POST --json '{"name":"Rip'\''s"}' 'http://sandbox/a?token=t'"#,
        ]
    );
}

#[tokio::test]
async fn each_level_sees_its_own() {
    let sandbox = Running::start(&[]).await;
    let own = sandbox.own();
    let (id, number) = (own.id.clone(), PhoneNumber::EXAMPLE);
    let number = number.to_string().replace('+', "%2B");
    for (level, sees_notes, sees_socs) in [
        ("viewer", false, false),
        ("reseller", true, false),
        ("reseller-admin", true, false),
        ("admin", true, true),
    ] {
        let customer = sandbox
            .get(&format!("/customer/{id}?token=sandbox-{level}"))
            .await
            .body;
        let account = sandbox
            .get(&format!("/mvno/{number}?token=sandbox-{level}"))
            .await
            .body;
        let name = sandbox
            .get(&format!("/customer/{id}/name?token=sandbox-{level}"))
            .await
            .body;
        assert_eq!(customer["_id"], json!(id));
        assert_eq!(customer.get("notes").is_some(), sees_notes, "{level}");
        assert_eq!(
            customer["finance"].get("durationMethod").is_some(),
            level == "admin"
        );
        assert_eq!(account.get("notes").is_some(), sees_notes, "{level}");
        assert_eq!(account.get("socs").is_some(), sees_socs, "{level}");
        assert_eq!(name["name"], customer["name"]);
        assert_eq!(name["features"], customer["features"]);
        assert!(name.get("addresses").is_none());

        let by_id = account["_id"].as_str().unwrap();
        let again = sandbox
            .get(&format!("/mvno/{by_id}?token=sandbox-{level}"))
            .await;
        assert_eq!(again.body, account);
    }
    sandbox.end().await;
}

#[tokio::test]
async fn resellers_are_listed_as_far_as_one_reaches() {
    let sandbox = Running::start(&[]).await;
    let listed = async |query: &str| {
        let answer = sandbox
            .get(&format!("/customer/resellers/list?{query}"))
            .await;
        assert_eq!(answer.status, 200, "{query}: {}", answer.body);
        answer.body.as_array().unwrap().len()
    };
    assert_eq!(listed("token=sandbox-reseller").await, 2);
    assert_eq!(listed("token=sandbox-reseller-admin").await, 2);
    assert_eq!(listed("token=sandbox-admin").await, 3);
    assert_eq!(listed("voip=true&token=sandbox-admin").await, 2);
    assert_eq!(listed("iptv=true&token=sandbox-admin").await, 2);
    assert_eq!(
        listed("iptvprivate=true&token=sandbox-reseller-admin").await,
        1
    );
    assert_eq!(listed("flexcare=1&token=sandbox-admin").await, 2);
    let denied = sandbox.status("/customer/resellers/list?voip=true&token=sandbox-reseller");
    assert_eq!(denied.await, 403);
    sandbox.end().await;
}

#[tokio::test]
async fn a_refusal_says_why() {
    let sandbox = Running::start(&[]).await;
    let own = sandbox.own().id;
    let reseller = sandbox.own().parent_reseller.unwrap();
    let unknown = "ffffffffffffffffffffffff";
    for (path_and_query, status, message) in [
        (format!("/customer/{own}"), 401, "unauthorized"),
        (format!("/customer/{own}?token=x"), 401, "unauthorized"),
        (
            format!("/customer/{own}?token=sandbox-no-login"),
            403,
            "access_denied",
        ),
        (
            format!("/customer/{own}?token=sandbox-personal"),
            403,
            "access_denied",
        ),
        (
            format!("/customer/{reseller}?token=sandbox-viewer"),
            403,
            "access_denied",
        ),
        (
            format!("/customer/{reseller}?token=sandbox-reseller"),
            403,
            "access_denied",
        ),
        (
            format!("/customer/{unknown}?token=sandbox-viewer"),
            404,
            "customer",
        ),
        (
            format!("/customer/{unknown}/name?token=sandbox-admin"),
            404,
            "customer",
        ),
        (
            "/customer/x?token=sandbox-admin".to_owned(),
            400,
            "bad_request",
        ),
        (
            "/customer/resellers/list?token=sandbox-viewer".to_owned(),
            403,
            "access_denied",
        ),
        (
            format!("/mvno/{unknown}?token=sandbox-admin"),
            404,
            "mvnoAccount",
        ),
        (
            "/mvno/%2B4510000000000?token=sandbox-admin".to_owned(),
            404,
            "mvnoAccount",
        ),
        (
            "/mvno/12345678?token=sandbox-admin".to_owned(),
            400,
            "bad_request",
        ),
    ] {
        let answer = sandbox.get(&path_and_query).await;
        let found = (answer.status, answer.body["message"].as_str());
        assert_eq!(found, (status, Some(message)), "{path_and_query}");
    }
    sandbox.end().await;
}

#[tokio::test]
async fn it_says_what_it_is() {
    let sandbox = Running::start(&[]).await;
    let (status, headers, page) = sandbox.get_text("/").await;
    assert_eq!(status, 200);
    assert!(headers.contains("text/html"));
    assert!(
        !page.contains("<!--"),
        "a place on the page is not filled in"
    );
    for (employee, _) in &sandbox.guide.employees {
        assert!(page.contains(employee.token.expose()));
    }

    let answer = sandbox.get("/openapi.json").await;
    assert!(answer.headers.contains("application/json"));
    let mut served = answer.body;
    assert_eq!(served["servers"][0]["url"], json!(sandbox.base));
    let published = telecomx_openapi::document(&API, Audience::All).unwrap();
    let published = telecomx_openapi::lower(published).unwrap().document;
    served["servers"] = published["servers"].clone();
    let mut operations = 0;
    for (path, item) in served["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            assert_eq!(operation, &published["paths"][path][method]);
            operations += 1;
        }
    }
    assert_eq!(operations, sandbox.guide.requests.len());
    served["paths"] = published["paths"].clone();
    assert_eq!(served, published);
    sandbox.end().await;
}

#[tokio::test]
async fn pages_of_other_origins_may_call_it_on_this_machine_alone() {
    const ORIGIN: &str = "Origin: https://docs.example\r\n";
    const PREFLIGHT: &str =
        "Origin: https://docs.example\r\nAccess-Control-Request-Method: GET\r\n";
    let here = Running::start(&[]).await;
    let exposed = ["--listen", "0.0.0.0", "--expose-synthetic-data-and-tokens"];
    let exposed = Running::start(&exposed).await;
    let request = here.guide.requests[0].path_and_query.clone();
    let requests = [
        ("OPTIONS", request.as_str(), PREFLIGHT, 200),
        ("GET", &request, ORIGIN, 200),
        ("GET", "/openapi.json", ORIGIN, 200),
        ("GET", "/customer/x", ORIGIN, 401),
        ("GET", "/nowhere", ORIGIN, 404),
    ];
    for (method, path, fields, expected) in requests {
        let (status, headers, _) = here.send(method, path, fields).await;
        assert_eq!(status, expected, "{method} {path}");
        assert!(
            headers.contains("access-control-allow-origin: *"),
            "{path}: {headers}"
        );
        let (status, headers, _) = exposed.send(method, path, fields).await;
        let expected = if method == "OPTIONS" { 405 } else { expected };
        assert_eq!(status, expected, "{method} {path}");
        assert!(!headers.contains("access-control"), "{path}: {headers}");
    }
    here.end().await;
    exposed.end().await;
}

#[tokio::test]
#[cfg(unix)]
async fn a_world_that_is_replaced_is_served_no_longer() {
    let folder = tempfile::tempdir().unwrap();
    let [path, other] = ["world.db", "other.db"].map(|name| folder.path().join(name));
    let recipe = Recipe::default();
    drop(SqliteStore::make_file(&other, recipe, &mut recipe.items()).unwrap());
    let sandbox = Running::start(&["--data", path.to_str().unwrap()]).await;
    let before = std::fs::read(&other).unwrap();
    std::fs::rename(&other, &path).unwrap();
    // Nobody tells it to stop.
    let error = sandbox.task.await.unwrap().unwrap_err().to_string();
    assert!(
        error.contains("world.db was replaced while it was served"),
        "{error}"
    );
    assert_eq!(std::fs::read(&path).unwrap(), before);
}

#[tokio::test]
async fn answers_from_the_future_have_what_no_document_has() {
    let sandbox = Running::start(&["--from-the-future"]).await;
    let own: Id = sandbox.own().id;
    let path = format!("/customer/{own}?token=sandbox-admin");
    let answer = sandbox.get(&path).await;
    assert_eq!(answer.status, 200);
    let customer = answer.body;
    for object in [
        &customer,
        &customer["addresses"][1],
        &customer["integrations"]["ms365"]["calendarShowAsMappings"],
    ] {
        assert!(object.get("fromTheFuture").is_some(), "{object}");
    }
    assert!(customer["custom"].get("fromTheFuture").is_none());
    for value in [
        &customer["state"],
        &customer["features"][0],
        &customer["finance"]["paymentTerms"],
    ] {
        assert_eq!(value, "FROM_THE_FUTURE");
    }
    // What the world has no value of is null where that is allowed, and absent elsewhere.
    let shown_as = &customer["integrations"]["ms365"]["calendarShowAsMappings"];
    assert_eq!(shown_as.get("tentative"), Some(&Value::Null));
    assert_eq!(customer.get("organizationResellers"), Some(&Value::Null));
    assert_eq!(customer["addresses"][0].get("fixedNumber"), None);
    let remote = &customer["serviceLevelAgreements"]["remote"];
    assert!(remote["responseTime"].is_i64(), "{remote}");
    // The model reads it all the same.
    serde_json::from_value::<Customer>(customer).unwrap();

    let list = sandbox.get("/customer/resellers/list?token=sandbox-admin");
    assert!(list.await.body[0].get("fromTheFuture").is_some());
    let error = sandbox.get("/customer/x?token=sandbox-admin").await;
    assert_eq!(error.status, 400);
    sandbox.end().await;
}

#[tokio::test]
async fn an_existing_world_is_kept_unless_told_otherwise() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("world.db");
    let start = async |arguments: &[&str]| {
        let data = path.to_str().unwrap();
        let arguments = [
            &["telecomx-sandbox", "--port", "0", "--data", data],
            arguments,
        ]
        .concat();
        let options = Options::try_parse_from(arguments).unwrap();
        Sandbox::start(&options).await.map(|sandbox| sandbox.world)
    };
    let made = start(&["--seed", "7"]).await.unwrap();
    assert!(made.contains("made from seed 7"), "{made}");
    let found = start(&[]).await.unwrap();
    assert!(found.contains("found in"), "{found}");
    let refused = start(&["--customers", "9"]).await.unwrap_err().to_string();
    assert!(refused.contains("--replace"), "{refused}");
    let replaced = start(&["--customers", "9", "--replace"]).await.unwrap();
    assert!(replaced.contains("13 customers"), "{replaced}");
}

#[tokio::test]
async fn a_port_in_use_is_named() {
    let sandbox = Running::start(&[]).await;
    let port = sandbox.base.rsplit_once(':').unwrap().1;
    let options = Options::try_parse_from(["telecomx-sandbox", "--port", port]).unwrap();
    let error = Sandbox::start(&options).await.unwrap_err().to_string();
    assert!(
        error.contains(port) && error.contains("--port 0"),
        "{error}"
    );
    sandbox.end().await;
}

#[test]
fn every_level_has_a_token() {
    assert_eq!(AccessLevel::ALL.len(), 8);
    let recipe = Recipe {
        customers: 100,
        ..Recipe::default()
    };
    let store = SqliteStore::in_memory(recipe, &mut recipe.items()).unwrap();
    let guide = Guide::new(&store, Vec::new()).unwrap();
    let tokens: Vec<_> = guide
        .employees
        .iter()
        .map(|(employee, _)| employee.token.expose())
        .collect();
    assert_eq!(
        tokens,
        [
            "sandbox-no-login",
            "sandbox-personal",
            "sandbox-viewer",
            "sandbox-manager",
            "sandbox-owner",
            "sandbox-reseller",
            "sandbox-reseller-admin",
            "sandbox-admin",
        ]
    );
}
