use schemars::JsonSchema;
use serde::Deserialize;
use telecomx_contract::Resource;

#[derive(Debug, Deserialize, JsonSchema, Resource)]
#[serde(rename_all = "camelCase")]
pub struct Undescribed {
    pub name: Option<String>,
}
