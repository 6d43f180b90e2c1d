//! What the commands print.

use std::{fs, path::Path, process::Command};

use crate::{
    built,
    suite::{Suite, snapshot},
};

/// Runs `cargo xtask` in a folder: what it prints on both streams, and how it ends.
fn xtask(folder: &Path, arguments: &[&str]) -> String {
    let output = Command::new(built::binary("xtask"))
        .args(arguments)
        .current_dir(folder)
        .output()
        .unwrap();
    let stream = |bytes: Vec<u8>| {
        String::from_utf8(bytes)
            .unwrap()
            .lines()
            .map(without_measures)
            .collect::<String>()
    };
    let text = format!(
        "$ cargo xtask {}\n{}{}{}\n",
        arguments.join(" "),
        stream(output.stdout),
        stream(output.stderr),
        output.status
    );
    assert!(
        !text.contains('\u{1b}'),
        "colours are for terminals: {text:?}"
    );
    text
}

/// Leaves out how long it took, how large the documents are and how much is lost: all change with every
/// edit.
fn without_measures(line: &str) -> String {
    if let Some((_, told)) = line.split_once(" places; ") {
        return format!("OpenAPI 3.0 says less than 3.1 at N places; {told}\n");
    }
    let line = match (line.starts_with("wrote "), line.rsplit_once(" (")) {
        (true, Some((line, _))) => format!("{line} (SIZE)"),
        _ => line.to_owned(),
    };
    match (line.contains(" documents in "), line.rsplit_once(", in ")) {
        (true, Some((line, _))) => format!("{line}, in TIME\n"),
        _ => format!("{line}\n"),
    }
}

#[test]
fn commands() {
    let mut suite = Suite::new("cli");
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let run = |arguments: &[&str]| xtask(folder, arguments);

    snapshot!(suite, "help", run(&["help"]));
    snapshot!(suite, "help_generate", run(&["help", "generate"]));
    snapshot!(suite, "help_dist", run(&["help", "dist"]));
    snapshot!(suite, "unknown_verb", run(&["generat"]));

    let generate = ["generate", "--out", "spec"];
    let check = ["generate", "--check", "--out", "spec"];
    snapshot!(suite, "generate_twice", run(&generate) + &run(&generate));
    snapshot!(suite, "check_up_to_date", run(&check));

    let document = folder.join("spec/openapi.json");
    let text = fs::read_to_string(&document).unwrap();
    let stale = text.replacen("https://spdx.org/", "https://example.org/", 1);
    assert_ne!(stale, text);
    fs::write(&document, &stale).unwrap();
    snapshot!(suite, "check_stale", run(&check));
    assert_eq!(
        fs::read_to_string(&document).unwrap(),
        stale,
        "a check writes nothing"
    );
    snapshot!(suite, "generate_stale", run(&generate));
    assert_eq!(fs::read_to_string(&document).unwrap(), text);

    // As git makes it on Windows, where nobody has told it not to.
    let converted = text.replace('\n', "\r\n");
    fs::write(&document, &converted).unwrap();
    snapshot!(suite, "check_line_ends", run(&check));
    fs::write(&document, stale.replace('\n', "\r\n")).unwrap();
    snapshot!(suite, "check_line_ends_stale", run(&check));
    run(&generate);
    assert_eq!(fs::read_to_string(&document).unwrap(), text);

    fs::write(folder.join("spec/notes.txt"), "mine").unwrap();
    snapshot!(suite, "check_stray", run(&check));
    fs::remove_file(folder.join("spec/notes.txt")).unwrap();

    // What is made for a release alone, and a folder that never was.
    fs::create_dir(folder.join("spec/audiences")).unwrap();
    fs::write(folder.join("spec/audiences/ADMIN.json"), "{}").unwrap();
    fs::create_dir(folder.join("spec/drafts")).unwrap();
    snapshot!(suite, "check_stray_folders", run(&check));
    fs::remove_dir_all(folder.join("spec/audiences")).unwrap();
    fs::remove_dir(folder.join("spec/drafts")).unwrap();

    fs::remove_file(&document).unwrap();
    fs::create_dir(&document).unwrap();
    snapshot!(suite, "generate_unreadable", run(&generate));
    suite.finish();
}

#[test]
fn the_published_documents_are_up_to_date() {
    let output = xtask(built::workspace(), &["generate", "--check"]);
    assert!(output.ends_with("exit status: 0\n"), "{output}");
}
