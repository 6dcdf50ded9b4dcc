-- What figures are called, and what programmes are and were called.

CREATE TABLE statistic_topic (
    position INTEGER PRIMARY KEY,
    topic TEXT NOT NULL,
    title_en TEXT NOT NULL,
    title_hi TEXT NOT NULL,
    title_ur TEXT NOT NULL,
    "group" TEXT NOT NULL,
    role TEXT NOT NULL,
    "of" TEXT NOT NULL,
    crafts TEXT NOT NULL,           -- JSON array of ids
    families TEXT NOT NULL          -- JSON array of codes
);

CREATE TABLE scheme_name (
    position INTEGER PRIMARY KEY,
    scheme TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    parent TEXT,
    valid_from TEXT NOT NULL,
    valid_to TEXT NOT NULL,
    note TEXT NOT NULL,
    source TEXT NOT NULL
);
