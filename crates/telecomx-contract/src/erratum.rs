//! Where a source page is wrong or silent, and what the contract decided.

/// One decision, recorded beside the field or operation it is about.
///
/// What the contract publishes is the declaration itself, so an erratum holds only the page's side and
/// the reason. Each claim is tested against the stored facts of its page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Erratum {
    /// The page, such as `api:customer:get`; none where no page speaks.
    pub page: Option<&'static str>,
    /// The row of that page, where the property occurs at several.
    pub at: Option<&'static str>,
    /// What the page says.
    pub claim: Claim,
    /// What is published instead, and why.
    pub why: &'static str,
}

/// What a page says that the contract does not publish.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Claim {
    /// The page is silent; the decision is an assumption.
    Silent,
    /// The table writes the property's row under another name.
    Row {
        /// The row, as written.
        row: &'static str,
        /// The row directly before it, since a bare name may occur twice.
        after: &'static str,
    },
    /// The table lists exactly these values.
    Values(&'static [&'static str]),
    /// The page names exactly these levels.
    Levels(&'static [&'static str]),
    /// The example holds this value, which is malformed or on no list.
    Example(&'static str),
    /// The example calls the property by this name.
    ExampleName(&'static str),
}

impl Erratum {
    /// A decision that no page speaks about.
    pub const fn assumption(why: &'static str) -> Self {
        Self {
            page: None,
            at: None,
            claim: Claim::Silent,
            why,
        }
    }
}

/// What was decided for the platform as a whole, where the pages are silent.
pub const PLATFORM_ASSUMPTIONS: &[Erratum] = &[
    Erratum::assumption(
        "Any operation may answer 401 `unauthorized` for no or an unknown token, 500 `internal_error`, and 400 `bad_request` for a malformed parameter, also where its page does not list them.",
    ),
    Erratum::assumption(
        "The token travels as the query parameter `token`, the only form the pages show.",
    ),
    Erratum::assumption(
        "Ids are 24 hexadecimal characters and phone numbers in E.164 format: that is demanded of what a caller sends, in parameters and bodies. What the platform answers is published as a text, since the examples of the pages hold ids of 22, 23 and 25 characters; clients keep such an id and send it as it came. An object that both callers and the platform send is published without the demand, and what a caller sends in it is refused all the same.",
    ),
    Erratum::assumption(
        "A property without a value is left out, or null where a page says or shows so; both are read alike, wherever they come, and it is written by leaving it out.",
    ),
];
