//! The page at `/`.

use crate::guide::Guide;

/// The page: what this is, and links on.
pub(crate) fn page(guide: &Guide) -> String {
    let requests: String = guide
        .requests
        .iter()
        .map(|request| {
            let link = escape(&request.path_and_query);
            format!(
                "<tr><td>{}</td><td><a href=\"{link}\"><code>{link}</code></a></td></tr>\n",
                escape(request.summary),
            )
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
        .replace("<!-- requests -->\n", &requests)
        .replace("<!-- tokens -->\n", &tokens)
}

/// A text as it stands in HTML, in an attribute too.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('"', "&quot;")
}
