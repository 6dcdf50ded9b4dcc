//! `karigar serve`: answers requests until it is told to stop.

use super::{Failure, Outcome, open_portal, say};
use crate::app::{self, App};
use crate::assets::Assets;
use crate::config::Config;
use crate::proxy::Peer;
use axum::serve::Listener;
use axum::{Extension, Router};
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use std::io::ErrorKind;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use tower::Layer;

/// How long running answers may take to end after the signal to stop.
const GRACE: Duration = Duration::from_secs(10);

/// How long a client may take for the head of a request, or be silent between two.
const PATIENCE: Duration = Duration::from_secs(20);

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
    say(format_args!("Karigar answers on {url}  (stop with Ctrl-C)"))?;
    answer(listener, router, stop).await;
    store.close().await;
    tracing::info!("stopped");
    Ok(())
}

/// Answers until `stop` ends, and lets running answers end. A client that does not say what it wants
/// keeps neither a connection nor the end.
async fn answer(mut listener: TcpListener, router: Router, stop: impl Future<Output = ()>) {
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(PATIENCE);
    let connections = GracefulShutdown::new();
    let mut stop = std::pin::pin!(stop);
    loop {
        let (stream, peer) = tokio::select! {
            accepted = Listener::accept(&mut listener) => accepted,
            () = &mut stop => break,
        };
        // A small answer need not wait for the receipt of the one before.
        if let Err(error) = stream.set_nodelay(true) {
            tracing::debug!(%error, "cannot set TCP_NODELAY");
        }
        let service = TowerToHyperService::new(Extension(Peer(peer.ip())).layer(router.clone()));
        let connection = connections.watch(http.serve_connection(TokioIo::new(stream), service));
        tokio::spawn(async move {
            if let Err(error) = connection.await {
                tracing::debug!(%error, "a connection ended early");
            }
        });
    }
    drop(listener);
    tokio::select! {
        () = connections.shutdown() => {}
        () = tokio::time::sleep(GRACE) => {}
    }
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
