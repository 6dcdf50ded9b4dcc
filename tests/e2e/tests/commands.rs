//! The commands: help, what they do, and the one sentence with which each says what is wrong.
#![expect(clippy::unwrap_used, reason = "a story ends where it meets what it did not expect")]

use karigar_e2e::{
    Finished, Running, Server, atlas_copy, command, free_port, ids, karigar, repository, rows_of,
};
use serde_json::Value;
use std::fs;
use std::net::TcpListener;
use std::path::Path;
use std::process::Stdio;
use tempfile::TempDir;

fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

/// Runs a command with another atlas.
fn with_atlas(data_dir: &Path, atlas: &Path, arguments: &[&str]) -> Finished {
    Finished::of(karigar(data_dir).env("KARIGAR_ATLAS_DIR", atlas).args(arguments))
}

/// Changes one cell of a table; gives the row as a spreadsheet numbers it.
fn change(atlas: &Path, table: &str, id: &str, column: &str, value: &str) -> usize {
    edit(atlas, table, ("id", id), (column, value), false).1
}

/// Changes a cell of the first row that has `key`, or of a copy of that row at the end of the table. Gives
/// the row that was there and the row that was written.
fn edit(
    atlas: &Path,
    table: &str,
    key: (&str, &str),
    (column, value): (&str, &str),
    copies: bool,
) -> (usize, usize) {
    let path = atlas.join(table);
    let bytes = fs::read(&path).unwrap();
    let mut reader = csv::Reader::from_reader(&bytes[..]);
    let heading = reader.headers().unwrap().clone();
    let at = |name: &str| heading.iter().position(|known| known == name).unwrap();
    let cells = |record: csv::StringRecord| record.iter().map(str::to_owned).collect();
    let mut rows: Vec<Vec<String>> = reader.records().map(|record| cells(record.unwrap())).collect();
    let found = rows.iter().position(|row| row[at(key.0)] == key.1);
    let found = found.unwrap_or_else(|| panic!("{table} has no row with {key:?}"));
    let mut row = rows[found].clone();
    value.clone_into(&mut row[at(column)]);
    let written = if copies { rows.len() } else { found };
    if copies {
        rows.push(row);
    } else {
        rows[found] = row;
    }
    let mut writer = csv::Writer::from_path(&path).unwrap();
    writer.write_record(&heading).unwrap();
    for row in &rows {
        writer.write_record(row).unwrap();
    }
    writer.flush().unwrap();
    (found + 2, written + 2)
}

#[test]
fn every_command_explains_itself() {
    let data = folder();
    for arguments in [
        &[][..],
        &["serve"],
        &["atlas"],
        &["atlas", "load"],
        &["atlas", "check"],
        &["export"],
        &["layer"],
        &["layer", "add"],
        &["layer", "list"],
        &["layer", "remove"],
        &["migrate"],
        &["backup"],
        &["restore"],
        &["health"],
    ] {
        let help = command(data.path(), &[arguments, &["--help"]].concat()).well();
        let first = help.out.lines().next().unwrap();
        assert!(first.split(' ').count() >= 4, "{arguments:?}: {first}");
        assert!(
            help.out.contains(&format!("Usage: karigar {}", arguments.join(" ")).trim_end().to_owned()),
            "{}",
            help.out
        );
        for setting in ["--data-dir", "--atlas-dir", "--worldview", "KARIGAR_"] {
            assert!(help.out.contains(setting), "{arguments:?} says nothing of {setting}");
        }
    }
    assert!(command(data.path(), &["--version"]).well().out.starts_with("karigar "));
    assert_eq!(command(data.path(), &["srve"]).code, Some(2));
}

#[test]
fn a_port_that_is_taken_is_named_with_the_way_out() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let failed = command(folder().path(), &["serve", "--listen", &address]);
    let sentence = failed.sentence();
    assert!(sentence.contains(&address) && sentence.contains("KARIGAR_LISTEN="), "{sentence}");
    assert_eq!(failed.err.lines().count(), 1, "{}", failed.err);
    assert_eq!(failed.out, "");
}

