use schemars::JsonSchema;
use serde::Deserialize;
use telecomx_contract::Resource;

/// No case is given.
#[derive(Debug, Deserialize, JsonSchema, Resource)]
pub struct NoCase {
    /// A name.
    pub name: Option<String>,
}

/// Another case is given.
#[derive(Debug, Deserialize, JsonSchema, Resource)]
#[serde(rename_all = "snake_case")]
pub struct OtherCase {
    /// A name.
    pub name: Option<String>,
}

/// Attributes that would be ignored.
#[derive(Debug, Deserialize, JsonSchema, Resource)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Ignored {
    /// A name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Another.
    #[serde(rename = "name")]
    pub other: Option<String>,
}

/// Demands that nothing looks for.
#[derive(Debug, Deserialize, JsonSchema, Resource)]
#[serde(rename_all = "camelCase")]
pub struct Demands {
    /// A short one.
    #[schemars(length(max = 3), extend("x-unit" = "cm"))]
    pub short: String,
    /// A small one.
    #[validate(range(max = 3))]
    pub small: i32,
}
