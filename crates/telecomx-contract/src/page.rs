//! The id of the source page that follows from a module.

/// What every id of a page begins with, in place of the crate's name.
const ROOT: &str = "api";

/// `telecomx_api::customer::get_name` is `api:customer:get-name`, and `telecomx_api::sim::r#move` is `api:sim:move`.
pub(crate) fn of_module(module: &str) -> String {
    let mut page = ROOT.as_bytes().to_vec();
    let mut rest = below_crate(module);
    while let Some((byte, others)) = next(rest) {
        page.push(byte);
        rest = others;
    }
    // Only what is ASCII was changed.
    String::from_utf8_lossy(&page).into_owned()
}

/// Fails the compilation if a page is named that follows from the module as well.
pub const fn assert_other_page(module: &str, page: &str) {
    assert!(
        !follows_from(module, page),
        "the module says already which page this is; remove `page = …`"
    );
}

const fn follows_from(module: &str, page: &str) -> bool {
    let mut page = page.as_bytes();
    let mut root = ROOT.as_bytes();
    while let [expected, others @ ..] = root {
        page = match page {
            [byte, page @ ..] if *byte == *expected => page,
            _ => return false,
        };
        root = others;
    }
    let mut rest = below_crate(module);
    while let Some((expected, others)) = next(rest) {
        page = match page {
            [byte, page @ ..] if *byte == expected => page,
            _ => return false,
        };
        rest = others;
    }
    page.is_empty()
}

/// A module's path, from the separator after the crate's name.
const fn below_crate(module: &str) -> &[u8] {
    let mut rest = module.as_bytes();
    while let [first, others @ ..] = rest {
        if *first == b':' {
            break;
        }
        rest = others;
    }
    rest
}

/// The next byte of the id, and the rest of the module's path.
const fn next(module: &[u8]) -> Option<(u8, &[u8])> {
    match module {
        [b':', b':', b'r', b'#', rest @ ..] | [b':', b':', rest @ ..] => Some((b':', rest)),
        [b'_', rest @ ..] => Some((b'-', rest)),
        [byte, rest @ ..] => Some((*byte, rest)),
        [] => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{follows_from, of_module};

    #[test]
    fn a_page_follows_from_its_module() {
        for (module, page) in [
            ("telecomx_api::customer::get_name", "api:customer:get-name"),
            ("telecomx_api::mvno::account::get", "api:mvno:account:get"),
            ("telecomx_api::sim::r#move", "api:sim:move"),
            ("telecomx_api::r#type::for_each", "api:type:for-each"),
            ("telecomx_api::router::get", "api:router:get"),
            ("telecomx_api::grøn::hent", "api:grøn:hent"),
        ] {
            assert_eq!(of_module(module), page);
            assert!(follows_from(module, page), "{page}");
        }
    }

    #[test]
    fn another_page_does_not() {
        for page in [
            "api:pbx:time_router:get",
            "api:pbx:time-router",
            "api:pbx:time-router:get:all",
            "api:pbx:time-router:gets",
            "old:pbx:time-router:get",
            "API:pbx:time-router:get",
            "ap",
            "",
        ] {
            assert!(
                !follows_from("telecomx_api::pbx::time_router::get", page),
                "{page}"
            );
        }
    }
}
