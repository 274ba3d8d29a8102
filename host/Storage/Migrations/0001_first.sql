-- Times are milliseconds since 1970-01-01T00:00Z; hours are counted from there; register values are 10^-9 and amounts 10^-6
-- of the source's measure.
CREATE TABLE source (
    no INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    connector TEXT NOT NULL,
    profile TEXT NOT NULL,
    topic TEXT NOT NULL,
    metric TEXT NOT NULL,
    kind TEXT NOT NULL,
    direction TEXT NOT NULL,
    channel TEXT,
    measure TEXT NOT NULL,
    factor TEXT NOT NULL DEFAULT '1',
    register_width TEXT,
    max_rate_per_hour TEXT,
    first_seen_at INTEGER NOT NULL
);
CREATE INDEX source_topic ON source (topic);

CREATE TABLE origin (no INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);

-- The log. The key is the identity of a reading: the same reading sent again is the same row.
CREATE TABLE reading (
    source INTEGER NOT NULL REFERENCES source (no),
    at INTEGER NOT NULL,
    value INTEGER NOT NULL,
    received_at INTEGER NOT NULL,
    origin INTEGER NOT NULL REFERENCES origin (no),
    PRIMARY KEY (source, at)
) WITHOUT ROWID;

-- Another value for a moment that already has one: the first stays, this waits for a person.
CREATE TABLE conflict (
    source INTEGER NOT NULL REFERENCES source (no),
    at INTEGER NOT NULL,
    value INTEGER NOT NULL,
    received_at INTEGER NOT NULL,
    origin INTEGER NOT NULL REFERENCES origin (no),
    PRIMARY KEY (source, at, value)
) WITHOUT ROWID;

CREATE TABLE hour (
    source INTEGER NOT NULL REFERENCES source (no),
    hour INTEGER NOT NULL,
    amount INTEGER NOT NULL,
    covered_ms INTEGER NOT NULL,
    estimated_ms INTEGER NOT NULL,
    suspect_ms INTEGER NOT NULL,
    PRIMARY KEY (source, hour)
) WITHOUT ROWID;

-- How far the readings of a source are in its stored hours; later readings are folded again after a restart.
CREATE TABLE fold (
    source INTEGER PRIMARY KEY REFERENCES source (no),
    through_at INTEGER NOT NULL,
    reference_at INTEGER NOT NULL,
    suspect_at INTEGER
);

-- Stretches in which an interval depends on more than its two neighbours: folding again must start before them.
CREATE TABLE unsettled (
    source INTEGER NOT NULL REFERENCES source (no),
    start_at INTEGER NOT NULL,
    end_at INTEGER NOT NULL,
    PRIMARY KEY (source, start_at)
) WITHOUT ROWID;

CREATE TABLE unit (
    id TEXT PRIMARY KEY,
    name_vi TEXT NOT NULL,
    name_en TEXT NOT NULL,
    peer_group TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE unit_number (
    unit TEXT NOT NULL REFERENCES unit (id),
    kind TEXT NOT NULL,
    from_day TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (unit, kind, from_day)
) WITHOUT ROWID;

-- Which unit a source counts for, from (included) to (excluded); open ends are null.
CREATE TABLE assignment (
    id INTEGER PRIMARY KEY,
    source INTEGER NOT NULL REFERENCES source (no),
    unit TEXT NOT NULL REFERENCES unit (id),
    from_hour INTEGER,
    to_hour INTEGER
);
CREATE INDEX assignment_source ON assignment (source);

CREATE TABLE baseline (
    unit TEXT NOT NULL REFERENCES unit (id),
    metric TEXT NOT NULL,
    year INTEGER NOT NULL,
    flat INTEGER NOT NULL,
    reference TEXT NOT NULL,
    PRIMARY KEY (unit, metric, year)
) WITHOUT ROWID;

CREATE TABLE baseline_month (
    unit TEXT NOT NULL,
    metric TEXT NOT NULL,
    year INTEGER NOT NULL,
    month INTEGER NOT NULL,
    amount INTEGER NOT NULL,
    PRIMARY KEY (unit, metric, year, month),
    FOREIGN KEY (unit, metric, year) REFERENCES baseline (unit, metric, year)
) WITHOUT ROWID;

CREATE TABLE quarantine (
    id INTEGER PRIMARY KEY,
    connector TEXT NOT NULL,
    topic TEXT NOT NULL,
    payload BLOB NOT NULL,
    code TEXT NOT NULL,
    reason TEXT NOT NULL,
    received_at INTEGER NOT NULL,
    replayed_at INTEGER
);

CREATE TABLE unmatched (
    connector TEXT NOT NULL,
    topic TEXT NOT NULL,
    count INTEGER NOT NULL,
    last_payload BLOB NOT NULL,
    last_at INTEGER NOT NULL,
    PRIMARY KEY (connector, topic)
) WITHOUT ROWID;

CREATE TABLE connector_state (
    connector TEXT NOT NULL,
    key TEXT NOT NULL,
    value BLOB NOT NULL,
    PRIMARY KEY (connector, key)
) WITHOUT ROWID;

CREATE TABLE access_key (
    hash BLOB PRIMARY KEY,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    created_at INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE device_user (
    name TEXT PRIMARY KEY,
    password_hash BLOB NOT NULL,
    topics TEXT NOT NULL,
    created_at INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE plan (
    no INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    text TEXT NOT NULL,
    used_from INTEGER NOT NULL
);

-- Written and emptied again to find out whether the disk takes writes after a failure.
CREATE TABLE probe (filler BLOB NOT NULL);
