//! A sample in Rust, with the typed client of this workspace.

use serde_json::Value;
use telecomx_contract::ParameterGroup;

use super::{Call, TOKEN, URL, json, snake_case};

pub(super) fn program(call: &Call<'_>) -> String {
    let operation = call.operation;
    let request = pascal_case(operation.id);
    let groups = operation.parameters.iter();
    let parameters = groups.map(|group| format!("{}: {}", group.field, parameter(call, group)));
    let mut fields: Vec<String> = parameters.collect();
    let mut imports = String::new();
    if let (Some(body), Some(value)) = (operation.body, call.body) {
        imports += "use serde_json::{from_value, json};\n";
        fields.extend(body.object.properties.iter().map(|property| {
            let value = match property.flatten {
                true => Some(value),
                false => value.get(property.name),
            };
            format!("{}: {}", snake_case(property.name), of_body(value))
        }));
    }
    imports += &format!("use {}::{request};\n", operation.module);
    imports += "use telecomx_client::{Client, Secret};\n";
    if fields.iter().any(|field| field.contains(CHOICE)) {
        imports += "use telecomx_contract::QueryFlags;\n";
    }
    // rustfmt writes them so.
    let fields = match (fields.is_empty(), call.body) {
        (true, _) => String::new(),
        (false, None) => format!(" {{ {} }}", fields.join(", ")),
        (false, Some(_)) => {
            let lines = fields.iter().map(|field| format!("        {field},\n"));
            format!(" {{\n{}    }}", lines.collect::<String>())
        }
    };
    format!(
        "{imports}\n\
         #[tokio::main]\n\
         async fn main() -> Result<(), Box<dyn std::error::Error>> {{\n    \
             let token = Secret::new(std::env::var(\"{TOKEN}\")?);\n    \
             let client = Client::new(std::env::var(\"{URL}\")?, token)?;\n    \
             let answer = client.send({request}{fields}).await?;\n    \
             println!(\"{{answer:#?}}\");\n    \
             Ok(())\n\
         }}\n",
    )
}

/// How a choice is made by the name of its flag: what its variants are called is not known here.
const CHOICE: &str = "QueryFlags::from_flag";

/// The value of a field that travels as parameters.
fn parameter(call: &Call<'_>, group: &ParameterGroup) -> String {
    let is_its = |name| group.parameters.iter().any(|it| it.name == name);
    let mut values = call.values.iter();
    match values.find(|given| is_its(given.parameter.name)) {
        None => "None".to_owned(),
        Some(given) if group.parameters.len() > 1 => {
            format!("{CHOICE}({:?})", given.parameter.name)
        }
        Some(given) if given.parameter.required => format!("{:?}.parse()?", given.value),
        Some(given) => format!("Some({:?}.parse()?)", given.value),
    }
}

/// The value of a field that stands in the body, read as the field's type, which is not known here.
fn of_body(value: Option<&Value>) -> String {
    match value {
        Some(value) => format!("from_value(json!({}))?", json(value, 8)),
        None => "Default::default()".to_owned(),
    }
}

/// `getCustomer` → `GetCustomer`.
fn pascal_case(name: &str) -> String {
    let mut characters = name.chars();
    let first = characters.next().map(|first| first.to_ascii_uppercase());
    first.into_iter().chain(characters).collect()
}
