//! The region that a path names: `/r/IN/UP/197` is `IN-UP-197`, at every level.

use axum::extract::rejection::RawPathParamsRejection;
use axum::extract::{FromRequestParts, RawPathParams};
use axum::http::request::Parts;

/// Code of a region as the segments of a path spell it; nobody has looked whether there is such a region.
pub struct InPath(pub String);

impl<S: Send + Sync> FromRequestParts<S> for InPath {
    type Rejection = RawPathParamsRejection;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Self::Rejection> {
        let segments = RawPathParams::from_request_parts(parts, state).await?;
        let codes: Vec<&str> = segments.iter().map(|(_, segment)| segment).collect();
        Ok(Self(codes.join("-")))
    }
}
