//! A sample in Rust, with the typed client of this workspace.

use super::{Call, TOKEN, URL};

pub(super) fn program(call: &Call<'_>) -> String {
    let operation = call.operation;
    let request = pascal_case(operation.id);
    let fields: Vec<String> = operation
        .parameters
        .iter()
        .map(|group| {
            let value = call.values.iter().find(|given| {
                group
                    .parameters
                    .iter()
                    .any(|it| it.name == given.parameter.name)
            });
            match value {
                Some(given) => format!("{}: {:?}.parse()?", group.field, given.value),
                None => format!("{}: None", group.field),
            }
        })
        .collect();
    let fields = match fields.is_empty() {
        true => String::new(),
        false => format!(" {{ {} }}", fields.join(", ")),
    };
    format!(
        "use {module}::{request};\n\
         use telecomx_client::{{Client, Secret}};\n\n\
         #[tokio::main]\n\
         async fn main() -> Result<(), Box<dyn std::error::Error>> {{\n    \
             let token = Secret::new(std::env::var(\"{TOKEN}\")?);\n    \
             let client = Client::new(std::env::var(\"{URL}\")?, token)?;\n    \
             let answer = client.send({request}{fields}).await?;\n    \
             println!(\"{{answer:#?}}\");\n    \
             Ok(())\n\
         }}\n",
        module = operation.module,
    )
}

/// `getCustomer` → `GetCustomer`.
fn pascal_case(name: &str) -> String {
    let mut characters = name.chars();
    let first = characters.next().map(|first| first.to_ascii_uppercase());
    first.into_iter().chain(characters).collect()
}
