//! One audience's part of the site: what it may know, joined from its document and the contract.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use telecomx_contract::{
    Api, Audience, ErrorBody, ErrorCode, Object, Operation, Parameter, ParameterGroup, Resource,
    Section,
};
use telecomx_openapi::{Errata, Loss, Lowered, OpenQuestion, Visibility};

use crate::{
    Site, SiteError,
    changes::{self, Change},
    document,
    part::Part,
    samples::{self, Sample},
};

/// One audience's part of the site.
#[derive(Debug)]
pub(crate) struct Portal {
    pub(crate) api: Api,
    pub(crate) part: Part,
    /// The audience's OpenAPI 3.0 document: what is not in it is on no page.
    pub(crate) document: Value,
    /// The same in OpenAPI 3.1.
    pub(crate) newest: Value,
    /// What OpenAPI 3.0 cannot say of it.
    pub(crate) losses: Vec<Loss>,
    /// The operations that it may call, in the order of the contract.
    pub(crate) operations: Vec<Entry>,
    /// The objects that it may see, by name.
    pub(crate) objects: BTreeMap<&'static str, &'static Object>,
    /// Who of the levels that it may know of sees what.
    pub(crate) visibility: Visibility,
    pub(crate) errata: Errata,
    /// The questions to the owner, which tell of what others see: for those alone who may know the whole contract.
    pub(crate) questions: Vec<OpenQuestion>,
    /// What was last published, and what has changed since.
    pub(crate) changes: Option<(String, Vec<Change>)>,
    /// All parts of the site.
    pub(crate) switch: Vec<Places>,
}

/// An operation with what the pages show of it.
#[derive(Debug)]
pub(crate) struct Entry {
    pub(crate) section: &'static Section,
    pub(crate) operation: &'static Operation,
    pub(crate) samples: Vec<Sample>,
}

/// A parameter, the group that says who may send it, and its object in the document.
type Sent<'d> = (&'static Parameter, &'static ParameterGroup, &'d Value);

/// A part of the site, as the others link to it.
#[derive(Debug, Clone)]
pub(crate) struct Places {
    pub(crate) part: Part,
    /// The pages of operations and objects that it has.
    pub(crate) pages: BTreeSet<String>,
}

impl Portal {
    pub(crate) fn new(site: &Site<'_>, part: Part) -> Result<Self, SiteError> {
        let (api, audience) = (*site.api, part.audience);
        let newest = telecomx_openapi::document(&api, audience)?;
        let Lowered { document, losses } = telecomx_openapi::lower(newest.clone())?;
        let mut operations = Vec::new();
        for section in api.sections {
            for operation in section.operations {
                if let Some(object) = document::operation(&document, operation.id) {
                    operations.push(Entry {
                        section,
                        operation,
                        samples: samples::samples(operation, object)?,
                    });
                }
            }
        }
        let objects = api
            .operations()
            .flat_map(Operation::objects)
            .chain([ErrorBody::RESOURCE])
            .flat_map(Object::objects)
            .filter(|object| document::component(&document, object.name).is_some())
            .map(|object| (object.name, object))
            .collect();
        let changes = match site.previous {
            Some(previous) => {
                let whole = telecomx_openapi::document(&api, Audience::All)?;
                let whole = telecomx_openapi::lower(whole)?.document;
                let seen = |document| changes::seen_by(document, audience);
                let changes = changes::between(&seen(&previous.document), &seen(&whole));
                Some((previous.name.clone(), changes))
            }
            None => None,
        };
        let questions = match audience {
            Audience::All => telecomx_openapi::open_questions(&api),
            Audience::Level(_) => Vec::new(),
        };
        Ok(Self {
            visibility: Visibility::new(&api, audience),
            errata: Errata::new(&api, audience),
            api,
            part,
            document,
            newest,
            losses,
            operations,
            objects,
            questions,
            changes,
            switch: Vec::new(),
        })
    }

    /// Whom it is for.
    pub(crate) fn audience(&self) -> Audience {
        self.part.audience
    }

    /// The folder of its pages, with a `/` at its end; empty for that of the site.
    pub(crate) fn folder(&self) -> String {
        self.part.folder()
    }

    /// The portal as the others link to it.
    pub(crate) fn places(&self) -> Places {
        let operations = self
            .operations
            .iter()
            .map(|entry| operation_page(entry.operation.id));
        let objects = self.objects.keys().map(|name| object_page(name));
        Places {
            part: self.part,
            pages: operations.chain(objects).collect(),
        }
    }

    /// The schema of an object's property, at its place.
    pub(crate) fn property(&self, object: &str, name: &str) -> Option<&Value> {
        document::component(&self.document, object)?
            .get("properties")?
            .get(name)
    }

    /// The parameters of an operation that the audience may send, each with the group that says who may, and its
    /// object in the document.
    pub(crate) fn parameters(&self, operation: &Operation) -> Vec<Sent<'_>> {
        let object = document::operation(&self.document, operation.id);
        let documented = object.and_then(|object| object.get("parameters")?.as_array());
        let documented: Vec<_> = documented.into_iter().flatten().collect();
        let find = |name: &str| {
            let mut documented = documented.iter().copied();
            documented.find(|object| document::text(object, "name") == name)
        };
        operation
            .parameters()
            .filter_map(|(parameter, group)| Some((parameter, group, find(parameter.name)?)))
            .collect()
    }

    /// The page that a name in a description has, from the folder of the portal.
    pub(crate) fn page_of(&self, name: &str) -> Option<String> {
        if self.objects.contains_key(name) {
            return Some(object_page(name));
        }
        let is_operation = self
            .operations
            .iter()
            .any(|entry| entry.operation.id == name);
        is_operation.then(|| operation_page(name))
    }

    /// The errors that an operation can answer the audience with.
    pub(crate) fn errors_of(&self, operation: &Operation) -> Vec<ErrorCode> {
        let errors = telecomx_openapi::errors_by_status(operation, self.audience());
        errors.into_values().flatten().collect()
    }

    /// Every error with the operations that can answer it, by status and code.
    pub(crate) fn errors(
        &self,
    ) -> BTreeMap<(u16, &'static str), Vec<(ErrorCode, &'static Operation)>> {
        let mut errors: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for entry in &self.operations {
            for error in self.errors_of(entry.operation) {
                let places = errors.entry((error.status, error.code)).or_default();
                places.push((error, entry.operation));
            }
        }
        errors
    }

    /// The sections with their operations.
    pub(crate) fn sections(&self) -> impl Iterator<Item = (&'static Section, &[Entry])> {
        self.operations
            .chunk_by(|one, other| one.section.name == other.section.name)
            .map(|entries| (entries[0].section, entries))
    }
}

/// The page of an operation, from the folder of the portal.
pub(crate) fn operation_page(id: &str) -> String {
    format!("operations/{id}.html")
}

/// The page of an object, from the folder of the portal.
pub(crate) fn object_page(name: &str) -> String {
    format!("objects/{name}.html")
}
