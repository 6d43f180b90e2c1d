//! A server of static files, for this machine alone.
//!
//! It is written out because what is to be had follows symbolic links, and brings an asynchronous runtime into every
//! build of the commands.

use std::{
    fs,
    io::{self, Read as _, Write as _},
    net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream},
    path::{Component, Path},
    thread,
    time::Duration,
};

use anyhow::Context as _;
use httparse::{EMPTY_HEADER, Request, Status};

/// The longest head of a request that is read.
const LONGEST_HEAD: usize = 16 * 1024;

/// How many headers a request may have.
const MOST_HEADERS: usize = 100;

/// What the server is called by programs of this machine.
///
/// A page of another host can have its own name lead here, and would then read what is served as if it were its own.
const HOSTS: [&str; 3] = ["localhost", "127.0.0.1", "[::1]"];

/// A server, which runs until the program ends.
pub(super) struct Server {
    address: SocketAddr,
}

impl Server {
    /// Serves a folder on a port of this machine.
    pub(super) fn start(folder: &Path, port: u16) -> anyhow::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))
            .with_context(|| format!("cannot listen on port {port}; name another with --port"))?;
        let (address, folder) = (listener.local_addr()?, folder.to_owned());
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let folder = folder.clone();
                // A browser that goes away in the middle is no failure.
                thread::spawn(move || serve(&stream, &folder));
            }
        });
        Ok(Self { address })
    }

    /// The address: `http://127.0.0.1:PORT`.
    pub(super) fn address(&self) -> String {
        format!("http://{}", self.address)
    }
}

/// An answer, always with a body.
struct Answer {
    status: &'static str,
    kind: &'static str,
    body: Vec<u8>,
}

impl Answer {
    /// A refusal: its status, and a sentence.
    fn refused(status: &'static str, text: &str) -> Self {
        Self {
            status,
            kind: "text/plain",
            body: format!("{text}\n").into_bytes(),
        }
    }
}

/// Reads one request from a connection, and answers it.
fn serve(mut stream: &TcpStream, folder: &Path) -> io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(5)))?;
    let mut head = Vec::new();
    let mut part = [0; 4096];
    let (answer, has_body) = loop {
        match stream.read(&mut part)? {
            0 => return Ok(()),
            length => head.extend_from_slice(&part[..length]),
        }
        let mut headers = [EMPTY_HEADER; MOST_HEADERS];
        let mut request = Request::new(&mut headers);
        match request.parse(&head) {
            Ok(Status::Complete(_)) => {
                break (answer(&request, folder), request.method != Some("HEAD"));
            }
            Ok(Status::Partial) if head.len() < LONGEST_HEAD => {}
            Ok(Status::Partial) | Err(httparse::Error::TooManyHeaders) => {
                let status = "431 Request Header Fields Too Large";
                break (Answer::refused(status, "The request is too long."), true);
            }
            Err(_) => {
                break (
                    Answer::refused("400 Bad Request", "This is no request."),
                    true,
                );
            }
        }
    };
    write!(
        stream,
        "HTTP/1.1 {}\r\nContent-Type: {}; charset=utf-8\r\nContent-Length: {}\r\nAllow: GET, HEAD\r\n\
         Cache-Control: no-cache\r\nCross-Origin-Resource-Policy: same-origin\r\n\
         X-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n",
        answer.status,
        answer.kind,
        answer.body.len()
    )?;
    if has_body {
        stream.write_all(&answer.body)?;
    }
    stream.flush()
}

/// What is answered to a request.
fn answer(request: &Request<'_, '_>, folder: &Path) -> Answer {
    let mut hosts = request
        .headers
        .iter()
        .filter(|header| header.name.eq_ignore_ascii_case("host"));
    let (Some(host), None) = (hosts.next(), hosts.next()) else {
        return Answer::refused("400 Bad Request", "A request names one host.");
    };
    if !is_here(host.value) {
        let text = "This host is not served here; ask http://localhost for it.";
        return Answer::refused("421 Misdirected Request", text);
    }
    if !matches!(request.method, Some("GET" | "HEAD")) {
        return Answer::refused("405 Method Not Allowed", "Pages can only be read.");
    }
    match file(folder, request.path.unwrap_or_default()) {
        Some((kind, body)) => Answer {
            status: "200 OK",
            kind,
            body,
        },
        None => Answer::refused("404 Not Found", "There is no such page."),
    }
}

/// Whether a `Host` names this machine, with whatever port.
fn is_here(host: &[u8]) -> bool {
    let Ok(host) = str::from_utf8(host) else {
        return false;
    };
    HOSTS.iter().any(|here| {
        let Some((name, rest)) = host.split_at_checked(here.len()) else {
            return false;
        };
        let port = rest.strip_prefix(':').unwrap_or(rest);
        name.eq_ignore_ascii_case(here) && (rest.is_empty() || port.parse::<u16>().is_ok())
    })
}

