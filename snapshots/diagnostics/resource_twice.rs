use schemars::JsonSchema;
use serde::Deserialize;
use telecomx_contract::Resource;

/// Attributes that are given twice, or that say nothing.
#[derive(Debug, Deserialize, JsonSchema, Resource)]
#[serde(rename_all = "camelCase")]
#[serde(rename_all = "camelCase", tag = "kind")]
#[serde()]
pub struct Twice {
    /// A list in two parts.
    #[visible(ADMIN)]
    #[visible(RESELLER)]
    pub visible: Option<String>,
    /// Null, and null again.
    #[nullable]
    #[nullable]
    pub null: Option<String>,
    /// Two names.
    #[serde(rename = "one", rename = "two")]
    pub name: Option<String>,
    /// Two defaults, and what is not known.
    #[serde(default, skip_serializing_if = "Option::is_none", default)]
    pub default: Option<String>,
    /// Names in two parts, and by a keyword.
    #[serde(rename(serialize = "a", deserialize = "b"))]
    #[serde(skip)]
    pub halves: Option<String>,
    /// An empty name.
    #[serde(rename = "", alias = " b")]
    pub empty: Option<String>,
}

/// Names that stand for two properties.
#[derive(Resource)]
#[serde(rename_all = "camelCase")]
pub struct Names {
    /// Its own name.
    #[serde(alias = "own")]
    pub own: Option<String>,
    /// Twice the same.
    #[serde(alias = "other", alias = "other")]
    pub twice: Option<String>,
    /// That of another.
    #[serde(alias = "own")]
    pub third: Option<String>,
    /// What another is read by.
    pub other: Option<String>,
    /// The alias of another.
    #[serde(alias = "other")]
    pub last: Option<String>,
    /// A keyword.
    #[serde(alias = "type")]
    pub r#type: Option<String>,
}

/// Attributes of other derives, and of other places.
#[derive(Debug, Deserialize, JsonSchema, Resource)]
#[serde(rename_all = "camelCase")]
#[access(ADMIN)]
#[visible(ADMIN)]
#[assumption("It is misplaced.")]
#[schemars(description = "x")]
pub struct Misplaced {
    /// Who sees it?
    #[access(ADMIN)]
    #[flags]
    #[schemars(title = "x", rename = "y", skip)]
    #[code(404, "x")]
    pub name: Option<String>,
    /// Not by itself.
    #[serde(flatten)]
    #[assumption("It is flattened.")]
    #[deprecated(note = "it is flattened")]
    pub inner: Inner,
}

/// What is inside.
#[derive(Debug, Deserialize, JsonSchema, Resource)]
#[serde(rename_all = "camelCase")]
pub struct Inner {
    /// A note.
    pub note: Option<String>,
}