#[test]
fn a_folder_that_cannot_be_written_is_named() {
    let data = folder();
    let file = data.path().join("file");
    fs::write(&file, "a file in the folder's place").unwrap();
    for place in [file.clone(), file.join("inside")] {
        let mut migrate = karigar(data.path());
        let failed = Finished::of(migrate.env("KARIGAR_DATA_DIR", &place).arg("migrate"));
        let sentence = failed.sentence();
        assert!(sentence.contains(file.to_str().unwrap()), "{sentence}");
        assert!(sentence.contains("choose another folder"), "{sentence}");
    }
}

#[test]
fn a_damaged_database_is_left_alone_and_the_remedy_said() {
    let data = folder();
    let database = data.path().join("karigar.sqlite");
    let noise: Vec<u8> = (0..20_000_u32).map(|at| (at.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    fs::write(&database, &noise).unwrap();
    for arguments in
        [&["migrate"][..], &["atlas", "load"], &["serve", "--listen", "127.0.0.1:0"], &["export", "events"]]
    {
        let failed = command(data.path(), arguments);
        let sentence = failed.sentence();
        assert!(sentence.contains(database.to_str().unwrap()) && sentence.contains("backup"), "{sentence}");
    }
    assert_eq!(fs::read(&database).unwrap(), noise);
}

#[test]
fn missing_files_of_the_browser_and_a_missing_atlas_say_how_to_get_them() {
    let (data, empty) = (folder(), folder());
    let mut serve = karigar(data.path());
    serve.env("KARIGAR_WEB_DIR", empty.path()).args(["serve", "--listen", "127.0.0.1:0"]);
    let failed = Finished::of(&mut serve);
    assert!(
        failed.sentence().contains("make web") && failed.sentence().contains("KARIGAR_WEB_DIR"),
        "{failed:?}"
    );
    for arguments in [
        &["serve", "--listen", "127.0.0.1:0"][..],
        &["atlas", "load"],
        &["atlas", "check"],
        &["export", "events"],
    ] {
        let failed = with_atlas(data.path(), empty.path(), arguments);
        assert!(failed.sentence().contains("KARIGAR_ATLAS_DIR"), "{failed:?}");
    }
}

#[test]
fn a_wrong_setting_is_named_wherever_it_stands() {
    let data = folder();
    for (key, value) in [("worldview", "moon"), ("listen", "nowhere"), ("public_url", "ftp://crafts.test")] {
        let flag = format!("--{}", key.replace('_', "-"));
        let by_flag = command(data.path(), &["migrate", &flag, value]);
        let variable = format!("KARIGAR_{}", key.to_uppercase());
        let by_variable = Finished::of(karigar(data.path()).env(variable, value).arg("migrate"));
        let file = data.path().join("karigar.toml");
        fs::write(&file, format!("{key} = \"{value}\"\n")).unwrap();
        let by_file = command(data.path(), &["migrate"]);
        fs::remove_file(&file).unwrap();
        for (place, failed) in [("flag", by_flag), ("variable", by_variable), ("file", by_file)] {
            let sentence = failed.sentence();
            assert!(sentence.starts_with(key), "{place}: {sentence}");
            assert!(sentence.contains(value), "{place}: the value is not named: {sentence}");
            assert!(!sentence.contains("crates/"), "{place}: names a source file: {sentence}");
            assert_eq!(failed.err.lines().count(), 1, "{place}: {}", failed.err);
        }
    }
}

#[test]
fn a_settings_file_with_a_wrong_key_or_none_is_named() {
    let data = folder();
    let file = data.path().join("my.toml");
    let named = file.to_str().unwrap();
    let failed = command(data.path(), &["migrate", "--config", named]);
    assert!(failed.sentence().contains("does not exist"), "{failed:?}");
    fs::write(&file, "worldvieww = \"india\"\n").unwrap();
    let failed = command(data.path(), &["migrate", "--config", named]);
    assert!(failed.sentence().contains("worldvieww") && failed.sentence().contains("my.toml"), "{failed:?}");
    fs::write(&file, "worldview = [\n").unwrap();
    let failed = command(data.path(), &["migrate", "--config", named]);
    assert_eq!(failed.code, Some(1));
    assert!(failed.err.starts_with("karigar: ") && failed.err.contains("my.toml"), "{failed:?}");
}

#[test]
fn flags_win_over_the_environment_and_that_over_the_file() {
    let data = folder();
    fs::write(data.path().join("karigar.toml"), "worldview = \"moon\"\n").unwrap();
    let of_file = command(data.path(), &["migrate"]);
    assert!(of_file.sentence().contains("moon"), "{of_file:?}");
    let _ = Finished::of(karigar(data.path()).env("KARIGAR_WORLDVIEW", "neutral").arg("migrate")).well();
    let mut both = karigar(data.path());
    let _ =
        Finished::of(both.env("KARIGAR_WORLDVIEW", "sun").args(["migrate", "--worldview", "india"])).well();
}

#[test]
fn migrate_says_what_is_there() {
    let data = folder();
    let fresh = command(data.path(), &["migrate"]).well();
    assert!(fresh.out.contains("karigar.sqlite: ready") && fresh.out.contains("not loaded"), "{}", fresh.out);
    let _ = command(data.path(), &["atlas", "load"]).well();
    let loaded = command(data.path(), &["migrate"]).well();
    assert!(loaded.out.contains("atlas: 20"), "{}", loaded.out);
}

#[test]
fn the_atlas_is_loaded_once() {
    let data = folder();
    let first = command(data.path(), &["atlas", "load"]).well();
    assert!(first.out.contains(" added, 0 updated, 0 unchanged, 0 removed"), "{}", first.out);
    let second = command(data.path(), &["atlas", "load"]).well();
    assert!(second.out.contains("loaded already; nothing to do"), "{}", second.out);
    let events = command(data.path(), &["export", "events"]).well();
    assert_eq!(ids(&serde_json::from_str(&events.out).unwrap()).len(), 30);
}

#[test]
fn a_changed_row_updates_its_record_and_a_removed_one_goes() {
    let (data, atlas) = (folder(), atlas_copy());
    let _ = with_atlas(data.path(), atlas.path(), &["atlas", "load"]).well();
    let name = "National Handloom Day (changed by a test)";
    change(atlas.path(), "tables/events.csv", "handloom-day", "name", name);
    let report = with_atlas(data.path(), atlas.path(), &["atlas", "load"]).well().out;
    assert!(report.contains("0 added, 1 updated,") && report.contains(" 0 removed"), "{report}");
    let export = ["export", "events", "--query", "ids=handloom-day"];
    let exported = with_atlas(data.path(), atlas.path(), &export).well().out;
    let exported: Value = serde_json::from_str(&exported).unwrap();
    assert_eq!(exported["features"][0]["properties"]["name"], name);

    for (table, start) in [("events", "handloom-day,"), ("texts_hi", "events,handloom-day,")] {
        let path = atlas.path().join(format!("tables/{table}.csv"));
        let text = fs::read_to_string(&path).unwrap();
        let kept: Vec<&str> = text.lines().filter(|line| !line.starts_with(start)).collect();
        fs::write(&path, kept.join("\n") + "\n").unwrap();
    }
    let report = with_atlas(data.path(), atlas.path(), &["atlas", "load"]).well().out;
    assert!(report.contains("0 added, 0 updated,") && report.contains(" 1 removed"), "{report}");
    let exported = with_atlas(data.path(), atlas.path(), &export).well().out;
    assert_eq!(ids(&serde_json::from_str(&exported).unwrap()), Vec::<String>::new());
}

#[test]
fn the_shipped_atlas_has_no_fault() {
    let checked = command(folder().path(), &["atlas", "check"]).well();
    assert!(checked.out.contains("records checked, nothing wrong"), "{}", checked.out);
}

/// A column and the value in it.
type Cell = (&'static str, &'static str);

/// Table, the first row with this cell, the cell that breaks it.
const BROKEN: &[(&str, Cell, Cell)] = &[
    ("tables/clusters.csv", ("id", "gi-adilabad-dokra"), ("lat", "97.2")),
    ("tables/clusters.csv", ("id", "gi-chanderi-sarees"), ("technique_family", "weawing")),
    ("tables/clusters.csv", ("id", "gi-chanderi-sarees"), ("gi_number", "07")),
    ("tables/clusters.csv", ("id", "gi-chanderi-sarees"), ("coord_source", "")),
    ("tables/clusters.csv", ("id", "gi-pochampalli-ikat"), ("state_or_province", "Telengana Pradesh")),
    ("tables/centres.csv", ("id", "dch-hq"), ("kind", "office")),
    ("tables/centres.csv", ("id", "hsc-jodhpur"), ("source", "")),
    ("tables/centres.csv", ("id", "hsc-jodhpur"), ("email", "not an email")),
    ("tables/centres.csv", ("id", "dch-northern"), ("phone", "abc")),
    ("tables/centres.csv", ("id", "dch-northern"), ("pincode_or_postcode", "99")),
    ("tables/centres.csv", ("id", "dch-northern"), ("coord_source", "")),
    ("tables/products.csv", ("id", "tdap-pottery-hala"), ("lon", "68,4")),
    ("tables/products.csv", ("id", "tdap-pottery-hala"), ("product", "Pottery of Sindh")),
    ("tables/statistics.csv", ("id", "stat-001"), ("period", "garbage")),
    ("tables/statistics.csv", ("id", "stat-002"), ("period", "Apr-Feb")),
    ("tables/statistics.csv", ("id", "stat-003"), ("id", "")),
    ("tables/district_products.csv", ("id", "odop-684-bamboo-craft"), ("id", "")),
    ("tables/centre_services.csv", ("id", "cs-001"), ("id", "")),
    ("tables/training_centres.csv", ("id", "tc-001"), ("id", "")),
    ("tables/schemes.csv", ("id", "ahvy"), ("id", "")),
    ("tables/craft_terms.csv", ("id", "ajrak"), ("id", "")),
    ("tables/craft_terms.csv", ("id", "applique"), ("name", "")),
    ("tables/craft_terms.csv", ("id", "applique"), ("cluster_ids", "")),
    ("tables/region_groups.csv", ("id", "north-eastern-region"), ("name", "")),
    ("geo/towns.csv", ("id", "1106880"), ("name", "")),
    ("geo/towns.csv", ("id", "1106880"), ("country", "XX")),
    ("geo/towns.csv", ("id", "1107099"), ("id", "")),
    ("geo/pins.csv", ("pincode", "110001"), ("pincode", "11001")),
    ("region_codes.csv", ("code", "BD"), ("name_hi", "")),
];

/// Table, the row that is written a second time, the column that is named, the cell that the copy changes.
const REPEATED: &[(&str, Cell, &str, Cell)] = &[
    ("tables/jurisdictions.csv", ("district", "Pali"), "centre_id", ("as_of", "2019")),
    ("tables/names.csv", ("lang", "te"), "craft_id", ("source", "a book")),
    ("tables/texts_hi.csv", ("field", "place"), "id", ("text", "यहाँ")),
    ("tables/craft_terms.csv", ("name", "Appliqué"), "id", ("note", "again")),
    ("tables/statistics.csv", ("id", "stat-004"), "id", ("value", "1")),
    ("tables/region_groups.csv", ("id", "jammu-and-kashmir-with-ladakh"), "name", ("id", "again")),
    ("geo/pins.csv", ("pincode", "110002"), "pincode", ("lat", "28.6")),
    ("geo/towns.csv", ("id", "1273294"), "id", ("population", "")),
    ("region_aliases.csv", ("name", "Barishal"), "name", ("note", "again")),
    ("region_splits.csv", ("name", "Beawar"), "code", ("note", "again")),
];

#[test]
fn every_broken_cell_is_named_with_its_row_and_a_remedy() {
    let (data, atlas) = (folder(), atlas_copy());
    let mut expected = Vec::new();
    for (table, key, column, cell) in REPEATED {
        let value = &rows_of(&fs::read(atlas.path().join(table)).unwrap())
            .into_iter()
            .find(|row| row[key.0] == key.1)
            .unwrap()[*column];
        let (first, second) = edit(atlas.path(), table, *key, *cell, true);
        let start =
            format!("{table} row {second}, column `{column}`: \"{value}\" stands in row {first} already");
        expected.push(start);
    }
    let (first, second) =
        edit(atlas.path(), "region_aliases.csv", ("name", "Chittagong"), ("code", "BD-A"), true);
    expected.push(format!(
        "region_aliases.csv row {second}, column `name`: \"Chittagong\" leads to BD-A here and to BD-B in row {first}"
    ));
    for (table, key, (column, value)) in BROKEN {
        let (row, _) = edit(atlas.path(), table, *key, (column, value), false);
        expected.push(format!("{table} row {row}, column `{column}`: \"{value}\" "));
    }
    let checked = with_atlas(data.path(), atlas.path(), &["atlas", "check"]);
    assert!(checked.sentence().contains("findings"), "{checked:?}");
    for start in expected {
        let line = checked.out.lines().find(|line| line.starts_with(&start));
        let line = line.unwrap_or_else(|| panic!("nothing starts with {start:?} in\n{}", checked.out));
        let remedy = line[start.len()..].split_once("; ").map_or("", |(_, remedy)| remedy);
        assert!(!remedy.is_empty(), "no remedy: {line}");
    }
    let load = with_atlas(data.path(), atlas.path(), &["atlas", "load"]);
    assert_eq!(load.code, Some(1));
    assert!(
        load.err.contains("row ") && load.err.contains("`karigar atlas check` lists all"),
        "{}",
        load.err
    );
    let after = command(data.path(), &["migrate"]).well();
    assert!(after.out.contains("not loaded"), "half an atlas was loaded: {}", after.out);
}

#[test]
fn a_file_that_is_missing_or_broken_is_named_and_nothing_is_written() {
    let (data, atlas) = (folder(), atlas_copy());
    let (check, serve) = (["atlas", "check"], ["serve", "--listen", "127.0.0.1:0"]);
    for (file, text, reason) in [
        ("geo/base-india.geojson", None, "the file is not there; put the file back"),
        ("geo/base-neutral.geojson", Some("{"), "is no map: EOF"),
        ("geo/base-neutral.geojson", Some("{\"features\": []}"), "has no land; put the file back"),
        ("geo/towns-map.geojson", Some("{\"features\": []}"), "has no town with a name; put the file back"),
        ("geo/regions-india.topojson", Some("{}"), "is not TopoJSON: missing field"),
        ("geo/pins.csv", Some(""), "is empty: it has no heading; put the file back"),
        ("tables/events.csv", Some("\n"), "is empty: it has no heading; put the file back"),
        ("tables/statistics.csv", None, "the file is not there; put the file back"),
        ("layers/_common.toml", Some("\nfields = ["), "line 2: unclosed array"),
        ("layers/events.toml", Some("id = 3"), "line 1: invalid type: integer `3`"),
        ("atlas.toml", Some("version = "), "line 1: "),
    ] {
        let path = atlas.path().join(file);
        let before = fs::read(&path).unwrap();
        match text {
            Some(text) => fs::write(&path, text).unwrap(),
            None => fs::remove_file(&path).unwrap(),
        }
        let checked = with_atlas(data.path(), atlas.path(), &check);
        assert!(checked.sentence().contains("findings"), "{checked:?}");
        let start = format!("{file}: {reason}");
        let named: Vec<&str> = checked.out.lines().filter(|line| line.starts_with(file)).collect();
        assert!(named.iter().any(|line| line.starts_with(&start)), "no {start:?} in\n{}", checked.out);
        for command in [&["atlas", "load"][..], &serve] {
            let failed = with_atlas(data.path(), atlas.path(), command);
            assert_eq!(failed.code, Some(1), "{command:?}, {file}");
            assert!(failed.err.contains(&start), "{command:?}: no {start:?} in\n{}", failed.err);
        }
        fs::write(&path, before).unwrap();
    }
    let after = command(data.path(), &["migrate"]).well();
    assert!(after.out.contains("not loaded"), "an atlas was loaded: {}", after.out);
}

#[test]
fn an_export_equals_the_download() {
    let data = folder();
    let server = Server::shared();
    for (layer, query) in [
        ("clusters", ""),
        ("clusters", "within=IN-UP&family=metal,wood"),
        ("centres", "kind=museum"),
        ("regions", "level=1"),
    ] {
        for form in ["csv", "geojson"] {
            let file = data.path().join(format!("out.{form}"));
            let to = file.to_str().unwrap();
            let arguments = ["export", layer, "--query", query, "--to", to, "--public-url", &server.address];
            let written = command(data.path(), &arguments).well();
            let download =
                server.get(&format!("/api/collections/{layer}/download?f={form}&{query}")).expect(200);
            let exported = fs::read(&file).unwrap();
            if form == "csv" {
                assert_eq!(exported, download.body, "{layer}?{query}");
                assert!(
                    written.err.contains(&format!("{} features", rows_of(&exported).len())),
                    "{}",
                    written.err
                );
            } else {
                let mut exported: Value = serde_json::from_slice(&exported).unwrap();
                exported["timeStamp"] = download.json()["timeStamp"].clone();
                assert_eq!(exported, download.json(), "{layer}?{query}");
            }
        }
    }
}

#[test]
fn an_export_goes_to_the_standard_output_and_says_what_is_wrong() {
    let data = folder();
    let csv = command(data.path(), &["export", "products", "--format", "csv"]).well();
    assert_eq!(rows_of(csv.out.as_bytes()).len(), 16);
    let failed = command(data.path(), &["export", "cluster"]);
    assert!(failed.sentence().contains("did you mean `clusters`?"), "{failed:?}");
    let failed = command(data.path(), &["export", "clusters", "--query", "famly=metal"]);
    assert!(failed.sentence().contains("did you mean `family`?"), "{failed:?}");
    let nowhere = data.path().join("nothing/out.csv");
    let failed = command(data.path(), &["export", "products", "--to", nowhere.to_str().unwrap()]);
    assert!(failed.sentence().contains(nowhere.to_str().unwrap()), "{failed:?}");
}

#[test]
fn a_server_ends_well_when_it_is_told_to() {
    for signal in ["TERM", "INT"] {
        let data = folder();
        let port = free_port();
        let mut serve = karigar(data.path());
        serve.args(["serve", "--listen", &format!("127.0.0.1:{port}")]);
        let (server, line) = Running::start(&mut serve);
        let address = format!("http://127.0.0.1:{port}");
        assert!(line.contains(&address), "{line}");
        assert_eq!(ureq::get(format!("{address}/health/ready")).call().unwrap().status(), 200);
        server.signal(signal);
        let (code, rest) = server.wait();
        assert_eq!((code, rest.as_str()), (Some(0), ""), "{signal}");
        let _ = command(data.path(), &["migrate"]).well();
    }
}

#[test]
fn health_is_told_to_whoever_watches() {
    let server = Server::shared();
    let live = server.get("/health/live").expect(200);
    assert_eq!(live.text(), "live\n");
    assert_eq!(server.get("/health/ready").expect(200).text(), "ready\n");
}

#[test]
fn the_first_start_in_the_project_s_folder_needs_no_setting() {
    let data = folder();
    let mut serve = karigar(data.path());
    serve.env_remove("KARIGAR_ATLAS_DIR").env_remove("KARIGAR_WEB_DIR").current_dir(repository());
    serve.args(["serve", "--listen", "127.0.0.1:0"]);
    let (server, line) = Running::start(&mut serve);
    assert!(line.starts_with("Karigar answers on http://127.0.0.1:"), "{line}");
    server.signal("TERM");
    assert_eq!(server.wait().0, Some(0));
}

#[test]
fn an_export_is_whole_or_not_there() {
    let data = folder();
    let to = |name: &str| data.path().join(name).to_str().unwrap().to_owned();
    let export = |name: &str| command(data.path(), &["export", "products", "--to", &to(name)]);
    let _ = export("products.CSV").well();
    assert!(fs::read_to_string(to("products.CSV")).unwrap().contains("record_url"));
    let refused = export("products.xlsx");
    assert!(refused.sentence().contains(".xlsx") && refused.sentence().contains(".csv"), "{refused:?}");
    assert!(!Path::new(&to("products.xlsx")).exists());
    let full = command(data.path(), &["export", "regions", "--to", "/dev/full", "--format", "csv"]);
    assert!(full.sentence().contains("/dev/full"), "{full:?}");
}

#[test]
fn who_closes_the_output_hears_no_complaint() {
    let data = folder();
    for arguments in [&["migrate"][..], &["export", "clusters"], &["atlas", "check"]] {
        let mut command = karigar(data.path());
        let piped = command.args(arguments).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = piped.spawn().unwrap();
        drop(child.stdout.take());
        let ended = child.wait_with_output().unwrap();
        let said = String::from_utf8_lossy(&ended.stderr).into_owned();
        assert!(ended.status.success() && !said.contains("panicked"), "{arguments:?}: {said}");
    }
}
