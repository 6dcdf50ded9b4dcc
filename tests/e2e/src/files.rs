//! Files of the repository: the binary, the atlas, the browser's files, fixtures.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

/// The root of the repository.
pub fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap()
}

/// The binary: that of `KARIGAR_BINARY`, else the release build, else the debug build.
pub fn binary() -> PathBuf {
    if let Some(named) = std::env::var_os("KARIGAR_BINARY") {
        return PathBuf::from(named).canonicalize().expect("KARIGAR_BINARY names no file");
    }
    let target =
        std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| repository().join("target"), PathBuf::from);
    let built = ["release", "debug"].map(|profile| target.join(profile).join("karigar"));
    let found = built.iter().find(|path| path.exists());
    found.unwrap_or_else(|| panic!("there is no binary in {}; run `make build`", target.display())).clone()
}

/// The folder of the atlas.
pub fn atlas_dir() -> PathBuf {
    repository().join("data")
}

/// The folder of the browser's files.
pub fn web_dir() -> PathBuf {
    let folder = repository().join("web/dist");
    assert!(folder.join(".vite/manifest.json").exists(), "the browser's files are not built; run `make web`");
    folder
}

/// A file that stories share.
pub fn fixture(name: &str) -> PathBuf {
    repository().join("tests/fixtures").join(name)
}

/// The rows of a CSV file of the atlas, by column.
pub fn table(path: &str) -> Vec<HashMap<String, String>> {
    rows_of(&std::fs::read(atlas_dir().join(path)).unwrap())
}

/// The rows of a CSV file, by column. A byte order mark is no part of the first heading.
pub fn rows_of(bytes: &[u8]) -> Vec<HashMap<String, String>> {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    csv::Reader::from_reader(bytes).deserialize().map(Result::unwrap).collect()
}

/// The descriptor of a layer of the atlas.
pub fn descriptor(layer: &str) -> toml::Table {
    std::fs::read_to_string(atlas_dir().join(format!("layers/{layer}.toml"))).unwrap().parse().unwrap()
}

/// The files of a folder, without those of the folders in it, by name.
pub fn only_folder(folder: &Path) -> Vec<PathBuf> {
    let paths = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> = paths.filter(|path| path.is_file()).collect();
    files.sort();
    files
}

/// A copy of the atlas that a story may change.
pub fn atlas_copy() -> tempfile::TempDir {
    let copy = tempfile::tempdir().unwrap();
    copy_folder(&atlas_dir(), copy.path());
    copy
}

fn copy_folder(from: &Path, to: &Path) {
    for entry in std::fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            std::fs::create_dir(&target).unwrap();
            copy_folder(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}
