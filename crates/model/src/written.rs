//! Names that exports write beside the fields of a layer; so no field may be called after one.

/// Longitude of a point, degrees.
pub const LONGITUDE: &str = "longitude";
/// Latitude of a point, degrees.
pub const LATITUDE: &str = "latitude";
/// A line or an area as well-known text.
pub const GEOMETRY_WKT: &str = "geometry_wkt";
/// English name of the country.
pub const COUNTRY_NAME: &str = "country_name";
/// English name of the state or province.
pub const STATE_NAME: &str = "state_name";
/// English name of the district.
pub const DISTRICT_NAME: &str = "district_name";
/// Address of the record's page.
pub const RECORD_URL: &str = "record_url";
/// Version of the atlas.
pub const ATLAS_VERSION: &str = "atlas_version";
/// Licence of the layer.
pub const LICENSE: &str = "license";
/// Whom the source of the position wants to be named.
pub const CREDIT: &str = "credit";
/// Geodesic metres from the point asked for.
pub const DISTANCE: &str = "distance_m";

/// All of them.
pub const ALL: &[&str] = &[
    LONGITUDE,
    LATITUDE,
    GEOMETRY_WKT,
    COUNTRY_NAME,
    STATE_NAME,
    DISTRICT_NAME,
    RECORD_URL,
    ATLAS_VERSION,
    LICENSE,
    CREDIT,
    DISTANCE,
];
