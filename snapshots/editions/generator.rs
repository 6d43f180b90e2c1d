//! Values of a schema, and values with one mistake. The same every time.

use fastrand::Rng;
use serde_json::{Map, Value, json};

/// Makes values of the schemas of a document.
pub struct Generator<'d> {
    document: &'d Value,
    random: Rng,
}

impl<'d> Generator<'d> {
    /// A generator for the schemas of this document, which is in OpenAPI 3.1.
    pub fn new(document: &'d Value) -> Self {
        Self {
            document,
            random: Rng::with_seed(20_251_110),
        }
    }

    /// A value that the schema allows.
    pub fn value(&mut self, schema: &Value) -> Value {
        if let Some(reference) = schema.get("$ref") {
            let target = reference.as_str().unwrap().trim_start_matches('#');
            return self.value(self.document.pointer(target).unwrap());
        }
        if let Some(members) = schema.get("anyOf") {
            let member = self.one_of(members);
            return self.value(&member);
        }
        if let Some(values) = schema.get("enum") {
            return self.one_of(values);
        }
        let name = match &schema["type"] {
            names @ Value::Array(_) => self.one_of(names),
            name => name.clone(),
        };
        match name.as_str().unwrap() {
            "null" => Value::Null,
            "boolean" => json!(self.random.bool()),
            "integer" => self.integer(schema),
            "number" => self.number(),
            "string" => self.string(schema),
            "array" => (0..self.random.usize(0..3))
                .map(|_| self.value(&schema["items"]))
                .collect(),
            "object" => self.object(schema),
            name => panic!("no value of {name} can be made"),
        }
    }

    fn one_of(&mut self, values: &Value) -> Value {
        self.random
            .choice(values.as_array().unwrap())
            .unwrap()
            .clone()
    }

    /// A whole number, also at the ends of its format, and also written as a fraction: to a schema it is the same.
    fn integer(&mut self, schema: &Value) -> Value {
        let (least, most) = match schema["format"].as_str() {
            Some("int64") => (i64::MIN, i64::MAX),
            _ => (i32::MIN.into(), i32::MAX.into()),
        };
        let some = self.random.i32(-3..);
        match self.random.u8(0..8) {
            0 => json!(least),
            1 => json!(most),
            2 => json!(f64::from(some)),
            _ => json!(some),
        }
    }

    /// A number, also at the ends of what a double can be.
    fn number(&mut self) -> Value {
        let some = self.random.i32(..);
        match self.random.u8(0..8) {
            0 => json!(f64::MAX),
            1 => json!(f64::MIN_POSITIVE),
            2 => json!(i64::MIN),
            3 => json!(u64::MAX),
            4 => json!(some),
            _ => json!(f64::from(some) / 4.0),
        }
    }

    /// A time at an edge of RFC 3339.
    fn edge_of_time(&mut self) -> Value {
        let edges = [
            "0000-01-01T00:00:00Z",
            "0000-01-01T00:00:00+23:59",
            "9999-12-31T23:59:59.999Z",
            "9999-12-31T23:59:59-23:59",
            "1998-12-31T23:59:60Z",
            "1998-12-31T23:59:60.5+00:00",
            "2024-02-29t12:00:00z",
            "2026-01-31T12:00:00.123456789012345Z",
            "2026-01-31T12:00:00-00:00",
        ];
        json!(self.random.choice(edges).unwrap())
    }

    /// What has a form has an example: its digits can be others.
    fn string(&mut self, schema: &Value) -> Value {
        if schema.get("format") == Some(&json!("date-time")) && self.random.u8(0..4) == 0 {
            return self.edge_of_time();
        }
        let has_form = schema.get("pattern").or_else(|| schema.get("format"));
        match (has_form, schema.get("examples")) {
            (Some(form), Some(examples)) => {
                let example = self.one_of(examples);
                // A month has no 9 in front.
                let digits = if *form == "date-time" {
                    '1'..='1'
                } else {
                    '1'..='9'
                };
                let other = |digit: char| match digit.is_ascii_digit() {
                    true => self.random.char(digits.clone()),
                    false => digit,
                };
                json!(
                    example
                        .as_str()
                        .unwrap()
                        .chars()
                        .map(other)
                        .collect::<String>()
                )
            }
            _ => json!(self.text()),
        }
    }

