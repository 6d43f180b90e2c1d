//! What only the owner of the platform can decide.

/// What follows from the pages, and may not be meant.
///
/// The contract publishes what follows until the owner has answered. Where a question arises is not written here: it
/// follows from the declarations.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Question {
    /// The question in one sentence.
    pub title: &'static str,
    /// What follows from the pages, and what can be done about it, in one paragraph of Markdown.
    pub text: &'static str,
    /// What it is asked of.
    pub subject: Subject,
}

/// What a question is asked of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// Every credential in an answer, and the levels that see it.
    Credentials,
    /// Every operation that answers 404, and the levels that may call it in a relation only: they tell what does not
    /// exist from what is beyond their reach.
    Existence,
}

/// The questions to the owner.
pub const QUESTIONS: &[Question] = &[
    Question {
        title: "Who should see credentials?",
        text: "What no page restricts, everybody sees who may call the operation. Credentials are no exception: PIN, \
               PUK and activation codes, and the passwords, tokens and client secrets of third parties. So we publish \
               them, and so the server answers them. If that is not meant, `#[visible(…)]` at such a property, with \
               the levels that may see it, hides it from all others: in the answers, the documents and these pages.",
        subject: Subject::Credentials,
    },
    Question {
        title: "Should callers learn what exists beyond their reach?",
        text: "Where nothing has an id or a phone number, the pages answer 404; where something has it that the \
               caller may not reach, 403. So a caller can try numbers and learn which of them are taken, by whomever. \
               We publish both answers, as the pages have them. A platform can answer 403 to both, and tell nothing: \
               `Server::existence(Existence::Hidden)` does so, and `Existence::Told` is the default.",
        subject: Subject::Existence,
    },
];
