//! Settings: defaults, then a file, then the environment, then flags; later ones win.

use crate::proxy::Trusted;
use axum::http::Uri;
use clap::Args;
use figment::Figment;
use figment::providers::{Format, Serialized, Toml};
use karigar_model::View;
use serde::{Deserialize, Serialize};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

/// Everything that can be set. Each setting is a key of the file `karigar.toml`, a variable
/// `KARIGAR_…` in capitals, and a flag.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// Address and port to answer on.
    pub listen: SocketAddr,
    /// Folder of the database. It is created when missing.
    pub data_dir: PathBuf,
    /// Folder of the browser's files, built by `make run`.
    pub web_dir: PathBuf,
    /// Folder of the atlas: descriptors, tables and maps.
    pub atlas_dir: PathBuf,
    /// Which boundaries are shown: `india` or `neutral`.
    pub worldview: View,
    /// Address that visitors see, when a proxy stands before the server; links start with it.
    pub public_url: Option<String>,
    /// Proxies whose `X-Forwarded-Proto` and `X-Forwarded-Host` say which address visitors see.
    pub trust_proxy: Trusted,
    /// Mail address for "something wrong on this page?"; without it the link is absent.
    pub contact: Option<String>,
    /// Form of the log: `text` or `json`.
    pub log: LogForm,
}

/// Form of the log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, clap::ValueEnum)]
#[serde(rename_all = "lowercase")]
pub enum LogForm {
    /// For people.
    Text,
    /// One JSON object a line.
    Json,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            listen: SocketAddr::from(([127, 0, 0, 1], 8080)),
            data_dir: "var".into(),
            web_dir: "web/dist".into(),
            atlas_dir: "data".into(),
            worldview: View::India,
            public_url: None,
            trust_proxy: Trusted::default(),
            contact: None,
            log: LogForm::Text,
        }
    }
}

/// The same settings as flags of the command line.
#[derive(Clone, Debug, Default, Args, Serialize)]
#[command(next_help_heading = "Settings (also KARIGAR_… variables or keys of karigar.toml)")]
pub struct Flags {
    /// File with settings [default: karigar.toml, if it is there]
    #[arg(long, global = true, env = "KARIGAR_CONFIG", value_name = "FILE")]
    #[serde(skip)]
    pub config: Option<PathBuf>,
    /// Address and port to answer on [default: 127.0.0.1:8080]
    #[arg(long, global = true, env = "KARIGAR_LISTEN", hide_env = true, value_name = "ADDRESS:PORT")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub listen: Option<String>,
    /// Folder of the database [default: ./var]
    #[arg(long, global = true, env = "KARIGAR_DATA_DIR", hide_env = true, value_name = "FOLDER")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data_dir: Option<PathBuf>,
    /// Folder of the browser's files [default: web/dist, else the installed ones]
    #[arg(long, global = true, env = "KARIGAR_WEB_DIR", hide_env = true, value_name = "FOLDER")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub web_dir: Option<PathBuf>,
    /// Folder of the atlas [default: data, else the installed one]
    #[arg(long, global = true, env = "KARIGAR_ATLAS_DIR", hide_env = true, value_name = "FOLDER")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub atlas_dir: Option<PathBuf>,
    /// Boundaries to show: `india` (official Indian depiction) or `neutral` (de-facto areas) [default: india]
    #[arg(long, global = true, env = "KARIGAR_WORLDVIEW", hide_env = true, value_name = "VIEW")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub worldview: Option<String>,
    /// Address that visitors see when a proxy stands before the server, with its scheme: `https://…`
    #[arg(long, global = true, env = "KARIGAR_PUBLIC_URL", hide_env = true, value_name = "URL")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub public_url: Option<String>,
    /// Proxies whose X-Forwarded-Proto and -Host are believed: `loopback`, addresses, networks [default: none]
    #[arg(long, global = true, env = "KARIGAR_TRUST_PROXY", hide_env = true, value_name = "PROXIES")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trust_proxy: Option<String>,
    /// Mail address for "something wrong on this page?"
    #[arg(long, global = true, env = "KARIGAR_CONTACT", hide_env = true, value_name = "ADDRESS")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contact: Option<String>,
    /// Form of the log [default: text]
    #[arg(long, global = true, env = "KARIGAR_LOG", hide_env = true, value_name = "FORM")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub log: Option<LogForm>,
}

