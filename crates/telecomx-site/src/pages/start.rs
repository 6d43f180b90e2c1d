//! Getting started: the token, the first call, the sandbox.

use maud::html;
use telecomx_contract::Audience;

use super::{listed, samples};
use crate::{
    layout::code,
    portal::{Portal, operation_page},
    samples::{TOKEN, TYPES, URL},
};

pub(super) fn page(portal: &Portal) -> String {
    let page = listed(portal, "start.html", "Getting started");
    let (server, what) = portal.api.server;
    let whose = match portal.audience() {
        Audience::Level(level) => format!("that of {level}"),
        Audience::All => "that of your level".to_owned(),
    };
    page.html(&html! {
        h1 { "Getting started" }
        p { "You need a token. It says who you are, and so what you may call and what you see of an answer: "
            a href=(page.to("access.html")) { "access" } " has the tables." }

        h2 { "Try it on your machine" }
        p { "The sandbox is the whole API with a small synthetic world in it. In a clone of the contract's workspace:" }
        (code("Starting the sandbox", "cargo run -p telecomx-sandbox -- --port 8080\n"))
        p { "It prints a token for each access level. In another terminal, take " (whose) ":" }
        (code("Settings for the sandbox", &format!("export {URL}=http://127.0.0.1:8080\nexport {TOKEN}=…\n")))
        p { "Every sample on these pages reads the two variables, and runs against the sandbox as it stands: "
            "what the samples ask for, its world has." }

        h2 { "Make the first call" }
        @if let Some(entry) = portal.operations.first() {
            p { "This calls " a href=(page.to(&operation_page(entry.operation.id))) { (entry.operation.id) } "." }
            (samples(&entry.samples))
        }

        h2 { "Call the platform" }
        p { (what) " is another address and needs a token of its own; nothing else changes." }
        (code("Settings for the platform", &format!("export {URL}={server}\nexport {TOKEN}=…\n")))
        p { "Treat the token as a password. It stands in the URL, so keep URLs out of logs and messages." }

        h2 { "Use it in a program" }
        dl {
            dt { "Rust" }
            dd { "The workspace's typed client: the crates " code { "telecomx-client" } " and " code { "telecomx-api" }
                ", with tokio. Requests, answers and errors are types of the contract." }
            dt { "TypeScript" }
            dd { "Types from the " a href=(page.to("downloads.html")) { "document" } ": "
                code { "npx openapi-typescript openapi.json --output " (TYPES) } }
            dt { "Python" }
            dd { code { "pip install httpx" } }
            dt { "Another language" }
            dd { "The " a href=(page.to("downloads.html")) { "document" } " is written for generators." }
        }

        h2 { "Be ready for what comes" }
        ul {
            li { "Ignore properties and enumerated values that you do not know: new ones come without notice." }
            li { "Read a property that is left out and one that is null alike." }
            li { "Tell " a href=(page.to("errors.html")) { "errors" } " apart by status and code, and expect others." }
        }
    })
}