    fn text(&mut self) -> String {
        // Now and then a long one.
        let length = self.random.usize(0..8) + 500 * usize::from(self.random.u8(..) == 0);
        (0..length)
            .map(|_| self.random.char('\u{0}'..='\u{10ffff}'))
            .collect()
    }

    fn object(&mut self, schema: &Value) -> Value {
        let mut object = Map::new();
        let required = schema.get("required").and_then(Value::as_array);
        for (name, schema) in schema
            .get("properties")
            .and_then(Value::as_object)
            .into_iter()
            .flatten()
        {
            if required.is_some_and(|names| names.contains(&json!(name)))
                || self.random.u8(..) < 128
            {
                object.insert(name.clone(), self.value(schema));
            }
        }
        if self.random.u8(..) < 32 {
            object.insert(self.text(), self.anything());
        }
        Value::Object(object)
    }

    /// Some value of any type.
    fn anything(&mut self) -> Value {
        let all = [
            json!(null),
            json!(true),
            json!(0),
            json!(-1.5),
            json!(1e300),
            json!(u64::MAX),
            json!(""),
            json!("FROM_THE_FUTURE"),
            json!([]),
            json!([null]),
            json!({}),
            json!({ "_id": 7 }),
            json!({ "a": [1.0, { "b": [-0.0, 1e300] }] }),
        ];
        self.random.choice(all).unwrap()
    }

    /// The value with one mistake somewhere, which the schema may allow or not.
    pub fn with_mistake(&mut self, mut value: Value) -> Value {
        let mut places = Vec::new();
        collect(&value, String::new(), &mut places);
        let place = self.random.choice(places).unwrap();
        let target = value.pointer_mut(&place).unwrap();
        match (self.random.u8(0..5), &mut *target) {
            (0, Value::Object(object)) if !object.is_empty() => {
                let name = self.random.choice(object.keys()).unwrap().clone();
                object.shift_remove(&name);
            }
            (1, Value::Object(object)) if !object.is_empty() => {
                let name = self.random.choice(object.keys()).unwrap().clone();
                let value = object.shift_remove(&name).unwrap();
                object.insert(format!("{name}s"), value);
            }
            (2, Value::Object(object)) => {
                object.insert("fromTheFuture".to_owned(), self.anything());
            }
            (0 | 1, Value::String(text)) => {
                let characters: Vec<char> = text.chars().collect();
                let at = self.random.usize(..=characters.len());
                let removed = self.random.usize(0..2);
                let (before, after) = characters.split_at(at);
                let between = self.random.choice(["", "0", "g", "-", " ", "\n"]).unwrap();
                *text = before.iter().collect::<String>()
                    + between
                    + &after.iter().skip(removed).collect::<String>();
            }
            (0, Value::Number(_)) => {
                *target = self
                    .random
                    .choice([json!(0.5), json!(1e300), json!(u64::MAX), json!(i64::MIN)])
                    .unwrap()
            }
            (1, Value::Array(items)) => items.push(self.anything()),
            (3, _) => *target = Value::Null,
            _ => *target = self.anything(),
        }
        value
    }
}

/// The places of a value and of all that stand inside it.
fn collect(value: &Value, place: String, found: &mut Vec<String>) {
    match value {
        Value::Object(object) => {
            for (name, value) in object {
                let name = name.replace('~', "~0").replace('/', "~1");
                collect(value, format!("{place}/{name}"), found);
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                collect(item, format!("{place}/{index}"), found);
            }
        }
        _ => {}
    }
    found.push(place);
}
