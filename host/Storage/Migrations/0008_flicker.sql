-- What a register showed while it flickered: it counts again from the moment it is back at its high-water mark.
ALTER TABLE fold ADD COLUMN shown_value INTEGER;

-- Hours after a flicker were shared otherwise: whatever ever flickered (mark 32) is derived again from its readings.
CREATE TEMP TABLE flickered AS SELECT DISTINCT source FROM finding WHERE marks & 32;
DELETE FROM hour WHERE source IN (SELECT source FROM flickered);
DELETE FROM day WHERE source IN (SELECT source FROM flickered);
DELETE FROM fold WHERE source IN (SELECT source FROM flickered);
DELETE FROM unsettled WHERE source IN (SELECT source FROM flickered);
DELETE FROM finding WHERE source IN (SELECT source FROM flickered);
DROP TABLE flickered;
