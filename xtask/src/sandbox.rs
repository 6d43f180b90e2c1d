//! A sandbox that a command starts, as its banner describes it.

use std::{
    io::{BufRead as _, BufReader},
    process::{Child, Command, Stdio},
};

use anyhow::{Context as _, bail};

use crate::workspace::Workspace;

/// A sandbox that runs until it is dropped.
pub(crate) struct Sandbox {
    process: Child,
    guard: Child,
    /// Where it listens: `http://127.0.0.1:PORT`.
    pub(crate) base: String,
    /// The levels with their tokens, lowest first.
    pub(crate) tokens: Vec<(String, String)>,
    /// The operations that it does not do yet, as `GET /path`: they answer 501.
    pub(crate) missing: Vec<String>,
}

impl Sandbox {
    /// Builds and starts one on a free port, with these options besides.
    pub(crate) fn start(workspace: &Workspace, options: &[&str]) -> anyhow::Result<Self> {
        let process = workspace
            .cargo("run", workspace.root())
            .args(["--quiet", "--package", "telecomx-sandbox", "--"])
            .args(["--port", "0"])
            .args(options)
            .stdout(Stdio::piped())
            .spawn()
            .context("cannot start cargo")?;
        let guard = guard(&process)?;
        let mut sandbox = Self {
            process,
            guard,
            base: String::new(),
            tokens: Vec::new(),
            missing: Vec::new(),
        };
        sandbox
            .read_banner()
            .context("the sandbox did not start; see above")?;
        Ok(sandbox)
    }

    /// Reads what the sandbox prints at its start.
    fn read_banner(&mut self) -> anyhow::Result<()> {
        let stdout = self
            .process
            .stdout
            .take()
            .context("its output cannot be read")?;
        for line in BufReader::new(stdout).lines() {
            let line = line?;
            if let Some(base) = line.strip_prefix("Telecom X sandbox at ") {
                self.base = base.to_owned();
            } else if let [level, token, ..] = line.split_whitespace().collect::<Vec<_>>()[..]
                && token.starts_with("sandbox-")
            {
                self.tokens.push((level.to_owned(), token.to_owned()));
            } else if let [method, path] = line.split_whitespace().collect::<Vec<_>>()[..]
                && path.starts_with('/')
            {
                self.missing.push(format!("{method} {path}"));
            } else if line.starts_with("Ctrl-C") {
                break;
            }
        }
        match self.base.is_empty() || self.tokens.is_empty() {
            true => bail!("its banner is not as expected"),
            false => Ok(()),
        }
    }

    /// The token of a level.
    pub(crate) fn token(&self, level: &str) -> anyhow::Result<&str> {
        self.tokens
            .iter()
            .find(|(known, _)| known == level)
            .map(|(_, token)| token.as_str())
            .with_context(|| format!("the sandbox has no token for {level}"))
    }
}

impl Drop for Sandbox {
    fn drop(&mut self) {
        // They may have ended already; either way nothing of them is left. The guard goes first, so that it ends no
        // other process, to which the system has given the number anew.
        for process in [&mut self.guard, &mut self.process] {
            let _ = process.kill();
            let _ = process.wait();
        }
    }
}

/// Ends a process once this one has ended, however that came: one that is killed drops nothing.
fn guard(process: &Child) -> anyhow::Result<Child> {
    Command::new("sh")
        .args(["-c", "read -r _; kill \"$1\"", "sh"])
        .arg(process.id().to_string())
        // The other end of it is closed with this process.
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .context("cannot start sh")
}

#[cfg(test)]
mod tests {
    use std::os::unix::process::ExitStatusExt as _;

    use super::*;

    #[test]
    fn a_process_ends_with_the_one_that_guards_it() {
        let mut process = Command::new("sleep").arg("1000").spawn().unwrap();
        let mut guard = guard(&process).unwrap();
        // As when this process is killed.
        drop(guard.stdin.take());
        let terminated = 15;
        assert_eq!(process.wait().unwrap().signal(), Some(terminated));
        guard.wait().unwrap();
    }
}