/// A folder of files that belong to the program: `here` in the working folder if it has `mark`, else `name`
/// beside the program, as `make install` puts them: `bin/karigar`, `share/karigar/NAME`.
fn shipped(here: &str, mark: &str, name: &str) -> PathBuf {
    let installed = || {
        let program = std::env::current_exe().ok()?.canonicalize().ok()?;
        let folder = program.parent()?.parent()?.join("share/karigar").join(name);
        folder.join(mark).exists().then_some(folder)
    };
    let here = PathBuf::from(here);
    if here.join(mark).exists() { here } else { installed().unwrap_or(here) }
}

impl Config {
    /// The defaults, with the folders where the program's files are.
    fn found() -> Self {
        Self {
            web_dir: shipped("web/dist", ".vite/manifest.json", "web"),
            atlas_dir: shipped("data", "atlas.toml", "data"),
            ..Self::default()
        }
    }

    /// Joins defaults, file, environment and flags (clap reads the last two). An error names the setting, the value and where it stands.
    pub fn read(flags: &Flags) -> Result<Self, String> {
        let default_file = Path::new("karigar.toml");
        let mut figment = Figment::from(Serialized::defaults(Self::found()));
        match &flags.config {
            Some(file) if !file.exists() => {
                return Err(format!("the settings file {} does not exist", file.display()));
            }
            Some(file) => figment = figment.merge(Toml::file_exact(file)),
            None if default_file.exists() => figment = figment.merge(Toml::file_exact(default_file)),
            None => {}
        }
        figment = figment.merge(Serialized::defaults(flags));
        let mut config: Self = figment.extract().map_err(|error| explain(&figment, &error))?;
        // An empty variable is how a unit or a shell says "none".
        for text in [&mut config.public_url, &mut config.contact] {
            text.take_if(|text| text.is_empty());
        }
        if let Some(url) = &mut config.public_url {
            url.truncate(url.trim_end_matches('/').len());
            check_public_url(url)?;
        }
        if let Some(contact) = config.contact.as_deref().filter(|contact| !is_mail_address(contact)) {
            return Err(format!("contact = {contact:?} is no mail address, such as office@example.org"));
        }
        Ok(config)
    }

    /// The path below which the portal answers, from `public_url`: empty or `/karigar`.
    pub fn root(&self) -> &str {
        let after_scheme =
            self.public_url.as_deref().and_then(|url| url.split_once("://")).map_or("", |(_, rest)| rest);
        after_scheme.find('/').map_or("", |at| &after_scheme[at..])
    }
}

/// Links are made by putting a path behind it, so it is scheme, host and path and nothing else.
fn check_public_url(url: &str) -> Result<(), String> {
    let read = url.parse::<Uri>().ok().filter(|read| {
        matches!(read.scheme_str(), Some("http" | "https"))
            && read.host().is_some_and(|host| !host.is_empty())
            && read.query().is_none()
            && !url.contains(['"', '<', '>', '#', '\''])
    });
    read.map(|_| ()).ok_or_else(|| {
        format!("public_url = {url:?} is no address to begin links with, such as https://crafts.example.org")
    })
}

fn is_mail_address(text: &str) -> bool {
    let plain =
        |part: &str| !part.is_empty() && part.chars().all(|c| c.is_alphanumeric() || "._%+-".contains(c));
    text.split_once('@').is_some_and(|(name, host)| plain(name) && plain(host))
}

/// Variables of the environment that look like settings and are none.
pub fn unknown_variables() -> Vec<String> {
    let known: Vec<String> = Flags::augment_args(clap::Command::new("karigar"))
        .get_arguments()
        .filter_map(|argument| Some(argument.get_env()?.to_str()?.to_owned()))
        .collect();
    let names = std::env::vars_os().filter_map(|(name, _)| name.into_string().ok());
    names.filter(|name| name.starts_with("KARIGAR_") && !known.contains(name)).collect()
}

