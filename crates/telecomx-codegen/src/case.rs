//! Between Rust's names and the wire's.

/// `customer_id` → `customerId`, as serde's `rename_all = "camelCase"` does for fields.
pub(crate) fn camel_from_snake(name: &str) -> String {
    let mut camel = String::with_capacity(name.len());
    for (index, word) in name.split('_').filter(|word| !word.is_empty()).enumerate() {
        let (head, tail) = split_head(word);
        match index {
            0 => camel.extend(head),
            _ => camel.extend(head.map(|head| head.to_ascii_uppercase())),
        }
        camel.push_str(tail);
    }
    camel
}

/// `GetCustomer` → `getCustomer`.
pub(crate) fn camel_from_pascal(name: &str) -> String {
    let (head, tail) = split_head(name);
    head.map(|head| head.to_ascii_lowercase())
        .into_iter()
        .collect::<String>()
        + tail
}

/// `customerId` → `customer_id`, `GetCustomer` → `get_customer`.
pub(crate) fn snake(name: &str) -> String {
    let mut snake = String::with_capacity(name.len() + 4);
    for (index, character) in name.char_indices() {
        if character.is_ascii_uppercase() && index > 0 {
            snake.push('_');
        }
        snake.push(character.to_ascii_lowercase());
    }
    snake
}

/// `OutOfOffice` → `OUT_OF_OFFICE`, `Days5` → `DAYS5`.
pub(crate) fn screaming(name: &str) -> String {
    snake(name).to_ascii_uppercase()
}

fn split_head(word: &str) -> (Option<char>, &str) {
    let mut characters = word.chars();
    (characters.next(), characters.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_follow_serde() {
        assert_eq!(camel_from_snake("customer_id"), "customerId");
        assert_eq!(camel_from_snake("five_g"), "fiveG");
        assert_eq!(camel_from_snake("ms365"), "ms365");
        assert_eq!(camel_from_snake("_id"), "id");
        assert_eq!(camel_from_pascal("GetMvnoAccount"), "getMvnoAccount");
        assert_eq!(snake("customerId"), "customer_id");
        assert_eq!(screaming("OutOfOffice"), "OUT_OF_OFFICE");
    }
}
