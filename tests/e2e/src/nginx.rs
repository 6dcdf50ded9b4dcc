//! nginx with the example that is shipped, in front of a server.

use crate::answer::Answer;
use crate::files::repository;
use crate::server::Client;
use std::fs;
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// A proxy that runs until this is dropped.
pub struct Nginx {
    /// Address without path.
    pub address: String,
    guard: Child,
    client: Client,
}

/// Ends it and removes its folder when the standard input closes.
const GUARD: &str = r#"cd "$1"; PATH=$PATH:/usr/sbin; nginx -p "$1" -e stderr -c "$1/all.conf" & proxy=$!
    read -r _; kill "$proxy"; wait "$proxy"; rm -rf "$1""#;

/// Settings of the whole program, such as Debian has them: it compresses unless it is told not to.
const AROUND: &str = "daemon off; master_process off; pid nginx.pid; error_log stderr warn; events {}
    http { gzip on; gzip_proxied any; gzip_min_length 1; gzip_types *; client_body_temp_path body; proxy_temp_path proxy;
    fastcgi_temp_path fastcgi; uwsgi_temp_path uwsgi; scgi_temp_path scgi; include shipped.conf; }";

impl Nginx {
    /// Starts it on `port` with the server of the example that is called `name`, for the server at `upstream`.
    pub fn start(port: u16, name: &str, upstream: &str) -> Self {
        let folder = tempfile::tempdir().unwrap().keep();
        let shipped = fs::read_to_string(repository().join("deploy/nginx.conf")).unwrap();
        let upstream = upstream.strip_prefix("http://").unwrap();
        let mut changed = shipped.clone();
        for (before, after) in [
            ("server 127.0.0.1:8080;", format!("server {upstream};")),
            ("listen 80;", format!("listen 127.0.0.1:{port};")),
            (&format!("server_name {name};"), "server_name 127.0.0.1;".to_owned()),
            ("/var/log/nginx/karigar.log", "log".to_owned()),
        ] {
            assert!(changed.contains(before), "deploy/nginx.conf has no {before}");
            changed = changed.replace(before, &after);
        }
        fs::write(folder.join("shipped.conf"), changed).unwrap();
        fs::write(folder.join("all.conf"), AROUND).unwrap();
        let mut command = Command::new("sh");
        let guard = command.args(["-c", GUARD, "sh"]).arg(&folder).stdin(Stdio::piped()).spawn().unwrap();
        let nginx = Self { address: format!("http://127.0.0.1:{port}"), guard, client: Client::new() };
        let deadline = Instant::now() + Duration::from_mins(1);
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            assert!(Instant::now() < deadline, "nginx does not answer; `make tools` installs it");
        }
        nginx
    }

    /// `GET` of a path or of an absolute address of the proxy.
    pub fn get(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        let path = path.strip_prefix(&self.address).unwrap_or(path);
        assert!(path.starts_with('/'), "not an address of the proxy: {path}");
        self.client.ask("GET", &self.address, path, headers)
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        drop(self.guard.stdin.take());
        let _ = self.guard.wait();
    }
}
