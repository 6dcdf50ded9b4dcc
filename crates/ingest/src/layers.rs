//! The layer descriptors of the atlas, and what they share.

use crate::{Files, RowError};
use karigar_model::Layer;
use karigar_model::layer::Common;

/// Folder of the descriptors.
const FOLDER: &str = "layers";
/// The file of what all layers share.
const COMMON: &str = "layers/_common.toml";
/// What to do about a descriptor that cannot be used.
const REMEDY: &str = "put the file back or correct it";
/// The order in which readers meet the layers; any other layer follows by id.
const ORDER: &[&str] = &["clusters", "centres", "products", "organisations", "events", "artisans", "regions"];

/// What describes the layers of an atlas.
#[derive(Debug)]
pub struct Descriptors {
    /// What all layers share.
    pub common: Common,
    /// The layers, in the order readers meet them.
    pub layers: Vec<Layer>,
}

impl Descriptors {
    /// Reads all descriptors in `layers/`; where anything is wrong, all that is wrong.
    pub fn read(files: &dyn Files) -> Result<Self, Vec<RowError>> {
        let common =
            text(files, COMMON).and_then(|toml| Common::parse(&toml).map_err(|error| error.to_string()));
        // Without it every layer would seem to lack its codes.
        let common = common.map_err(|reason| vec![RowError::of_file(COMMON, reason, REMEDY)])?;
        Ok(Self { layers: layers(files, &common)?, common })
    }
}

/// Reads the descriptors of the layers. Files whose name starts with `_` are shared parts, no layers.
fn layers(files: &dyn Files, common: &Common) -> Result<Vec<Layer>, Vec<RowError>> {
    let mut errors = Vec::new();
    let names = files.list(FOLDER).unwrap_or_else(|reason| {
        errors.push(RowError::of_file(FOLDER, reason, "put the folder of layer descriptors back"));
        Vec::new()
    });
    let mut layers: Vec<Layer> = Vec::new();
    let ids =
        names.iter().filter_map(|name| name.strip_suffix(".toml")).filter(|name| !name.starts_with('_'));
    for id in ids {
        let path = format!("{FOLDER}/{id}.toml");
        let layer = text(files, &path)
            .and_then(|toml| Layer::parse(&toml, common).map_err(|error| error.to_string()));
        match layer {
            Ok(layer) if layers.iter().any(|other| other.id == layer.id || other.page == layer.page) => {
                let reason = format!("id `{}` or page `{}` belongs to another layer", layer.id, layer.page);
                errors.push(RowError::of_file(&path, reason, "give it an id and a page of its own"));
            }
            Ok(layer) => layers.push(layer),
            Err(reason) => errors.push(RowError::of_file(&path, reason, REMEDY)),
        }
    }
    let rank = |layer: &Layer| ORDER.iter().position(|id| *id == layer.id).unwrap_or(ORDER.len());
    layers.sort_by(|a, b| rank(a).cmp(&rank(b)).then_with(|| a.id.cmp(&b.id)));
    if errors.is_empty() { Ok(layers) } else { Err(errors) }
}

fn text(files: &dyn Files, path: &str) -> Result<String, String> {
    String::from_utf8(files.read(path)?).map_err(|_| "the file is not text in UTF-8".into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    fn files(wells: &str) -> BTreeMap<String, Vec<u8>> {
        let layer = |id: &str| {
            format!(
                "id = \"{id}\"\npage = \"{id}\"\ngeometry = \"point\"\ntitles = {{ en = \"{id}\" }}\n\
                 [[fields]]\nid = \"name\"\nrole = \"name\"\ntitles = {{ en = \"Name\" }}\n"
            )
        };
        [
            ("layers/_common.toml", String::new()),
            ("layers/wells.toml", wells.to_owned() + &layer("wells")),
            ("layers/centres.toml", layer("centres")),
            ("layers/clusters.toml", layer("clusters")),
        ]
        .map(|(path, text)| (path.to_owned(), text.into_bytes()))
        .into()
    }

    #[test]
    fn layers_come_in_the_order_readers_meet_them() {
        let layers = Descriptors::read(&files("")).unwrap().layers;
        assert_eq!(
            layers.iter().map(|l| l.id.as_str()).collect::<Vec<_>>(),
            ["clusters", "centres", "wells"]
        );
    }

    #[test]
    fn a_wrong_descriptor_is_named_with_its_file() {
        let errors = Descriptors::read(&files("colour = 3\n")).unwrap_err();
        assert_eq!(errors[0].file, "layers/wells.toml");
        assert!(errors[0].reason.contains("colour"));
        let mut files = files("");
        files.insert(COMMON.into(), b"\nfields = [".to_vec());
        let errors = Descriptors::read(&files).unwrap_err();
        assert_eq!(errors.len(), 1, "{errors:?}");
        assert!(errors[0].to_string().starts_with("layers/_common.toml: line 2: "), "{}", errors[0]);
    }
}
