//! Flattened objects, whose properties must not be called as others are: the compiler makes sure of it.

use crate::Object;

/// Fails the compilation if a flattened object has a property of this name, with what to say then.
pub const fn assert_no_name(flattened: Option<&Object>, name: &str, message: &str) {
    if let Some(flattened) = flattened {
        assert!(!has_name(flattened, name), "{}", message);
    }
}

/// Fails the compilation if two flattened objects have a property of the same name, with what to say then.
pub const fn assert_no_name_in_common(one: Option<&Object>, other: Option<&Object>, message: &str) {
    let (Some(one), Some(other)) = (one, other) else {
        return;
    };
    assert!(!have_name_in_common(one, other), "{}", message);
}

/// Whether one of an object's properties has a name of the other object.
const fn have_name_in_common(one: &Object, other: &Object) -> bool {
    let mut properties = one.properties;
    while let [property, others @ ..] = properties {
        let mut names = property.aliases;
        while let [name, others @ ..] = names {
            if has_name(other, name) {
                return true;
            }
            names = others;
        }
        let has_it = match property.object {
            Some(below) if property.flatten => have_name_in_common(below, other),
            _ => has_name(other, property.name),
        };
        if has_it {
            return true;
        }
        properties = others;
    }
    false
}

/// Whether a property of the object is read by this name.
const fn has_name(object: &Object, name: &str) -> bool {
    let mut properties = object.properties;
    while let [property, others @ ..] = properties {
        let mut names = property.aliases;
        while let [alias, others @ ..] = names {
            if equal(alias.as_bytes(), name.as_bytes()) {
                return true;
            }
            names = others;
        }
        let has_it = match property.object {
            Some(below) if property.flatten => has_name(below, name),
            _ => equal(property.name.as_bytes(), name.as_bytes()),
        };
        if has_it {
            return true;
        }
        properties = others;
    }
    false
}

/// `==`, which is no constant function yet.
const fn equal(one: &[u8], other: &[u8]) -> bool {
    match (one, other) {
        ([], []) => true,
        ([a, one @ ..], [b, other @ ..]) => *a == *b && equal(one, other),
        _ => false,
    }
}
