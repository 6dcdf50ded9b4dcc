//! The API for a person with a browser: any of its JSON documents as a page of tables and links.

use super::ask::Ask;
use crate::app::App;
use crate::pages::{Frame, escape};
use serde_json::{Map, Value};
use std::fmt::Write as _;

/// Most members of an array that become rows; the JSON holds all.
const MOST_ROWS: usize = 1000;

/// A page for a document of the API.
pub fn page(app: &App, ask: &Ask, title: &str, value: &Value) -> String {
    let language = app.languages.choose(ask.get("lang"), None);
    let mut body = String::new();
    let _ = write!(
        body,
        "<div class=\"page api\"><header class=\"section\"><p class=\"crumbs\"><a href=\"{root}/api?f=html\">{api}</a></p><h1>{title}</h1></header>",
        root = app.portal.config.root(),
        api = escape(&language.text("api-title")),
        title = escape(title),
    );
    match value.get("features").and_then(Value::as_array) {
        Some(features) => collection(&mut body, &items_of(ask), value, features),
        None => write_value(&mut body, value, 0),
    }
    body.push_str("</div>");
    Frame::new(app, ask, &language, title).render(&body)
}

/// Address of the items that a collection lists: also of those that `nearest` found.
fn items_of(ask: &Ask) -> String {
    let collection = ask.path.rsplit_once('/').map_or(ask.path.as_str(), |(before, _)| before);
    format!("{collection}/items")
}

/// Features as a table of their properties.
fn collection(out: &mut String, own: &str, value: &Value, features: &[Value]) {
    let rows: Vec<Value> = features
        .iter()
        .take(MOST_ROWS)
        .map(|feature| {
            let mut row = Map::new();
            let id = feature.get("id").and_then(Value::as_str).unwrap_or_default();
            let href = format!(
                "{own}/{}?f=html",
                form_urlencoded::byte_serialize(id.as_bytes()).collect::<String>()
            );
            row.insert("id".into(), serde_json::json!([{ "href": href, "title": id }]));
            row.extend(feature.get("properties").and_then(Value::as_object).cloned().unwrap_or_default());
            let at =
                feature.pointer("/geometry/coordinates").filter(|at| at.get(0).is_some_and(Value::is_number));
            row.insert(
                "geometry".into(),
                at.cloned().unwrap_or_else(|| feature.pointer("/geometry/type").cloned().unwrap_or_default()),
            );
            Value::Object(row)
        })
        .collect();
    let around: Map<String, Value> = value
        .as_object()
        .into_iter()
        .flatten()
        .filter(|(key, _)| *key != "features")
        .map(|(k, v)| (k.clone(), v.clone()))
        .collect();
    write_value(out, &Value::Object(around), 0);
    write_value(out, &Value::Array(rows), 0);
}

fn write_value(out: &mut String, value: &Value, depth: usize) {
    match value {
        Value::Null => {}
        Value::String(text) if text.starts_with("http://") || text.starts_with("https://") => {
            let _ = write!(out, "<a href=\"{0}\">{0}</a>", escape(text));
        }
        Value::String(text) => out.push_str(&escape(text)),
        Value::Bool(_) | Value::Number(_) => {
            let _ = write!(out, "<span class=\"num\">{value}</span>");
        }
        Value::Array(items) if items.iter().all(|item| item.get("href").is_some()) && !items.is_empty() => {
            links(out, items);
        }
        Value::Array(items) if items.iter().all(Value::is_object) && !items.is_empty() && depth < 2 => {
            table(out, items, depth);
        }
        Value::Array(items) => {
            for (position, item) in items.iter().take(MOST_ROWS).enumerate() {
                if position > 0 {
                    out.push_str(if item.is_object() || item.is_array() { "<br>" } else { ", " });
                }
                write_value(out, item, depth + 1);
            }
        }
        Value::Object(members) => {
            out.push_str("<dl class=\"kv\">");
            for (key, member) in members.iter().filter(|(_, member)| !member.is_null()) {
                let _ = write!(out, "<dt>{}</dt><dd>", escape(key));
                write_value(out, member, depth + 1);
                out.push_str("</dd>");
            }
            out.push_str("</dl>");
        }
    }
}

fn links(out: &mut String, items: &[Value]) {
    out.push_str("<ul class=\"api-links\">");
    for item in items {
        let text = |key: &str| item.get(key).and_then(Value::as_str).unwrap_or_default();
        let title = if text("title").is_empty() { text("href") } else { text("title") };
        let _ = write!(
            out,
            "<li><a href=\"{}\">{}</a> <span class=\"xs\">{} {}</span></li>",
            escape(text("href")),
            escape(title),
            escape(text("rel")),
            escape(text("type")),
        );
    }
    out.push_str("</ul>");
}

fn table(out: &mut String, items: &[Value], depth: usize) {
    let mut columns: Vec<&String> = Vec::new();
    for item in items.iter().take(MOST_ROWS) {
        for key in
            item.as_object().into_iter().flatten().filter(|(_, value)| !value.is_null()).map(|(key, _)| key)
        {
            if !columns.contains(&key) {
                columns.push(key);
            }
        }
    }
    out.push_str("<div class=\"table-wrap\"><table class=\"table\"><thead><tr>");
    for column in &columns {
        let _ = write!(out, "<th scope=\"col\">{}</th>", escape(column));
    }
    out.push_str("</tr></thead><tbody>");
    for item in items.iter().take(MOST_ROWS) {
        out.push_str("<tr>");
        for column in &columns {
            out.push_str("<td>");
            write_value(out, item.get(column.as_str()).unwrap_or(&Value::Null), depth + 1);
            out.push_str("</td>");
        }
        out.push_str("</tr>");
    }
    out.push_str("</tbody></table></div>");
}
