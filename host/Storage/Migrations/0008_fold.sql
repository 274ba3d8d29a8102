-- What a register showed while it flickered: it counts again from the moment it is back at its high-water mark.
ALTER TABLE fold ADD COLUMN shown_value INTEGER;

-- The line that a register left in an impossible rise: within a day it may come back to it.
ALTER TABLE fold ADD COLUMN left_at INTEGER;
ALTER TABLE fold ADD COLUMN left_value INTEGER;
ALTER TABLE fold ADD COLUMN risen_at INTEGER;
ALTER TABLE fold ADD COLUMN risen_value INTEGER;

-- Hours after a flicker (mark 32) or such a rise (128) were counted otherwise: these sources are derived again from their readings.
CREATE TEMP TABLE again AS SELECT DISTINCT source FROM finding WHERE marks & 160;
DELETE FROM hour WHERE source IN (SELECT source FROM again);
DELETE FROM day WHERE source IN (SELECT source FROM again);
DELETE FROM fold WHERE source IN (SELECT source FROM again);
DELETE FROM unsettled WHERE source IN (SELECT source FROM again);
DELETE FROM finding WHERE source IN (SELECT source FROM again);
DROP TABLE again;
