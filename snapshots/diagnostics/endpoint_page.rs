use schemars::JsonSchema;
use serde::Deserialize;
use telecomx_contract::{Example, Examples, Resource};

/// What is answered.
#[derive(Debug, Deserialize, JsonSchema, Resource)]
#[serde(rename_all = "camelCase")]
pub struct Thing {
    /// Identifies it.
    pub id: Option<String>,
}

impl Examples for Thing {
    fn examples() -> Vec<Example<Self>> {
        Vec::new()
    }
}

pub mod time_router {
    pub mod r#move {
        use telecomx_contract::Endpoint;

        use crate::Thing;

        /// Its page is what its module says.
        #[derive(Endpoint)]
        #[endpoint(GET "/a", response = Thing, page = "api:time-router:move", revised = "2026-01-31")]
        #[access(ADMIN)]
        pub struct Move;

        const _: &telecomx_contract::Operation = Move::LISTED;

        /// Its page is another.
        #[derive(Endpoint)]
        #[endpoint(GET "/b", response = Thing, page = "api:time_router:move", revised = "2026-01-31")]
        #[access(ADMIN)]
        pub struct Other;

        const _: &telecomx_contract::Operation = Other::LISTED;
    }
}

impl Examples for time_router::r#move::Move {
    fn examples() -> Vec<Example<Self>> {
        Vec::new()
    }
}

impl Examples for time_router::r#move::Other {
    fn examples() -> Vec<Example<Self>> {
        Vec::new()
    }
}
