use serde_json::{Value, json};
use telecomx_contract::AccessLevel;
use telecomx_model::{Customer, Id};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
    sync::oneshot,
    task::JoinHandle,
};

use super::*;
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
        let host = self.base.strip_prefix("http://").unwrap();
        let mut socket = TcpStream::connect(host).await.unwrap();
        let request = format!(
            "{method} {path_and_query} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{fields}\r\n"
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
    assert_eq!(sandbox.guide.requests.len(), API.operations().count());
    for request in &sandbox.guide.requests {
        let answer = sandbox.get(&request.path_and_query).await;
        assert_eq!(answer.status, 200, "{request:?}: {}", answer.body);
    }
    let banner = Banner {
        base: &sandbox.base,
        world: "",
        guide: &sandbox.guide,
    };
    let banner = anstream::adapter::strip_str(&banner.to_string()).to_string();
    let curls: Vec<&str> = banner
        .lines()
        .filter_map(|line| line.trim().strip_prefix("curl '")?.strip_suffix('\''))
        .collect();
    assert_eq!(curls.len(), API.operations().count());
    for curl in curls {
        let path_and_query = curl.strip_prefix(&sandbox.base).unwrap();
        assert_eq!(sandbox.status(path_and_query).await, 200, "{curl}");
    }
    sandbox.end().await;
}

#[tokio::test]
async fn each_level_sees_its_own() {
    let sandbox = Running::start(&[]).await;
    let own = sandbox.own();
    let (id, number) = (
        own.id.clone(),
        sandbox.store.account_numbers(own.id).unwrap()[0].clone(),
    );
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
    let published = telecomx_openapi::document(&API, telecomx_openapi::Audience::All).unwrap();
    let published = telecomx_openapi::lower(published).unwrap().document;
    served["servers"] = published["servers"].clone();
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
    let guide = Guide::new(&store).unwrap();
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
