-- Every act of a person, chained by hashes (host/Storage/Audit/AuditTable.cs says how). before and after are JSON texts.
CREATE TABLE audit (
    no INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    author TEXT NOT NULL,
    act TEXT NOT NULL,
    subject TEXT NOT NULL,
    reason TEXT NOT NULL,
    before TEXT,
    after TEXT,
    hash BLOB NOT NULL
);
CREATE INDEX audit_subject ON audit (subject);
CREATE INDEX audit_author ON audit (author);

-- The last row once more, so that rows cut off at the end are missed.
CREATE TABLE audit_head (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    last_no INTEGER NOT NULL,
    hash BLOB NOT NULL
);
INSERT INTO audit_head (only, last_no, hash) VALUES (1, 0, zeroblob(32));

CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'The audit log only grows: its rows cannot be changed.'); END;

CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'The audit log only grows: its rows cannot be deleted.'); END;

-- Also stops INSERT OR REPLACE, for which SQLite runs no trigger of DELETE.
CREATE TRIGGER audit_in_order BEFORE INSERT ON audit WHEN NEW.no IS NOT (SELECT last_no + 1 FROM audit_head)
BEGIN SELECT RAISE(ABORT, 'The audit log only grows: a new row follows the last one.'); END;

CREATE TRIGGER audit_head_follows BEFORE UPDATE ON audit_head
WHEN NEW.last_no IS NOT OLD.last_no + 1 OR NEW.hash IS NOT (SELECT hash FROM audit WHERE no = NEW.last_no)
BEGIN SELECT RAISE(ABORT, 'The audit log only grows: its head moves to the new last row.'); END;

CREATE TRIGGER audit_head_no_delete BEFORE DELETE ON audit_head
BEGIN SELECT RAISE(ABORT, 'The audit log only grows: its head cannot be deleted.'); END;

CREATE TRIGGER audit_head_no_insert BEFORE INSERT ON audit_head
BEGIN SELECT RAISE(ABORT, 'The audit log only grows: its head cannot be replaced.'); END;

-- Files that prove something; the content lies in DIR/evidence under its hash, name is only text.
CREATE TABLE evidence (
    hash TEXT PRIMARY KEY,
    media_type TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    name TEXT NOT NULL,
    added_by TEXT NOT NULL,
    added_at INTEGER NOT NULL
) WITHOUT ROWID;

-- Official results as they were shown. A period has one line of them: a first one, and each later one replaces the one before.
CREATE TABLE snapshot (
    no INTEGER PRIMARY KEY,
    movement TEXT NOT NULL,
    period TEXT NOT NULL,
    taken_at INTEGER NOT NULL,
    author TEXT NOT NULL,
    reason TEXT NOT NULL,
    board TEXT NOT NULL,
    replaces INTEGER UNIQUE REFERENCES snapshot (no),
    hash BLOB NOT NULL
);
CREATE UNIQUE INDEX snapshot_first ON snapshot (movement, period) WHERE replaces IS NULL;
CREATE INDEX snapshot_period ON snapshot (movement, period);

CREATE TRIGGER snapshot_no_update BEFORE UPDATE ON snapshot
BEGIN SELECT RAISE(ABORT, 'An official result stays as it was shown: take a new one that replaces it.'); END;

CREATE TRIGGER snapshot_no_delete BEFORE DELETE ON snapshot
BEGIN SELECT RAISE(ABORT, 'An official result stays as it was shown: it cannot be deleted.'); END;

CREATE TRIGGER snapshot_in_order BEFORE INSERT ON snapshot WHEN NEW.no IS NOT (SELECT coalesce(max(no), 0) + 1 FROM snapshot)
BEGIN SELECT RAISE(ABORT, 'An official result stays as it was shown: a new one follows the last one.'); END;
