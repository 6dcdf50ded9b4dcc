//! The commands of the binary.

use crate::files::{atlas_dir, binary, web_dir};
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

/// Longest time that a command may take.
const LONGEST: Duration = Duration::from_mins(2);

/// What a command left behind.
#[derive(Debug)]
pub struct Finished {
    /// Exit code; nothing when a signal ended it.
    pub code: Option<i32>,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
}

/// The binary with the atlas and the browser's files of the repository, a database in `data_dir`, and no
/// setting from outside.
pub fn karigar(data_dir: &Path) -> Command {
    let mut command = Command::new(binary());
    without_settings(&mut command);
    let runs_in = if data_dir.is_dir() { data_dir } else { data_dir.parent().unwrap() };
    command.current_dir(runs_in);
    command
        .env("KARIGAR_DATA_DIR", data_dir)
        .env("KARIGAR_ATLAS_DIR", atlas_dir())
        .env("KARIGAR_WEB_DIR", web_dir());
    command
}

/// Takes away the settings that the environment of the tests may hold.
pub(crate) fn without_settings(command: &mut Command) -> &mut Command {
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("KARIGAR_")) {
        command.env_remove(name);
    }
    command
}

/// Runs a command to its end.
pub fn command(data_dir: &Path, arguments: &[&str]) -> Finished {
    Finished::of(karigar(data_dir).args(arguments))
}

impl Finished {
    /// Runs a command to its end, which must come before the longest time any command may take.
    pub fn of(command: &mut Command) -> Self {
        let command = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let child = command.spawn().unwrap();
        let id = child.id();
        let (sender, receiver) = mpsc::channel();
        std::thread::spawn(move || sender.send(child.wait_with_output()));
        let output = receiver.recv_timeout(LONGEST).unwrap_or_else(|_| {
            signal(id, "KILL");
            panic!("has not ended: {command:?}")
        });
        let output = output.unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        Self { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
    }

    /// The same, if it ended well.
    #[must_use]
    pub fn well(self) -> Self {
        assert_eq!(self.code, Some(0), "{self:?}");
        self
    }

    /// The one sentence of a command that failed with exit code 1: what stands after the name on the
    /// last line.
    pub fn sentence(&self) -> &str {
        assert_eq!(self.code, Some(1), "{self:?}");
        let last = self.err.trim_end().lines().last().unwrap_or_default();
        last.strip_prefix("karigar: ").unwrap_or_else(|| panic!("{self:?}"))
    }
}

fn signal(process: u32, name: &str) {
    let sent = Command::new("kill").args(["-s", name, &process.to_string()]).status().unwrap();
    assert!(sent.success());
}

/// A server that was started as a command, for stories about its end.
pub struct Running {
    child: Child,
    out: BufReader<ChildStdout>,
}

impl Running {
    /// Starts `serve` and waits for the line with its address.
    pub fn start(command: &mut Command) -> (Self, String) {
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn().unwrap();
        let mut out = BufReader::new(child.stdout.take().unwrap());
        let mut line = String::new();
        out.read_line(&mut line).unwrap();
        (Self { child, out }, line)
    }

    /// Sends a signal by its name.
    pub fn signal(&self, name: &str) {
        signal(self.child.id(), name);
    }

    /// Waits for the end: exit code, and what stood on the standard output after the first line.
    pub fn wait(mut self) -> (Option<i32>, String) {
        let mut rest = String::new();
        self.out.read_to_string(&mut rest).unwrap();
        (self.child.wait().unwrap().code(), rest)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
