use schemars::JsonSchema;
use serde::Deserialize;
use telecomx_contract::Resource;

/// Rules that cannot hold.
#[derive(Debug, Deserialize, JsonSchema, Resource)]
#[serde(rename_all = "camelCase")]
pub struct Rules {
    /// Nobody is named.
    #[visible]
    pub nobody: Option<String>,
    /// Nobody is named here either.
    #[visible()]
    pub nobody_either: Option<String>,
    /// Somebody is named twice.
    #[visible(ADMIN, RESELLER, ADMIN)]
    pub twice: Option<String>,
    /// Two lists.
    #[visible(ADMIN)]
    #[visible(RESELLER)]
    pub two: Option<String>,
    /// A scope.
    #[visible(RESELLER, scope = OwnReseller)]
    pub scope: Option<String>,
    /// Something else.
    #[visible("ADMIN")]
    pub text: Option<String>,
}
