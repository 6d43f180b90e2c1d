//! The page at `/`.

use telecomx_contract::Method;

use crate::guide::Guide;

/// The page: what this is, and links on.
pub(crate) fn page(guide: &Guide) -> String {
    let requests: String = guide
        .requests
        .iter()
        .map(|request| {
            let link = escape(&request.path_and_query);
            let shown = match (request.method, &request.body) {
                (Method::Get, _) => format!("<a href=\"{link}\"><code>{link}</code></a>"),
                (method, body) => {
                    let body = escape(body.as_deref().unwrap_or_default());
                    format!("<code>{method} {link}</code><br><code>{body}</code>")
                }
            };
            let summary = escape(request.summary);
            format!("<tr><td>{summary}</td><td>{shown}</td></tr>\n")
        })
        .collect();
    let missing: String = guide
        .missing
        .iter()
        .map(|operation| {
            let summary = escape(operation.summary);
            let (method, path) = (operation.method, operation.path);
            format!("<tr><td>{summary}</td><td><code>{method} {path}</code>, not yet</td></tr>\n")
        })
        .collect();
    let tokens: String = guide
        .employees
        .iter()
        .map(|(employee, company)| {
            let whose = match company {
                Some(company) => format!("{}, {company}", employee.name),
                None => employee.name.clone(),
            };
            format!(
                "<tr><td>{}</td><td><code>{}</code></td><td>{}</td></tr>\n",
                employee.level,
                escape(employee.token.expose()),
                escape(&whose),
            )
        })
        .collect();
    include_str!("page.html")
        .replace("<!-- requests -->\n", &(requests + &missing))
        .replace("<!-- tokens -->\n", &tokens)
}

/// A text as it stands in HTML, in an attribute too.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('"', "&quot;")
}
