-- What watches say: of each source and watch one alert, whether it stands or has cleared and may come back. Figures are a JSON text.
CREATE TABLE alert (
    source INTEGER NOT NULL REFERENCES source (no),
    kind TEXT NOT NULL,
    since INTEGER NOT NULL,
    raised_since INTEGER NOT NULL,
    last_seen INTEGER NOT NULL,
    figures TEXT NOT NULL,
    seen_by TEXT,
    seen_at INTEGER,
    seen_reason TEXT,
    cleared_at INTEGER,
    PRIMARY KEY (source, kind)
) WITHOUT ROWID;

-- No watch ever ran while this table was in use; who has seen to an alert is now said with the alert.
DROP TABLE alert_acknowledgement;
