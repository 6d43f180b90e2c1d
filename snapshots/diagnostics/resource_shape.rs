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

/// With a lifetime, and a condition.
#[derive(Resource)]
#[serde(rename_all = "camelCase")]
pub struct Borrowed<'a>
where
    'a: 'static,
{
    /// A name.
    pub name: Option<&'a str>,
}
