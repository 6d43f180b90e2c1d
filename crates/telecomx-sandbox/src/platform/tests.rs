use std::sync::{Condvar, Mutex};

use axum::Router;
use telecomx_api::customer::resellers::ResellerFilter;
use telecomx_client::{Client, Error, Retries, ServerText};
use telecomx_model::{Id, MvnoAccountKey};
use telecomx_server::serve;
use tokio::net::TcpListener;

use super::*;
use crate::{
    store::{Census, SqliteStore},
    world::{Employee, Recipe},
};

/// A store whose lists are answered when it is told so.
struct SlowLists {
    store: SqliteStore,
    answers: Mutex<bool>,
    told: Condvar,
    /// Told of each list that begins.
    began: tokio::sync::Semaphore,
}

impl SlowLists {
    fn answer(&self) {
        *self.answers.lock().unwrap() = true;
        self.told.notify_all();
    }
}

impl Store for SlowLists {
    fn verify(&self) -> Result<(), StoreError> {
        self.store.verify()
    }

    fn recipe(&self) -> Result<Recipe, StoreError> {
        self.store.recipe()
    }

    fn census(&self) -> Result<Census, StoreError> {
        self.store.census()
    }

    fn first_employee(&self, level: AccessLevel) -> Result<Option<Employee>, StoreError> {
        self.store.first_employee(level)
    }

    fn employee(&self, token: &Secret) -> Result<Option<Employee>, StoreError> {
        self.store.employee(token)
    }

    fn customer(&self, id: Id) -> Result<Option<Customer>, StoreError> {
        self.store.customer(id)
    }

    fn subject(&self, customer: Id) -> Result<Option<Subject>, StoreError> {
        self.store.subject(customer)
    }

    fn account(&self, key: MvnoAccountKey) -> Result<Option<MvnoAccount>, StoreError> {
        self.store.account(key)
    }

    fn account_subject(&self, key: MvnoAccountKey) -> Result<Option<Subject>, StoreError> {
        self.store.account_subject(key)
    }

    fn resellers(
        &self,
        from: Option<Id>,
        filter: Option<ResellerFilter>,
    ) -> Result<Vec<Reseller>, StoreError> {
        self.began.add_permits(1);
        let answers = self.answers.lock().unwrap();
        drop(self.told.wait_while(answers, |answers| !*answers).unwrap());
        self.store.resellers(from, filter)
    }
}

/// Serves this platform, and tells where.
async fn served(platform: Platform<impl Store>) -> String {
    let router: Router = platform.server(Limits::default()).into_router();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let never = std::future::pending();
    tokio::spawn(serve(listener, router, Limits::default(), never));
    format!("http://{address}")
}

#[tokio::test]
async fn many_lists_are_told_to_come_back_and_keep_nobody_waiting() {
    let recipe = Recipe::default();
    let store = Arc::new(SlowLists {
        store: SqliteStore::in_memory(recipe, &mut recipe.items()).unwrap(),
        answers: Mutex::new(false),
        told: Condvar::new(),
        began: tokio::sync::Semaphore::new(0),
    });
    let base = served(Platform {
        lists: Lane::new(2, 0, PATIENCE),
        ..Platform::new(Arc::clone(&store))
    })
    .await;
    let client = |retries| {
        let builder = Client::builder(&base, Secret::new("sandbox-admin"));
        builder.retries(retries).build().unwrap()
    };
    let list = || ListResellers { filter: None };

    // Two lists are read, and do not end.
    let read: Vec<_> = (0..2)
        .map(|_| {
            let client = client(Retries::NEVER);
            tokio::spawn(async move { client.send(list()).await.map(|resellers| resellers.len()) })
        })
        .collect();
    store.began.acquire_many(2).await.unwrap().forget();

    // A third is told that it may come back, in words of its own.
    let error = client(Retries::NEVER).send(list()).await.unwrap_err();
    assert!(error.is_temporary(), "{error}");
    let Error::Undocumented { status, code, .. } = error else {
        panic!("{error}");
    };
    assert_eq!(
        (status, code.as_ref().map(ServerText::as_str)),
        (503, Some("overloaded"))
    );

    // What a single object holds is told meanwhile.
    let customer_id = Id::EXAMPLE;
    let hasty = client(Retries::NEVER);
    let customer = hasty.send(GetCustomer { customer_id }).await.unwrap();
    assert_eq!(customer.name, "Lyngborg Bogtryk ApS");

    // A client that repeats its request has its answer once there is room.
    let repeated = client(Retries {
        times: 100,
        ..Retries::default()
    });
    let (resellers, ()) = tokio::join!(repeated.send(list()), async { store.answer() });
    assert_eq!(resellers.unwrap().len(), 3);
    for read in read {
        assert_eq!(read.await.unwrap().unwrap(), 3);
    }
}

#[tokio::test]
async fn a_store_that_is_gone_is_an_internal_error_that_tells_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("world.db");
    let recipe = Recipe::default();
    let store = SqliteStore::make_file(&path, recipe, &mut recipe.items()).unwrap();
    let base = served(Platform::new(Arc::new(store))).await;
    std::fs::remove_file(&path).unwrap();
    let client = Client::new(&base, Secret::new("sandbox-admin")).unwrap();
    let error = client.send(ListResellers { filter: None }).await;
    let error = error.unwrap_err();
    assert_eq!(error.status(), Some(500));
    assert!(!error.to_string().contains("world.db"), "{error}");
}
