//! Backup and restore as an operator does them: a server runs, a backup is made, a database is lost.
#![expect(clippy::unwrap_used, reason = "a story ends where it meets what it did not expect")]

use karigar_e2e::{Finished, Server, command, fixture, karigar};
use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::Command;
use tempfile::TempDir;

fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

fn backup(data_dir: &Path, file: &Path) -> Finished {
    command(data_dir, &["backup", text(file)])
}

/// Everything that a server publishes, without its address.
fn published(server: &Server) -> Vec<(String, String)> {
    let all = |layer: &str| Value::from(server.features(layer, "")).to_string().replace(&server.address, "");
    server.layers().into_iter().map(|layer| (layer.clone(), all(&layer))).collect()
}

/// The lines `table: n rows` and what else tells of the content.
fn told(finished: &Finished) -> Vec<&str> {
    finished.out.lines().filter(|line| line.starts_with("sha256: ") || line.ends_with(" rows")).collect()
}

#[test]
fn a_backup_made_under_reads_and_writes_brings_back_everything() {
    let (data, kept, new) = (folder(), folder(), folder());
    let add = ["test-wells.toml", "test-wells.csv"].map(fixture);
    let add = ["layer", "add", text(&add[0]), text(&add[1])];
    let _ = command(data.path(), &add).well();
    let file = kept.path().join("karigar.backup");
    let (before, said) = {
        // The guard removes the folder that it is given.
        let own = data.path().to_owned();
        let server = Server::started_over(&own);
        let before = published(&server);
        assert!(before.iter().any(|(layer, _)| layer == "test-wells"));
        let said = std::thread::scope(|scope| {
            let writer = scope.spawn(|| (0..3).for_each(|_| drop(command(&own, &add).well())));
            let reader = scope.spawn(|| (0..20).for_each(|_| drop(server.get("/explore").expect(200))));
            let said = backup(&own, &file).well();
            writer.join().unwrap();
            reader.join().unwrap();
            said
        });
        let refused = command(&own, &["restore", text(&file)]);
        assert!(refused.sentence().contains("in use by a running server"), "{refused:?}");
        assert_eq!(published(&server), before);
        (before, said)
    };
    let place = new.path().join("var");
    let restored = command(&place, &["restore", text(&file)]).well();
    assert!(told(&said).len() > 10, "{said:?}");
    assert_eq!(told(&said), told(&restored));
    assert!(!restored.out.contains("undo"), "{restored:?}");
    assert_eq!(published(&Server::started_over(&place)), before);
}

#[test]
fn a_restore_is_undone_by_restoring_what_it_kept() {
    let (data, kept) = (folder(), folder());
    let file = kept.path().join("a.sqlite");
    let _ = command(data.path(), &["migrate"]).well();
    let _ = backup(data.path(), &file).well();
    let _ = command(data.path(), &["atlas", "load"]).well();
    let restored = command(data.path(), &["restore", text(&file)]).well();
    assert!(command(data.path(), &["migrate"]).well().out.contains("not loaded"));
    let undo = restored.out.lines().last().unwrap().strip_prefix("to undo: karigar ").unwrap().to_owned();
    let _ = command(data.path(), &undo.split(' ').collect::<Vec<_>>()).well();
    assert!(command(data.path(), &["migrate"]).well().out.contains("clusters: 552 records"));
}

#[test]
fn what_goes_wrong_with_a_backup_is_said_with_its_remedy() {
    let (data, kept) = (folder(), folder());
    let file = kept.path().join("a.sqlite");
    let refused = backup(data.path(), &file);
    assert!(refused.sentence().starts_with("there is no database"), "{refused:?}");
    let _ = command(data.path(), &["atlas", "load"]).well();
    let refused = backup(data.path(), Path::new("/proc/a.sqlite"));
    assert!(refused.sentence().contains("/proc/a.sqlite cannot be written"), "{refused:?}");
    // A disk on which one megabyte is free.
    let mut small = Command::new("sh");
    small.args(["-c", "trap '' XFSZ; ulimit -f 1000; exec \"$0\" backup \"$1\""]).arg(karigar_e2e::binary());
    let refused =
        Finished::of(small.arg(&file).env("KARIGAR_DATA_DIR", data.path()).current_dir(kept.path()));
    assert!(refused.sentence().contains("free space on the disk"), "{refused:?}");
    assert!(refused.sentence().contains(text(&file)), "{refused:?}");
    assert_eq!(fs::read_dir(kept.path()).unwrap().count(), 0);
    let _ = backup(data.path(), &file).well();
    let refused = backup(data.path(), &file);
    assert!(refused.sentence().ends_with("replace it with --force"), "{refused:?}");
    let _ = command(data.path(), &["backup", "--force", text(&file)]).well();
}

#[test]
fn a_restore_for_which_the_disk_is_too_small_changes_nothing() {
    let (data, kept) = (folder(), folder());
    let file = kept.path().join("a.sqlite");
    let _ = command(data.path(), &["atlas", "load"]).well();
    let _ = backup(data.path(), &file).well();
    let mut small = Command::new("sh");
    small.args(["-c", "trap '' XFSZ; ulimit -f 1000; exec \"$0\" restore \"$1\""]).arg(karigar_e2e::binary());
    let refused =
        Finished::of(small.arg(&file).env("KARIGAR_DATA_DIR", data.path()).current_dir(kept.path()));
    assert!(refused.sentence().contains("free space on the disk"), "{refused:?}");
    let names: Vec<_> = fs::read_dir(data.path()).unwrap().map(|file| file.unwrap().file_name()).collect();
    assert!(!names.iter().any(|name| name.to_string_lossy().contains("before-restore")), "{names:?}");
    assert!(command(data.path(), &["migrate"]).well().out.contains("clusters: 552 records"));
    let mut other = karigar(data.path());
    let refused = Finished::of(other.args(["restore", "/etc/hostname"]));
    assert!(refused.sentence().contains("is no database"), "{refused:?}");
}
