-- Hours summed by day, so that a year is 365 rows and not 8,760. A day is 24 hours from 17:00 UTC, which is midnight in Vietnam.
-- Always written together with the hours.
CREATE TABLE day (
    source INTEGER NOT NULL REFERENCES source (no),
    day INTEGER NOT NULL,
    amount INTEGER NOT NULL,
    covered_ms INTEGER NOT NULL,
    estimated_ms INTEGER NOT NULL,
    suspect_ms INTEGER NOT NULL,
    PRIMARY KEY (source, day)
) WITHOUT ROWID;

INSERT INTO day (source, day, amount, covered_ms, estimated_ms, suspect_ms)
SELECT source, (hour + 7) / 24, sum(amount), sum(covered_ms), sum(estimated_ms), sum(suspect_ms) FROM hour GROUP BY source, (hour + 7) / 24;
