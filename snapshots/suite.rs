//! A folder of snapshots: every difference is collected before it fails, and a snapshot that nothing
//! asserts fails too.

use std::{
    collections::BTreeSet,
    fs,
    panic::{AssertUnwindSafe, catch_unwind},
};

use crate::built;

pub struct Suite {
    folder: &'static str,
    asserted: BTreeSet<String>,
    failed: Vec<String>,
}

impl Suite {
    /// The snapshots in this folder, relative to the package.
    pub fn new(folder: &'static str) -> Self {
        Self {
            folder,
            asserted: BTreeSet::new(),
            failed: Vec::new(),
        }
    }

    /// Runs one assertion; `snapshot!` calls this.
    pub fn record(&mut self, name: &str, assertion: impl FnOnce()) {
        let mut settings = insta::Settings::clone_current();
        settings.set_snapshot_path(self.folder);
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        assert!(
            self.asserted.insert(name.to_owned()),
            "two snapshots are called {name}"
        );
        if settings
            .bind(|| catch_unwind(AssertUnwindSafe(assertion)))
            .is_err()
        {
            self.failed.push(name.to_owned());
        }
    }

    /// Fails if any assertion did, or if the folder holds a snapshot that was not asserted.
    pub fn finish(self) {
        let folder = built::package(self.folder);
        let orphans: Vec<String> = fs::read_dir(&folder)
            .unwrap()
            .filter_map(|entry| {
                let file = entry.unwrap().file_name().into_string().unwrap();
                let name = file.strip_suffix(".snap")?;
                (!self.asserted.contains(name)).then(|| format!("snapshots/{}/{file}", self.folder))
            })
            .collect();
        assert!(
            self.failed.is_empty(),
            "{} of {} snapshots in snapshots/{} differ: {}; see above, and run `cargo insta review`",
            self.failed.len(),
            self.asserted.len(),
            self.folder,
            self.failed.join(", ")
        );
        assert!(
            orphans.is_empty(),
            "nothing asserts {}; delete it",
            orphans.join(", ")
        );
    }
}

/// Asserts one snapshot of a suite.
macro_rules! snapshot {
    ($suite:expr, $name:expr, $text:expr) => {{
        let name: &str = $name;
        $suite.record(name, || insta::assert_snapshot!(name, $text));
    }};
}
pub(crate) use snapshot;
