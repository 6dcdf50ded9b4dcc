-- Records of all layers, their provenance, and the reference rows of the atlas.
-- Times are RFC 3339 in UTC. Properties are the JSON object of a record's fields.

CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
);

-- Where rows come from: one row for each load, upload or edit.
CREATE TABLE provenance (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    kind TEXT NOT NULL,             -- atlas, layer, removal or edit
    title TEXT NOT NULL,
    version TEXT NOT NULL,
    note TEXT NOT NULL
);

-- What changed, in order. A bulk load writes one row for each layer, with no id.
CREATE TABLE change (
    sequence INTEGER PRIMARY KEY,
    generation INTEGER NOT NULL,
    layer TEXT NOT NULL,
    id TEXT,
    operation TEXT NOT NULL,        -- load, add, remove or edit
    provenance INTEGER NOT NULL REFERENCES provenance (id)
);
CREATE INDEX change_layer ON change (layer, generation);
CREATE INDEX change_generation ON change (generation);

-- Layers that an operator added; those of the atlas are described by files.
CREATE TABLE layer (
    id TEXT PRIMARY KEY,
    descriptor TEXT NOT NULL,       -- JSON
    added_at TEXT NOT NULL,
    generation INTEGER NOT NULL
);

CREATE TABLE record (
    layer TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    lon REAL,
    lat REAL,
    properties TEXT NOT NULL,       -- JSON object
    aliases TEXT NOT NULL,          -- JSON array
    india TEXT,                     -- region code in the official Indian view
    neutral TEXT,                   -- region code in the de-facto view
    fingerprint TEXT NOT NULL,      -- of the content that was last loaded
    provenance INTEGER NOT NULL REFERENCES provenance (id),
    edited_at TEXT,
    deleted_at TEXT,
    PRIMARY KEY (layer, id)
) WITHOUT ROWID;

-- Geometries other than points.
CREATE TABLE geometry (
    layer TEXT NOT NULL,
    id TEXT NOT NULL,
    wkb BLOB NOT NULL,
    PRIMARY KEY (layer, id),
    FOREIGN KEY (layer, id) REFERENCES record (layer, id) ON DELETE CASCADE
);

-- Reference rows. They have no version of their own: a load replaces all of them. `position` keeps the
-- order of the table they were read from.
CREATE TABLE name (
    position INTEGER PRIMARY KEY,
    layer TEXT NOT NULL,
    id TEXT NOT NULL,
    lang TEXT NOT NULL,
    script TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    source TEXT NOT NULL
);

CREATE TABLE translation (
    position INTEGER PRIMARY KEY,
    layer TEXT NOT NULL,
    id TEXT NOT NULL,
    field TEXT NOT NULL,
    lang TEXT NOT NULL,
    text TEXT NOT NULL,
    kind TEXT NOT NULL,
    note TEXT NOT NULL
);

CREATE TABLE jurisdiction (
    position INTEGER PRIMARY KEY,
    centre TEXT NOT NULL,
    india TEXT NOT NULL,
    neutral TEXT,
    remit TEXT NOT NULL,
    grade TEXT NOT NULL,
    as_of TEXT NOT NULL,
    source TEXT NOT NULL
);

CREATE TABLE statistic (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    topic TEXT NOT NULL,
    region TEXT NOT NULL,
    regions TEXT NOT NULL,          -- JSON array of codes
    period TEXT NOT NULL,
    value TEXT NOT NULL,            -- as written, a decimal number
    unit TEXT NOT NULL,
    note TEXT NOT NULL,
    source TEXT NOT NULL
);

CREATE TABLE scheme (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    short_name TEXT NOT NULL,
    parent TEXT,
    agency TEXT NOT NULL,
    country TEXT NOT NULL,
    start_year TEXT NOT NULL,
    end_year TEXT NOT NULL,
    gives TEXT NOT NULL,
    source TEXT NOT NULL
);

CREATE TABLE service (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    centre TEXT NOT NULL,
    service TEXT NOT NULL,
    who_can_ask TEXT NOT NULL,
    papers TEXT NOT NULL,
    fee TEXT NOT NULL,
    days_promised TEXT NOT NULL,
    appeal TEXT NOT NULL,
    as_of TEXT NOT NULL,
    source TEXT NOT NULL
);

CREATE TABLE district_product (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    district TEXT NOT NULL,
    product TEXT NOT NULL,
    family TEXT NOT NULL,
    crafts TEXT NOT NULL,           -- JSON array of ids
    scheme TEXT NOT NULL,
    as_of TEXT NOT NULL,
    source TEXT NOT NULL
);

CREATE TABLE training_fact (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    region TEXT NOT NULL,
    office TEXT NOT NULL,
    area TEXT NOT NULL,
    course_level TEXT NOT NULL,
    craft TEXT NOT NULL,
    value TEXT NOT NULL,
    unit TEXT NOT NULL,
    period TEXT NOT NULL,
    note TEXT NOT NULL,
    source TEXT NOT NULL
);

CREATE TABLE craft_term (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    family TEXT NOT NULL,
    clusters TEXT NOT NULL,         -- JSON array of ids
    note TEXT NOT NULL
);
