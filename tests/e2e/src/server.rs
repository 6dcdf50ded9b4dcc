//! A running server.

use crate::answer::Answer;
use crate::command::without_settings;
use crate::files::{atlas_dir, binary, web_dir};
use serde_json::Value;
use std::io::{BufRead, BufReader, Read};
use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::time::{Duration, Instant};
use ureq::Agent;
use ureq::http::Request;

/// A server that answers until this is dropped, or until this process ends in whatever way.
pub struct Server {
    /// Address without path: `http://127.0.0.1:41234`.
    pub address: String,
    guard: Child,
    client: Client,
}

/// Asks over HTTP and follows nothing.
pub(crate) struct Client(Agent);

/// Starts the server, and ends it and removes its folder when the standard input closes: that happens
/// also when a test is stopped by force.
const GUARD: &str =
    r#"folder=$1; shift; "$@" & server=$!; read -r _; kill "$server"; wait "$server"; rm -rf "$folder""#;

/// Longest time that a start may take.
const START: Duration = Duration::from_mins(2);

impl Client {
    pub fn new() -> Self {
        let config = Agent::config_builder().http_status_as_error(false).max_redirects(0);
        Self(config.timeout_global(Some(Duration::from_mins(1))).build().new_agent())
    }

    pub fn ask(&self, method: &str, address: &str, path: &str, headers: &[(&str, &str)]) -> Answer {
        let mut request = Request::builder().method(method).uri(format!("{address}{path}"));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let mut response = self.0.run(request.body(()).unwrap()).unwrap();
        let mut body = Vec::new();
        response.body_mut().as_reader().read_to_end(&mut body).unwrap();
        Answer {
            asked: format!("{method} {path} {headers:?}"),
            status: response.status().as_u16(),
            headers: response.headers().clone(),
            body,
        }
    }
}

impl Server {
    /// The server that all stories of a file share which only read, with the settings that nobody changed.
    pub fn shared() -> &'static Self {
        static SHARED: OnceLock<Server> = OnceLock::new();
        SHARED.get_or_init(|| Self::start(&[]))
    }

    /// The same in the neutral view.
    pub fn neutral() -> &'static Self {
        static NEUTRAL: OnceLock<Server> = OnceLock::new();
        NEUTRAL.get_or_init(|| Self::start(&["--worldview", "neutral"]))
    }

    /// A server of its own with a new folder and these flags.
    pub fn start(flags: &[&str]) -> Self {
        let folder = tempfile::tempdir().unwrap().keep();
        Self::launch(&folder, &atlas_dir(), "127.0.0.1:0", flags)
    }

    /// A server of its own over a folder that holds a database; the folder goes with it.
    pub fn started_over(data_dir: &Path) -> Self {
        Self::launch(data_dir, &atlas_dir(), "127.0.0.1:0", &[])
    }

    /// A server of its own over another atlas.
    pub fn with_atlas(atlas: &Path) -> Self {
        let folder = tempfile::tempdir().unwrap().keep();
        Self::launch(&folder, atlas, "127.0.0.1:0", &[])
    }

    /// A server behind a proxy that is reached at `public_url`. It prints that address, so its port is
    /// chosen here.
    pub fn behind(public_url: &str) -> Self {
        let folder = tempfile::tempdir().unwrap().keep();
        let listen = format!("127.0.0.1:{}", free_port());
        Self::launch(&folder, &atlas_dir(), &listen, &["--public-url", public_url])
    }

    fn launch(data_dir: &Path, atlas: &Path, listen: &str, flags: &[&str]) -> Self {
        let mut command = Command::new("sh");
        let guarded = command.args(["-c", GUARD, "sh"]).arg(data_dir).arg(binary());
        guarded.args(["serve", "--listen", listen, "--data-dir"]).arg(data_dir);
        if !flags.contains(&"--atlas-dir") {
            guarded.arg("--atlas-dir").arg(atlas);
        }
        guarded.arg("--web-dir").arg(web_dir()).args(flags);
        without_settings(guarded).env("RUST_LOG", "warn").current_dir(data_dir);
        let mut guard = guarded.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let mut lines = BufReader::new(guard.stdout.take().unwrap()).lines();
        let said = lines.next().unwrap_or_else(|| panic!("the server ended before it answered")).unwrap();
        let printed =
            said.strip_prefix("Karigar answers on ").and_then(|rest| rest.split_whitespace().next());
        let printed = printed.unwrap_or_else(|| panic!("not an address: {said}"));
        let address = if listen.ends_with(":0") { printed.to_owned() } else { format!("http://{listen}") };
        let server = Self { address, guard, client: Client::new() };
        server.wait_until_ready();
        server
    }

    fn wait_until_ready(&self) {
        let deadline = Instant::now() + START;
        while self.get("/health/ready").status != 200 {
            assert!(Instant::now() < deadline, "the server is not ready");
        }
    }

    /// `GET` of a path or of an absolute address of this server.
    pub fn get(&self, path: &str) -> Answer {
        self.ask("GET", path, &[])
    }

    /// `GET` as a browser asks: a page before all.
    pub fn page(&self, path: &str) -> Answer {
        self.ask("GET", path, &[("accept", "text/html,application/xhtml+xml,*/*;q=0.8")])
    }

    /// The JSON of a path that answers 200.
    pub fn json(&self, path: &str) -> Value {
        self.get(path).expect(200).json()
    }

    /// A request with headers. Without `accept` the client says `*/*`.
    pub fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)]) -> Answer {
        let path = path.strip_prefix(&self.address).unwrap_or(path);
        assert!(path.starts_with('/'), "not an address of this server: {path}");
        self.client.ask(method, &self.address, path, headers)
    }

    /// All features of a layer that match, as one download.
    pub fn features(&self, layer: &str, query: &str) -> Vec<Value> {
        let mut collection = self.json(&format!("/api/collections/{layer}/download?f=geojson&{query}"));
        match collection["features"].take() {
            Value::Array(features) => features,
            other => panic!("no features: {other}"),
        }
    }

    /// How many features of a layer match.
    pub fn matched(&self, layer: &str, query: &str) -> u64 {
        let found = self.json(&format!("/api/collections/{layer}/items?limit=1&{query}"));
        found["numberMatched"].as_u64().unwrap()
    }

    /// The ids of all layers.
    pub fn layers(&self) -> Vec<String> {
        let collections = self.json("/api/collections");
        crate::list(&collections["collections"]).iter().map(crate::id).collect()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.guard.stdin.take());
        let _ = self.guard.wait();
    }
}

/// A port that nobody has at this moment.
pub fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

/// Parameters as they stand in an address.
pub fn encoded(pairs: &[(&str, &str)]) -> String {
    form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish()
}

/// A value as it stands in a list of codes: a comma within it stands behind a backslash.
pub fn as_code(value: &str) -> String {
    value.replace('\\', "\\\\").replace(',', "\\,")
}
