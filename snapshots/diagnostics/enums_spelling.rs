use telecomx_contract::{ErrorCodes, OpenEnum};

/// One value, spelt in two ways; and values that cannot be.
#[derive(Debug, Clone, PartialEq, Eq, OpenEnum)]
pub enum Hours {
    /// A day.
    #[value(24)]
    Day,
    /// The same in hexadecimal.
    #[value(0x18)]
    Hexadecimal,
    /// The same with an underscore.
    #[value(2_4)]
    Underscore,
    /// With a type.
    #[value(24i64)]
    Typed,
    /// Too long.
    #[value(9223372036854775808)]
    Long,
    /// Two at once.
    #[value(1)]
    #[value(2)]
    Two,
    /// And two in one.
    #[value(3, 4)]
    TwoInOne,
    /// Nothing.
    #[value()]
    Nothing,
    /// No value.
    #[value = 5]
    Assigned,
    /// Half of one.
    #[value(0.5)]
    Half,
    /// Another one.
    Other(i64),
}

/// The same for texts.
#[derive(Debug, Clone, PartialEq, Eq, OpenEnum)]
pub enum Texts {
    /// One.
    #[value("A")]
    One,
    /// The same.
    #[value(r"A")]
    Raw,
    /// The same once more.
    #[value("\x41")]
    Escaped,
    /// Nothing.
    #[value("")]
    Empty,
    /// A line break.
    #[value("A\nB")]
    Line,
    /// Space around it.
    #[value(" B")]
    Space,
    /// A newer one.
    Other(String),
}

/// The same for errors.
#[derive(Debug, Clone, Copy, PartialEq, ErrorCodes)]
pub enum Codes {
    /// One.
    #[code(404, "a")]
    One,
    /// The same.
    #[code(0x194, "\x61")]
    Hexadecimal,
    /// With a type.
    #[code(404u16, "b")]
    Typed,
    /// Too long, and more than one mistake.
    #[code(65940, "c\0")]
    Long,
    /// No code.
    #[code(404)]
    Half,
    /// Too much.
    #[code(404, "d", "e")]
    More,
}
