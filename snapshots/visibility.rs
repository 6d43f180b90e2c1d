//! One snapshot per operation's visibility table: restricted property × level, as documented.

use telecomx_api::API;
use telecomx_contract::AccessLevel;

use crate::{
    published::{properties, sees},
    suite::{Suite, snapshot},
};

#[test]
fn visibility() {
    let mut suite = Suite::new("visibility");
    for operation in API.operations() {
        let restricted: Vec<String> = properties(operation)
            .into_iter()
            .map(|(path, _)| path)
            .filter(|path| {
                !AccessLevel::ALL
                    .iter()
                    .all(|level| sees(operation, path, *level))
            })
            .collect();
        let width = restricted.iter().map(String::len).max().unwrap_or_default();
        let levels = AccessLevel::ALL.map(AccessLevel::as_str).join(" ");
        let mut table = format!("{:width$} {levels}\n", "");
        for path in &restricted {
            table += &format!("{path:width$}");
            for level in AccessLevel::ALL {
                let mark = if sees(operation, path, level) {
                    "yes"
                } else {
                    "-"
                };
                table += &format!(" {mark:^length$}", length = level.as_str().len());
            }
            table = table.trim_end().to_owned() + "\n";
        }
        let all = "Every level sees every property.\n".to_owned();
        snapshot!(
            suite,
            operation.id,
            if restricted.is_empty() { all } else { table }
        );
    }
    suite.finish();
}