/// An error as a sentence: the setting, what is wrong, where it stands.
fn explain(figment: &Figment, error: &figment::Error) -> String {
    let place = match error.metadata.as_ref().and_then(|metadata| metadata.source.as_ref()) {
        Some(figment::Source::File(path)) => format!(" (in {})", path.display()),
        _ => " (a flag or a KARIGAR_… variable)".to_owned(),
    };
    let path = error.path.join(".");
    let value = figment.find_value(&path).ok().and_then(figment::value::Value::into_string);
    let setting = match (path.as_str(), value) {
        ("", _) => String::new(),
        (path, None) => format!("{path}: "),
        (path, Some(value)) => format!("{path} = {value}: "),
    };
    // The library quotes what is quoted already.
    let remedy = if path == "listen" { "; say an address and a port, such as 127.0.0.1:8080" } else { "" };
    let kind = error.kind.to_string().replace("``", "`");
    format!("{setting}{kind}{remedy}{place}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flags_win_and_a_wrong_value_is_named() {
        let flags = Flags { listen: Some("0.0.0.0:9000".into()), ..Flags::default() };
        assert_eq!(Config::read(&flags).unwrap().listen.port(), 9000);
        let flags = Flags { worldview: Some("moon".into()), ..Flags::default() };
        let message = Config::read(&flags).unwrap_err();
        assert!(message.contains("worldview") && message.contains("moon"), "{message}");
    }

    /// Settings that the sample lists: variable and value.
    fn sample() -> Vec<(String, String)> {
        let text = include_str!("../../../deploy/karigar.env");
        let lines = text.lines().filter_map(|line| line.strip_prefix("#KARIGAR_")?.split_once('='));
        lines.map(|(name, value)| (format!("KARIGAR_{name}"), value.to_owned())).collect()
    }

    #[test]
    fn the_sample_of_settings_and_the_readme_name_each_one_with_its_default() {
        let defaults = serde_json::to_value(Config::default()).unwrap();
        let mut expected: Vec<(String, String)> = defaults
            .as_object()
            .unwrap()
            .iter()
            .map(|(key, value)| {
                (format!("KARIGAR_{}", key.to_uppercase()), value.as_str().unwrap_or_default().to_owned())
            })
            .collect();
        let mut given = sample();
        expected.sort();
        given.sort();
        assert_eq!(given, expected);
        let readme = include_str!("../../../README.md");
        for (variable, _) in given {
            let key = variable.strip_prefix("KARIGAR_").unwrap().to_lowercase();
            let row = format!("| `--{}` | `{variable}` | `{key}` |", key.replace('_', "-"));
            assert!(readme.contains(&row), "{row}");
        }
    }

    #[test]
    fn an_address_that_cannot_begin_links_is_refused() {
        let read = |url: &str| Config::read(&Flags { public_url: Some(url.into()), ..Flags::default() });
        for good in ["https://example.org", "http://[::1]:8080", "https://example.org/karigar/"] {
            assert!(read(good).is_ok(), "{good}");
        }
        for bad in [
            "example.org",
            "https://",
            "https:///x",
            "https://a b",
            "https://a\r\nX: 1",
            "https://a/?x=1",
            "https://a/\"><b",
        ] {
            assert!(read(bad).unwrap_err().contains("public_url"), "{bad}");
        }
        let contact = |text: &str| Config::read(&Flags { contact: Some(text.into()), ..Flags::default() });
        assert!(
            contact("office@example.org").is_ok() && contact("office").is_err() && contact("a@b?x").is_err()
        );
    }

    #[test]
    fn the_root_is_the_path_of_the_public_address() {
        let at = |url: &str| Config { public_url: Some(url.into()), ..Config::default() }.root().to_owned();
        assert_eq!(at("https://example.org"), "");
        assert_eq!(at("https://example.org/karigar"), "/karigar");
    }
}
