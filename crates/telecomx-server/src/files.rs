//! How many files a process may open, since each connection is one.

/// How many connections there can be at most, so that the platform has files left to open.
///
/// A limit that is not known, as on a system without one, allows what is asked for.
pub(crate) fn within(connections: usize) -> usize {
    #[cfg(unix)]
    let files = rustix::process::getrlimit(rustix::process::Resource::Nofile).current;
    #[cfg(not(unix))]
    let files = None;
    connections.min(room(files))
}

/// Three quarters of the files, and of few files those beyond what any platform needs.
fn room(files: Option<u64>) -> usize {
    const NEEDED: u64 = 32;

    let Some(files) = files else {
        return usize::MAX;
    };
    let room = files - (files / 4).max(NEEDED).min(files);
    usize::try_from(room).unwrap_or(usize::MAX).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_left_to_the_platform() {
        for (files, connections) in [
            (Some(4_096), 3_072),
            (Some(1_024), 768),
            (Some(256), 192),
            (Some(64), 32),
            (Some(32), 1),
            (Some(0), 1),
            (None, usize::MAX),
        ] {
            assert_eq!(room(files), connections, "{files:?}");
        }
    }
}
