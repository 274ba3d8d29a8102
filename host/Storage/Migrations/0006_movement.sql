-- What people say about the movement: open points of plans, declared figures, appeals. Rows are never changed or removed.
-- The newest choice of a plan's decision counts; no option takes the choice back.
CREATE TABLE plan_choice (
    no INTEGER PRIMARY KEY,
    plan TEXT NOT NULL,
    decision TEXT NOT NULL,
    option TEXT,
    reason TEXT NOT NULL,
    author TEXT NOT NULL,
    at INTEGER NOT NULL
);
CREATE INDEX plan_choice_plan ON plan_choice (plan);

-- unit '' is the agency itself. value and whole are decimal texts; evidence is a list of hashes with blanks between.
CREATE TABLE declaration (
    no INTEGER PRIMARY KEY,
    unit TEXT NOT NULL,
    figure TEXT NOT NULL,
    period TEXT NOT NULL,
    kind TEXT NOT NULL,
    value TEXT,
    whole TEXT,
    base_year INTEGER,
    evidence_on TEXT,
    came_at INTEGER,
    comment TEXT NOT NULL,
    evidence TEXT NOT NULL,
    author TEXT NOT NULL,
    author_unit TEXT NOT NULL,
    at INTEGER NOT NULL
);
CREATE INDEX declaration_of ON declaration (unit, period);

CREATE TABLE appeal (
    no INTEGER PRIMARY KEY,
    unit TEXT NOT NULL,
    target TEXT NOT NULL,
    period TEXT NOT NULL,
    reason TEXT NOT NULL,
    evidence TEXT NOT NULL,
    author TEXT NOT NULL,
    at INTEGER NOT NULL
);

CREATE TABLE appeal_answer (
    appeal INTEGER PRIMARY KEY REFERENCES appeal (no),
    accepted INTEGER NOT NULL,
    reason TEXT NOT NULL,
    author TEXT NOT NULL,
    at INTEGER NOT NULL
);

CREATE TABLE snapshot_signature (
    snapshot INTEGER PRIMARY KEY REFERENCES snapshot (no),
    key TEXT NOT NULL,
    signature BLOB NOT NULL
);

-- The unit for which a unit head speaks; empty for everybody else.
ALTER TABLE access_key ADD COLUMN unit TEXT NOT NULL DEFAULT '';

CREATE TRIGGER plan_choice_is_kept BEFORE DELETE ON plan_choice BEGIN SELECT raise(ABORT, 'plan_choice is append-only'); END;
CREATE TRIGGER plan_choice_is_fixed BEFORE UPDATE ON plan_choice BEGIN SELECT raise(ABORT, 'plan_choice is append-only'); END;
CREATE TRIGGER declaration_is_kept BEFORE DELETE ON declaration BEGIN SELECT raise(ABORT, 'declaration is append-only'); END;
CREATE TRIGGER declaration_is_fixed BEFORE UPDATE ON declaration BEGIN SELECT raise(ABORT, 'declaration is append-only'); END;
CREATE TRIGGER appeal_is_kept BEFORE DELETE ON appeal BEGIN SELECT raise(ABORT, 'appeal is append-only'); END;
CREATE TRIGGER appeal_is_fixed BEFORE UPDATE ON appeal BEGIN SELECT raise(ABORT, 'appeal is append-only'); END;
CREATE TRIGGER appeal_answer_is_kept BEFORE DELETE ON appeal_answer BEGIN SELECT raise(ABORT, 'appeal_answer is append-only'); END;
CREATE TRIGGER appeal_answer_is_fixed BEFORE UPDATE ON appeal_answer BEGIN SELECT raise(ABORT, 'appeal_answer is append-only'); END;
CREATE TRIGGER snapshot_signature_is_kept BEFORE DELETE ON snapshot_signature BEGIN SELECT raise(ABORT, 'snapshot_signature is append-only'); END;
CREATE TRIGGER snapshot_signature_is_fixed BEFORE UPDATE ON snapshot_signature BEGIN SELECT raise(ABORT, 'snapshot_signature is append-only'); END;
