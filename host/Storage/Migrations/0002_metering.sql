-- What is derived is derived again from the readings at the next start: the rules have grown.
DELETE FROM hour;
DELETE FROM unsettled;
DROP TABLE fold;

-- How far the readings of a source are in its stored hours, with everything the next step of the fold has to know.
CREATE TABLE fold (
    source INTEGER PRIMARY KEY REFERENCES source (no),
    through_at INTEGER NOT NULL,
    reference_at INTEGER,
    reference_value INTEGER,
    before_at INTEGER,
    before_value INTEGER,
    earlier_at INTEGER,
    earlier_value INTEGER,
    last_marks INTEGER NOT NULL,
    open_at INTEGER,
    open_value INTEGER,
    open_high INTEGER,
    settling INTEGER NOT NULL,
    unsettled_since INTEGER
);

-- Intervals with marks that somebody should see; plain ones are only in their hours.
CREATE TABLE finding (
    source INTEGER NOT NULL REFERENCES source (no),
    start_at INTEGER NOT NULL,
    end_at INTEGER NOT NULL,
    amount INTEGER NOT NULL,
    marks INTEGER NOT NULL,
    PRIMARY KEY (source, start_at, end_at)
) WITHOUT ROWID;

-- What people said about a source's life. Never changed: an event is undone by a row in source_event_undo.
CREATE TABLE source_event (
    no INTEGER PRIMARY KEY,
    source INTEGER NOT NULL REFERENCES source (no),
    kind TEXT NOT NULL,
    at INTEGER NOT NULL,
    until INTEGER NOT NULL,
    old_final INTEGER,
    new_initial INTEGER,
    factor TEXT,
    value INTEGER,
    reason TEXT NOT NULL,
    evidence TEXT,
    author TEXT NOT NULL,
    entered_at INTEGER NOT NULL
);
CREATE INDEX source_event_source ON source_event (source);

CREATE TABLE source_event_undo (
    event INTEGER PRIMARY KEY REFERENCES source_event (no),
    reason TEXT NOT NULL,
    author TEXT NOT NULL,
    entered_at INTEGER NOT NULL
);

CREATE TRIGGER source_event_is_kept BEFORE DELETE ON source_event BEGIN SELECT raise(ABORT, 'source_event is append-only'); END;
CREATE TRIGGER source_event_is_fixed BEFORE UPDATE ON source_event BEGIN SELECT raise(ABORT, 'source_event is append-only'); END;
CREATE TRIGGER source_event_undo_is_kept BEFORE DELETE ON source_event_undo BEGIN SELECT raise(ABORT, 'source_event_undo is append-only'); END;
CREATE TRIGGER source_event_undo_is_fixed BEFORE UPDATE ON source_event_undo BEGIN SELECT raise(ABORT, 'source_event_undo is append-only'); END;

ALTER TABLE source ADD COLUMN label TEXT;
ALTER TABLE source ADD COLUMN place TEXT;
ALTER TABLE source ADD COLUMN parent INTEGER REFERENCES source (no);
ALTER TABLE source ADD COLUMN counted TEXT NOT NULL DEFAULT 'Auto';

-- A virtual source adds the consumption of others, each times a coefficient.
CREATE TABLE virtual_term (
    source INTEGER NOT NULL REFERENCES source (no),
    term INTEGER NOT NULL REFERENCES source (no),
    coefficient TEXT NOT NULL,
    PRIMARY KEY (source, term)
) WITHOUT ROWID;

-- How a stretch of a source is shared out: whole to one unit, or among several by fixed weights, headcount or area.
ALTER TABLE assignment ADD COLUMN share_key TEXT NOT NULL DEFAULT 'Whole';
ALTER TABLE assignment ADD COLUMN weight TEXT;
ALTER TABLE assignment ADD COLUMN reason TEXT;

-- Base years as they were proposed; the newest approved one of a unit, metric and year counts.
CREATE TABLE baseline_version (
    no INTEGER PRIMARY KEY,
    unit TEXT NOT NULL REFERENCES unit (id),
    metric TEXT NOT NULL,
    year INTEGER NOT NULL,
    made_of TEXT NOT NULL,
    months TEXT NOT NULL,
    reference TEXT NOT NULL,
    reason TEXT NOT NULL,
    author TEXT NOT NULL,
    entered_at INTEGER NOT NULL
);

CREATE TABLE baseline_decision (
    version INTEGER PRIMARY KEY REFERENCES baseline_version (no),
    approved INTEGER NOT NULL,
    reason TEXT NOT NULL,
    author TEXT NOT NULL,
    decided_at INTEGER NOT NULL
);

INSERT INTO baseline_version (unit, metric, year, made_of, months, reference, reason, author, entered_at)
SELECT unit, metric, year, CASE flat WHEN 1 THEN 'Total' ELSE 'Months' END,
       (SELECT group_concat(coalesce(amount, ''), ';') FROM (
            SELECT m.month AS month, b.amount AS amount
            FROM (SELECT 1 AS month UNION SELECT 2 UNION SELECT 3 UNION SELECT 4 UNION SELECT 5 UNION SELECT 6
                  UNION SELECT 7 UNION SELECT 8 UNION SELECT 9 UNION SELECT 10 UNION SELECT 11 UNION SELECT 12) m
            LEFT JOIN baseline_month b ON b.unit = baseline.unit AND b.metric = baseline.metric AND b.year = baseline.year AND b.month = m.month
            ORDER BY m.month)),
       reference, '', 'import', 0
FROM baseline;
INSERT INTO baseline_decision (version, approved, reason, author, decided_at) SELECT no, 1, '', 'import', 0 FROM baseline_version;
DROP TABLE baseline_month;
DROP TABLE baseline;

-- What a watch has raised and a person has seen to.
CREATE TABLE alert_acknowledgement (
    source INTEGER NOT NULL REFERENCES source (no),
    kind TEXT NOT NULL,
    since INTEGER NOT NULL,
    author TEXT NOT NULL,
    reason TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (source, kind, since)
) WITHOUT ROWID;
