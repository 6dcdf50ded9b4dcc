//! Where bytes come from: the server reads a folder, a test a map in memory.

use std::collections::BTreeMap;

/// The files of an atlas, by path relative to its folder, parted by `/`.
pub trait Files {
    /// The whole file, or why it cannot be read.
    fn read(&self, path: &str) -> Result<Vec<u8>, String>;

    /// Names of the files right in `folder`, sorted, or why they cannot be listed.
    fn list(&self, folder: &str) -> Result<Vec<String>, String>;
}

impl Files for BTreeMap<String, Vec<u8>> {
    fn read(&self, path: &str) -> Result<Vec<u8>, String> {
        self.get(path).cloned().ok_or_else(|| "the file is not there".into())
    }

    fn list(&self, folder: &str) -> Result<Vec<String>, String> {
        let names = self.keys().filter_map(|path| path.strip_prefix(folder)?.strip_prefix('/'));
        Ok(names.filter(|name| !name.contains('/')).map(str::to_owned).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_lists_only_its_own_files() {
        let files: BTreeMap<String, Vec<u8>> =
            ["layers/b.toml", "layers/a.toml", "layers/old/c.toml", "layersx/d.toml"]
                .map(|path| (path.to_owned(), Vec::new()))
                .into();
        assert_eq!(files.list("layers").unwrap(), ["a.toml", "b.toml"]);
        assert!(files.read("layers/c.toml").is_err());
    }
}
