-- What people said about points that the plan leaves open. The newest row of a point counts; without an option the choice is taken back.
CREATE TABLE plan_choice (
    no INTEGER PRIMARY KEY,
    plan TEXT NOT NULL,
    decision TEXT NOT NULL,
    option TEXT,
    reason TEXT NOT NULL,
    author TEXT NOT NULL,
    entered_at INTEGER NOT NULL
);

CREATE TRIGGER plan_choice_no_update BEFORE UPDATE ON plan_choice
BEGIN SELECT RAISE(ABORT, 'A choice stays as it was made: enter a new one.'); END;

CREATE TRIGGER plan_choice_no_delete BEFORE DELETE ON plan_choice
BEGIN SELECT RAISE(ABORT, 'A choice stays as it was made: it cannot be deleted.'); END;

-- Also stops INSERT OR REPLACE, for which SQLite runs no trigger of DELETE.
CREATE TRIGGER plan_choice_in_order BEFORE INSERT ON plan_choice WHEN NEW.no IS NOT (SELECT coalesce(max(no), 0) + 1 FROM plan_choice)
BEGIN SELECT RAISE(ABORT, 'A choice stays as it was made: a new one follows the last one.'); END;

-- The unit for which a unit head speaks; empty for everybody else.
ALTER TABLE access_key ADD COLUMN unit TEXT NOT NULL DEFAULT '';

-- Figures that nothing measures, as people said, verified, returned or withdrew them. unit is NULL for the agency itself; numbers are
-- decimal texts; evidence are hashes with ';' between them.
CREATE TABLE declaration (
    no INTEGER PRIMARY KEY,
    unit TEXT REFERENCES unit (id),
    figure TEXT NOT NULL,
    period TEXT NOT NULL,
    kind TEXT NOT NULL,
    value TEXT,
    whole TEXT,
    base_year INTEGER,
    evidence_on TEXT,
    came_at INTEGER,
    rater TEXT NOT NULL,
    comment TEXT NOT NULL,
    evidence TEXT NOT NULL,
    author TEXT NOT NULL,
    entered_at INTEGER NOT NULL
);
CREATE INDEX declaration_figure ON declaration (period, figure, unit);

CREATE TRIGGER declaration_no_update BEFORE UPDATE ON declaration
BEGIN SELECT RAISE(ABORT, 'What was declared stays as it was entered: enter a new value.'); END;

CREATE TRIGGER declaration_no_delete BEFORE DELETE ON declaration
BEGIN SELECT RAISE(ABORT, 'What was declared stays as it was entered: withdraw it.'); END;

CREATE TRIGGER declaration_in_order BEFORE INSERT ON declaration WHEN NEW.no IS NOT (SELECT coalesce(max(no), 0) + 1 FROM declaration)
BEGIN SELECT RAISE(ABORT, 'What was declared stays as it was entered: a new entry follows the last one.'); END;

-- A unit's objection to one target of one period, and its one answer. unit is NULL for the agency itself.
CREATE TABLE appeal (
    no INTEGER PRIMARY KEY,
    unit TEXT REFERENCES unit (id),
    target TEXT NOT NULL,
    period TEXT NOT NULL,
    reason TEXT NOT NULL,
    evidence TEXT NOT NULL,
    author TEXT NOT NULL,
    entered_at INTEGER NOT NULL
);

CREATE TRIGGER appeal_no_update BEFORE UPDATE ON appeal
BEGIN SELECT RAISE(ABORT, 'An appeal stays as it was made.'); END;

CREATE TRIGGER appeal_no_delete BEFORE DELETE ON appeal
BEGIN SELECT RAISE(ABORT, 'An appeal stays as it was made: it cannot be deleted.'); END;

CREATE TRIGGER appeal_in_order BEFORE INSERT ON appeal WHEN NEW.no IS NOT (SELECT coalesce(max(no), 0) + 1 FROM appeal)
BEGIN SELECT RAISE(ABORT, 'An appeal stays as it was made: a new one follows the last one.'); END;

CREATE TABLE appeal_answer (
    appeal INTEGER PRIMARY KEY REFERENCES appeal (no),
    accepted INTEGER NOT NULL,
    reason TEXT NOT NULL,
    author TEXT NOT NULL,
    entered_at INTEGER NOT NULL
);

CREATE TRIGGER appeal_answer_no_update BEFORE UPDATE ON appeal_answer
BEGIN SELECT RAISE(ABORT, 'An appeal is answered once: the answer stays.'); END;

CREATE TRIGGER appeal_answer_no_delete BEFORE DELETE ON appeal_answer
BEGIN SELECT RAISE(ABORT, 'An appeal is answered once: the answer cannot be deleted.'); END;

CREATE TRIGGER appeal_answer_once BEFORE INSERT ON appeal_answer WHEN EXISTS (SELECT 1 FROM appeal_answer WHERE appeal = NEW.appeal)
BEGIN SELECT RAISE(ABORT, 'An appeal is answered once.'); END;

-- Signatures of official results (host/Storage/Audit/SnapshotSigner.cs); key is the fingerprint of the key that made it.
CREATE TABLE snapshot_signature (
    snapshot INTEGER PRIMARY KEY REFERENCES snapshot (no),
    key TEXT NOT NULL,
    signature BLOB NOT NULL
);

CREATE TRIGGER snapshot_signature_no_update BEFORE UPDATE ON snapshot_signature
BEGIN SELECT RAISE(ABORT, 'An official result is signed once: the signature stays.'); END;

CREATE TRIGGER snapshot_signature_no_delete BEFORE DELETE ON snapshot_signature
BEGIN SELECT RAISE(ABORT, 'An official result is signed once: the signature cannot be deleted.'); END;

CREATE TRIGGER snapshot_signature_once BEFORE INSERT ON snapshot_signature WHEN EXISTS (SELECT 1 FROM snapshot_signature WHERE snapshot = NEW.snapshot)
BEGIN SELECT RAISE(ABORT, 'An official result is signed once.'); END;

-- The first result that has to be signed: those before it were taken when nothing was.
CREATE TABLE snapshot_signing (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    first_no INTEGER NOT NULL
);
INSERT INTO snapshot_signing (only, first_no) SELECT 1, coalesce(max(no), 0) + 1 FROM snapshot;

CREATE TRIGGER snapshot_signing_no_update BEFORE UPDATE ON snapshot_signing
BEGIN SELECT RAISE(ABORT, 'From which result on signatures are needed cannot be changed.'); END;

CREATE TRIGGER snapshot_signing_no_delete BEFORE DELETE ON snapshot_signing
BEGIN SELECT RAISE(ABORT, 'From which result on signatures are needed cannot be deleted.'); END;

CREATE TRIGGER snapshot_signing_no_insert BEFORE INSERT ON snapshot_signing
BEGIN SELECT RAISE(ABORT, 'From which result on signatures are needed cannot be replaced.'); END;
