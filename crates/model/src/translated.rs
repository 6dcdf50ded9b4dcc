//! Fields that give another field in another language: `name_hi` the Hindi of `name`.

use crate::{Field, Layer};
use serde::{Deserialize, Serialize};

/// What a field gives in another language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Translates {
    /// Id of the field in the record's own language.
    pub field: String,
    /// The other language, BCP 47.
    pub lang: String,
}

impl Layer {
    /// Position of the field that gives `field` in `language`.
    pub fn translation(&self, field: &str, language: &str) -> Option<usize> {
        self.fields.iter().position(|one| {
            one.translates.as_ref().is_some_and(|of| of.field == field && of.lang == language)
        })
    }

    /// Why a field cannot give what it says it gives.
    pub(crate) fn wrong_translation(&self, field: &Field) -> Option<String> {
        let of = field.translates.as_ref()?;
        let original = self.field(&of.field).filter(|original| original.translates.is_none());
        if original.is_none() {
            return Some(format!(
                "translates `{}`, which is no field in the record's own language",
                of.field
            ));
        }
        if field.role.is_some() || field.column.is_some() {
            return Some("translates another field; take its role and column away".into());
        }
        let twice = self.fields.iter().filter(|one| one.translates.as_ref() == Some(of)).count() > 1;
        twice.then(|| format!("gives `{}` in `{}`, as another field does; remove one", of.field, of.lang))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layer::Common;

    fn read(field: &str) -> Result<Layer, String> {
        let toml = format!(
            r#"
            id = "wells"
            page = "well"
            geometry = "point"
            titles = {{ en = "Wells" }}
            fields = [
              {{ id = "name", role = "name", titles = {{}} }},
              {{ id = "name_hi", translates = {{ field = "name", lang = "hi" }}, titles = {{}} }},
              {field}
            ]"#
        );
        Layer::parse(&toml, &Common::default()).map_err(|error| error.to_string())
    }

    #[test]
    fn a_translation_is_found_by_field_and_language() {
        let layer = read("").unwrap();
        assert_eq!(layer.translation("name", "hi"), Some(1));
        assert_eq!(layer.translation("name", "ur"), None);
    }

    #[test]
    fn a_translation_of_nothing_or_said_twice_is_refused() {
        let wrong = |field: &str, of: &str, lang: &str, more: &str| {
            let translates = format!("translates = {{ field = \"{of}\", lang = \"{lang}\" }}");
            read(&format!("{{ id = \"{field}\", {translates}, titles = {{}}{more} }}")).unwrap_err()
        };
        assert!(wrong("depth_hi", "depth", "hi", "").contains("translates `depth`"));
        assert!(wrong("again", "name_hi", "hi", "").contains("translates `name_hi`"));
        assert!(wrong("other", "name", "hi", "").contains("as another field does"));
        assert!(wrong("name_ur", "name", "ur", ", column = \"x\"").contains("take its role"));
    }
}
