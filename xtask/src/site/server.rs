//! A server of static files, for this machine alone.

use std::{
    fs,
    io::{BufRead as _, BufReader, Read as _, Write as _},
    net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream},
    path::{Component, Path},
    thread,
    time::Duration,
};

use anyhow::Context as _;

/// The longest request that is read.
const LONGEST_REQUEST: u64 = 16 * 1024;

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
                thread::spawn(move || answer(&stream, &folder));
            }
        });
        Ok(Self { address })
    }

    /// The address: `http://127.0.0.1:PORT`.
    pub(super) fn address(&self) -> String {
        format!("http://{}", self.address)
    }
}

/// Answers one request.
fn answer(mut stream: &TcpStream, folder: &Path) -> std::io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(5)))?;
    let mut request = BufReader::new(stream.take(LONGEST_REQUEST));
    let mut first = String::new();
    request.read_line(&mut first)?;
    // The rest is read too: a connection that is closed with something unread is reset.
    let mut line = String::new();
    while request.read_line(&mut line)? > 2 {
        line.clear();
    }
    let (method, target) = match first.split_whitespace().collect::<Vec<_>>()[..] {
        [method, target, _] => (method, target),
        _ => return Ok(()),
    };
    let found = match method {
        "GET" | "HEAD" => file(folder, target),
        _ => None,
    };
    let (status, kind, body) = match &found {
        Some((kind, body)) => ("200 OK", *kind, body.as_slice()),
        None => (
            "404 Not Found",
            "text/plain",
            b"There is no such page.\n".as_slice(),
        ),
    };
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}; charset=utf-8\r\nContent-Length: {}\r\n\
         Cache-Control: no-cache\r\nConnection: close\r\n\r\n",
        body.len()
    )?;
    if method == "GET" {
        stream.write_all(body)?;
    }
    stream.flush()
}

/// The file of a request's target, with its media type.
fn file(folder: &Path, target: &str) -> Option<(&'static str, Vec<u8>)> {
    let path = target.split(['?', '#']).next()?.strip_prefix('/')?;
    // The site's names need no decoding; whatever else is asked for, is not there.
    let is_inside = |part: Component<'_>| matches!(part, Component::Normal(_));
    if !Path::new(path).components().all(is_inside) {
        return None;
    }
    let path = match path.is_empty() || path.ends_with('/') {
        true => folder.join(path).join("index.html"),
        false => folder.join(path),
    };
    let kind = match path.extension()?.to_str()? {
        "html" => "text/html",
        "css" => "text/css",
        "js" => "text/javascript",
        "json" => "application/json",
        "yaml" => "application/yaml",
        _ => "text/plain",
    };
    Some((kind, fs::read(path).ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_files_of_the_folder_are_served() {
        let folder = tempfile::tempdir().unwrap();
        let site = folder.path().join("site");
        fs::create_dir_all(site.join("VIEWER")).unwrap();
        fs::write(folder.path().join("secret.txt"), "secret").unwrap();
        fs::write(site.join("index.html"), "home").unwrap();
        fs::write(site.join("VIEWER/a.js"), "a").unwrap();
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
            "//etc/hostname.txt",
            "/VIEWER/",
            "secret",
        ] {
            assert_eq!(served(outside), None, "{outside}");
        }
    }
}