/// The file of a request's target, with its media type.
fn file(folder: &Path, target: &str) -> Option<(&'static str, Vec<u8>)> {
    let path = target.split(['?', '#']).next()?.strip_prefix('/')?;
    let path = match path.is_empty() || path.ends_with('/') {
        true => Path::new(path).join("index.html"),
        false => path.into(),
    };
    let kind = match path.extension()?.to_str()? {
        "html" => "text/html",
        "css" => "text/css",
        "js" => "text/javascript",
        "json" => "application/json",
        "yaml" => "application/yaml",
        _ => "text/plain",
    };
    let mut found = folder.to_owned();
    for part in path.components() {
        // The site's names need no decoding; whatever else is asked for, is not there.
        let Component::Normal(name) = part else {
            return None;
        };
        found.push(name);
        // The site has no links: one leads out of it.
        if fs::symlink_metadata(&found).ok()?.is_symlink() {
            return None;
        }
    }
    Some((kind, fs::read(found).ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A site of three pages, with a secret beside it and a link to that in it.
    fn site() -> (tempfile::TempDir, std::path::PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let site = folder.path().join("site");
        fs::create_dir_all(site.join("VIEWER")).unwrap();
        fs::write(folder.path().join("secret.txt"), "secret").unwrap();
        fs::write(folder.path().join("index.html"), "secret").unwrap();
        fs::write(site.join("index.html"), "home").unwrap();
        fs::write(site.join("VIEWER/a.js"), "a").unwrap();
        std::os::unix::fs::symlink(folder.path().join("secret.txt"), site.join("file.txt"))
            .unwrap();
        std::os::unix::fs::symlink(folder.path(), site.join("folder")).unwrap();
        (folder, site)
    }

    #[test]
    fn only_files_of_the_folder_are_served() {
        let (_folder, site) = site();
        let served = |target| file(&site, target);
        assert_eq!(served("/"), Some(("text/html", b"home".to_vec())));
        assert_eq!(
            served("/index.html?a=b"),
            Some(("text/html", b"home".to_vec()))
        );
        assert_eq!(
            served("/VIEWER/a.js"),
            Some(("text/javascript", b"a".to_vec()))
        );
        for outside in [
            "/../secret.txt",
            "/VIEWER/../../secret.txt",
            "/%2e%2e/secret.txt",
            "/%2e%2e%2fsecret.txt",
            "/..%2fsecret.txt",
            "/%252e%252e/secret.txt",
            "/..\\secret.txt",
            "//etc/hostname.txt",
            "/VIEWER/",
            "/VIEWER",
            "secret",
            "http://localhost/index.html",
            "/file.txt",
            "/folder/secret.txt",
            "/folder/",
        ] {
            assert_eq!(served(outside), None, "{outside}");
        }
    }

    /// The status line and the body that a request is answered with.
    fn asked(request: &str) -> (String, String) {
        let (_folder, site) = site();
        let server = Server::start(&site, 0).unwrap();
        let mut stream = TcpStream::connect(server.address).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        let status = head.lines().next().unwrap();
        (status.to_owned(), body.to_owned())
    }

    #[test]
    fn only_those_who_call_it_by_a_name_of_this_machine_are_answered() {
        for host in ["localhost", "LOCALHOST:8000", "127.0.0.1:1", "[::1]:65535"] {
            let answer = asked(&format!("GET / HTTP/1.1\r\nHost: {host}\r\n\r\n"));
            assert_eq!(answer, ("HTTP/1.1 200 OK".into(), "home".into()), "{host}");
        }
        for host in [
            "attacker.example",
            "attacker.example:8000",
            "localhost.attacker.example",
            "localhost:8000.attacker.example",
            "127.0.0.1.attacker.example",
            "127.0.0.2",
            "localhost@attacker.example",
            "",
        ] {
            let (status, body) = asked(&format!("GET / HTTP/1.1\r\nHost: {host}\r\n\r\n"));
            assert_eq!(status, "HTTP/1.1 421 Misdirected Request", "{host}");
            assert!(!body.contains("home"), "{host}");
        }
    }

    #[test]
    fn what_is_no_request_for_a_page_is_refused() {
        // As long as what is read, and still not at its end.
        let start = "GET / HTTP/1.1\r\nHost: localhost\r\nA: ";
        let long = format!("{start:a<16384}");
        for (request, status) in [
            ("GET / HTTP/1.1\r\n\r\n", "400 Bad Request"),
            (
                "GET / HTTP/1.1\r\nHost: localhost\r\nHost: attacker.example\r\n\r\n",
                "400 Bad Request",
            ),
            ("GET /\r\n\r\n", "400 Bad Request"),
            (
                "POST / HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "405 Method Not Allowed",
            ),
            (
                "GET /none.html HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "404 Not Found",
            ),
            (long.as_str(), "431 Request Header Fields Too Large"),
        ] {
            assert_eq!(
                asked(request).0,
                format!("HTTP/1.1 {status}"),
                "{request:.40}"
            );
        }
        let head = asked("HEAD / HTTP/1.1\r\nHost: localhost\r\n\r\n");
        assert_eq!(head, ("HTTP/1.1 200 OK".into(), String::new()));
    }
}
