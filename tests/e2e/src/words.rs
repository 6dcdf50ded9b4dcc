//! What a reader sees of a page: its text and the attributes that are read aloud or shown.

/// Attributes whose text reaches a reader.
const SHOWN: &[&str] = &["title", "aria-label", "placeholder", "alt"];

/// What a reader sees of a page.
#[derive(Debug, Default, PartialEq)]
pub struct Seen {
    /// Text between tags, in its order, entities decoded.
    pub text: Vec<String>,
    /// Attributes that are shown or read aloud.
    pub attributes: Vec<String>,
    /// Where its links lead.
    pub links: Vec<String>,
}

/// Reads an HTML page. Scripts, styles, code and comments are left out, and what holds no letter.
pub fn seen(html: &str) -> Seen {
    let mut seen = Seen::default();
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        seen.text.push(decoded(&rest[..start]));
        rest = &rest[start..];
        let hidden =
            [("<!--", "-->"), ("<script", "</script>"), ("<style", "</style>"), ("<code", "</code>")];
        if let Some((_, end)) = hidden.iter().find(|(begin, _)| rest.starts_with(begin)) {
            rest = rest.find(end).map_or("", |at| &rest[at + end.len()..]);
            continue;
        }
        let end = tag_end(rest);
        let tag = &rest[..end];
        seen.attributes.extend(SHOWN.iter().filter_map(|name| attribute(tag, name)));
        seen.links.extend(attribute(tag, "href"));
        rest = &rest[end..];
    }
    seen.text.push(decoded(rest));
    let holds =
        |piece: &String| piece.chars().any(|letter| letter.is_alphabetic() || matches!(letter, '⟦' | '⟧'));
    seen.text.retain(holds);
    seen.attributes.retain(holds);
    seen
}

/// Where the tag that starts the text ends; `>` inside quotes does not end it.
fn tag_end(text: &str) -> usize {
    let mut quote = None;
    for (at, letter) in text.char_indices() {
        match (quote, letter) {
            (None, '>') => return at + 1,
            (None, '"' | '\'') => quote = Some(letter),
            (Some(open), _) if open == letter => quote = None,
            _ => {}
        }
    }
    text.len()
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    Some(decoded(rest.split('"').next()?))
}

/// Text with its entities replaced by what they stand for.
fn decoded(text: &str) -> String {
    let mut parts = text.split('&');
    let mut result = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (entity, rest) = part.split_once(';').unwrap_or(("", part));
        let number = entity.strip_prefix('#').and_then(|number| match number.strip_prefix('x') {
            Some(hex) => u32::from_str_radix(hex, 16).ok(),
            None => number.parse().ok(),
        });
        match (entity, number.and_then(char::from_u32)) {
            (_, Some(letter)) => result.push(letter),
            ("amp", _) => result.push('&'),
            ("lt", _) => result.push('<'),
            ("gt", _) => result.push('>'),
            ("quot", _) => result.push('"'),
            ("nbsp", _) => result.push(' '),
            _ => {
                result.push('&');
                result.push_str(part);
                continue;
            }
        }
        result.push_str(rest);
    }
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_shown_attributes_are_read_and_code_is_not() {
        let html = "<!-- no --><p class=\"no\" title=\"a > b\">one &amp; <b>two</b></p><script>no()</script>&#39;three&#x27;";
        let read = seen(html);
        assert_eq!(read.text, ["one & ", "two", "'three'"]);
        assert_eq!(read.attributes, ["a > b"]);
    }
}
