use telecomx_contract::Resource;

/// No names.
#[derive(Resource)]
#[serde(rename_all = "camelCase")]
pub struct Tuple(String);

/// Not one shape.
#[derive(Resource)]
#[serde(rename_all = "camelCase")]
pub struct Generic<T> {
    /// Anything.
    pub anything: Option<T>,
}

/// No object.
#[derive(Resource)]
#[serde(rename_all = "camelCase")]
pub enum Choice {
    /// The one.
    One,
}
