//! `karigar serve`: answers requests until it is told to stop.

use super::{Failure, Outcome, open_portal};
use crate::app::{self, App};
use crate::assets::Assets;
use crate::config::Config;
use std::io::ErrorKind;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;

/// How long running answers may take to end after the signal to stop.
const GRACE: Duration = Duration::from_secs(10);

/// Opens everything, prints the address, serves.
pub async fn run(config: Config) -> Outcome {
    let assets = Assets::open(&config.web_dir)?;
    let listener = TcpListener::bind(config.listen).await.map_err(|error| cannot_listen(&config, &error))?;
    let address = listener.local_addr()?;
    let (portal, atlas) = open_portal(config).await?;
    let url = portal.config.public_url.clone().unwrap_or_else(|| format!("http://{address}"));
    let app = Arc::new(App::new(portal, assets, &atlas)?);
    let store = app.portal.store.clone();
    let router = app::router(app);
    // Listening for signals starts before anybody can know that we run.
    let stop = signals()?;
    println!("Karigar answers on {url}  (stop with Ctrl-C)");
    let (told, mut hears) = tokio::sync::watch::channel(());
    let stopping = async move {
        stop.await;
        let _ = told.send(());
    };
    tokio::select! {
        served = axum::serve(listener, router).with_graceful_shutdown(stopping) => served?,
        // Running answers may end; a client that says nothing more does not keep us.
        () = async { let _ = hears.changed().await; tokio::time::sleep(GRACE).await } => {}
    }
    store.close().await;
    tracing::info!("stopped");
    Ok(())
}

fn cannot_listen(config: &Config, error: &std::io::Error) -> Failure {
    let remedy = match error.kind() {
        ErrorKind::AddrInUse => {
            "another program has this port; stop it or choose another with KARIGAR_LISTEN=127.0.0.1:8081"
        }
        ErrorKind::PermissionDenied => {
            "this port needs more rights; choose one above 1023 with KARIGAR_LISTEN"
        }
        _ => "choose another address with KARIGAR_LISTEN",
    };
    Failure(format!("cannot listen on {}: {error}; {remedy}", config.listen))
}

/// Ends on Ctrl-C or, on Unix, on SIGTERM. Both are caught from now on.
#[cfg(unix)]
fn signals() -> std::io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};
    let (mut interrupt, mut terminate) = (signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?);
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    })
}

/// Ends on Ctrl-C.
#[cfg(not(unix))]
fn signals() -> std::io::Result<impl Future<Output = ()>> {
    Ok(async {
        let _ = tokio::signal::ctrl_c().await;
    })
}
