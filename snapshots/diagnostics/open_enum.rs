use telecomx_contract::OpenEnum;

/// Nothing is left open.
#[derive(Debug, Clone, PartialEq, Eq, OpenEnum)]
pub enum Closed {
    /// One.
    One,
}

/// Mistakes in the values.
#[derive(Debug, Clone, PartialEq, Eq, OpenEnum)]
pub enum Text {
    Undescribed,
    /// A number among strings.
    #[value(1)]
    Number,
    /// A value that is taken.
    #[value("NUMBER_ONE")]
    First,
    /// A value that is taken.
    NumberOne,
    /// More than a value.
    Data(bool),
    /// Open.
    Other(String),
}

/// Mistakes in the numbers.
#[derive(Debug, Clone, PartialEq, Eq, OpenEnum)]
pub enum Number {
    /// No number.
    One,
    /// No number either.
    #[value("two")]
    Two,
    /// Open.
    Other(i64),
}

/// No enumeration.
#[derive(Debug, Clone, PartialEq, Eq, OpenEnum)]
pub struct Struct;

type Words = String;

/// What is not known is of a type that cannot be told.
#[derive(Debug, Clone, PartialEq, Eq, OpenEnum)]
pub enum Alias {
    /// One.
    One,
    /// Open.
    Other(Words),
}
