//! `make install`, and what is installed: it runs from anywhere, the unit is right, and it goes away again.
#![expect(clippy::unwrap_used, reason = "a story ends where it meets what it did not expect")]

use karigar_e2e::{Finished, Running, binary, command, free_port, karigar, repository};
use std::fs;
use std::path::Path;
use std::process::Command;

/// Runs a target of the Makefile; `prefix` is where it installs.
fn make(target: &str, prefix: &Path) {
    let mut make = Command::new("make");
    make.arg("--directory").arg(repository()).arg(target);
    make.arg(format!("PREFIX={}", prefix.display())).arg(format!("BINARY={}", binary().display()));
    let _ = Finished::of(make.arg("DESTDIR=")).well();
}

/// The installed program in a folder that has nothing.
fn installed(prefix: &Path, elsewhere: &Path) -> Command {
    let mut command = Command::new(prefix.join("bin/karigar"));
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("KARIGAR_")) {
        command.env_remove(name);
    }
    command.current_dir(elsewhere);
    command
}

#[test]
fn what_is_installed_runs_from_any_folder_and_goes_away() {
    let (prefix, elsewhere) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    make("install", prefix.path());
    let mut serve = installed(prefix.path(), elsewhere.path());
    let port = free_port();
    let (server, line) = Running::start(serve.args(["serve", "--listen", &format!("127.0.0.1:{port}")]));
    assert!(line.starts_with("Karigar answers on"), "{line}");
    let mut page = ureq::get(format!("http://127.0.0.1:{port}/explore")).call().unwrap();
    let page = page.body_mut().read_to_string().unwrap();
    let style = page.split("stylesheet\" href=\"").nth(1).unwrap().split('"').next().unwrap();
    assert_eq!(ureq::get(format!("http://127.0.0.1:{port}{style}")).call().unwrap().status(), 200);
    let mut health = installed(prefix.path(), elsewhere.path());
    let health = Finished::of(health.args(["health", "--listen", &format!("0.0.0.0:{port}")])).well();
    assert_eq!(health.out, "ready\n");
    server.signal("TERM");
    assert_eq!(server.wait().0, Some(0));
    make("uninstall", prefix.path());
    let left: Vec<_> = walk(prefix.path());
    assert!(left.is_empty(), "{left:?}");
}

/// All files below a folder.
fn walk(folder: &Path) -> Vec<std::path::PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { walk(&path) } else { vec![path] }).collect()
}

#[test]
fn the_unit_is_one_that_systemd_takes_and_finds_little_exposed() {
    let prefix = tempfile::tempdir().unwrap();
    make("install", prefix.path());
    let unit = prefix.path().join("lib/systemd/system/karigar.service");
    let text = fs::read_to_string(&unit).unwrap();
    assert!(text.contains(&format!("ExecStart={}/bin/karigar serve", prefix.path().display())), "{text}");
    let analyze =
        |arguments: &[&str]| Finished::of(Command::new("systemd-analyze").args(arguments).arg(&unit)).well();
    let verified = analyze(&["verify", "--man=no"]);
    assert!(!verified.err.contains("karigar"), "{verified:?}");
    let judged = analyze(&["security", "--offline=true", "--threshold=20"]);
    assert!(judged.out.contains("Overall exposure level"), "{judged:?}");
}

#[test]
fn who_asks_for_health_where_nobody_answers_hears_so() {
    let data = tempfile::tempdir().unwrap();
    let address = format!("127.0.0.1:{}", free_port());
    let silent = command(data.path(), &["health", "--listen", &address]);
    assert!(silent.sentence().contains(&format!("nothing answers on {address}")), "{silent:?}");
}

#[test]
fn the_sample_of_settings_is_read_as_it_is_and_with_every_mark_taken_off() {
    let data = tempfile::tempdir().unwrap();
    let sample = fs::read_to_string(repository().join("deploy/karigar.env")).unwrap();
    let mut migrate = karigar(data.path());
    let settings = sample.lines().filter_map(|line| line.strip_prefix('#')?.split_once('='));
    let settings: Vec<_> =
        settings.filter(|(name, _)| name.chars().all(|c| c.is_ascii_uppercase() || c == '_')).collect();
    assert!(settings.len() > 8, "{settings:?}");
    let done = Finished::of(migrate.envs(settings).current_dir(data.path()).arg("migrate")).well();
    assert!(!done.err.contains("is no setting"), "{done:?}");
    assert!(data.path().join("var/karigar.sqlite").exists());
}

#[test]
fn the_container_is_made_from_what_is_here_and_from_images_with_full_names() {
    let read = |name: &str| fs::read_to_string(repository().join(name)).unwrap();
    let (file, cargo) = (read("deploy/Containerfile"), read("Cargo.toml"));
    let after = |word: &'static str| file.lines().filter_map(move |line| line.strip_prefix(word));
    for image in after("FROM ") {
        assert!(image.starts_with("docker.io/library/"), "Podman knows no registry by default: {image}");
    }
    let rust = cargo.lines().find_map(|line| line.strip_prefix("rust-version = ")).unwrap().trim_matches('"');
    assert!(after("FROM ").any(|image| image.contains(&format!("rust:{rust}-"))), "not Rust {rust}: {file}");
    for copied in after("COPY ").filter(|copied| !copied.starts_with("--from")) {
        let (sources, _) = copied.rsplit_once(' ').unwrap();
        let missing: Vec<_> = sources.split(' ').filter(|name| !repository().join(name).exists()).collect();
        assert!(missing.is_empty(), "COPY {copied}: {missing:?}");
    }
}
