-- Conflicts are kept as they came. What was ever put in is tallied apart, so that rows taken out or changed are missed: the checksum is a
-- sum over the rows, so that their order does not matter.
CREATE TABLE conflict_tally (
    source INTEGER PRIMARY KEY REFERENCES source (no),
    rows INTEGER NOT NULL,
    checksum INTEGER NOT NULL
);

INSERT INTO conflict_tally (source, rows, checksum)
SELECT source, count(*), sum(at % 1000003 * 31 + value % 1000003 * 17 + received_at % 1000003 * 7 + origin) FROM conflict GROUP BY source;

CREATE TRIGGER conflict_is_tallied AFTER INSERT ON conflict BEGIN
    INSERT INTO conflict_tally (source, rows, checksum)
    VALUES (NEW.source, 1, NEW.at % 1000003 * 31 + NEW.value % 1000003 * 17 + NEW.received_at % 1000003 * 7 + NEW.origin)
    ON CONFLICT (source) DO UPDATE SET rows = rows + 1, checksum = checksum + excluded.checksum;
END;

CREATE TRIGGER conflict_no_update BEFORE UPDATE ON conflict
BEGIN SELECT RAISE(ABORT, 'A reading that contradicts another one stays as it came.'); END;

CREATE TRIGGER conflict_no_delete BEFORE DELETE ON conflict
BEGIN SELECT RAISE(ABORT, 'A reading that contradicts another one stays: a person says which one is right.'); END;

CREATE TRIGGER conflict_tally_no_delete BEFORE DELETE ON conflict_tally
BEGIN SELECT RAISE(ABORT, 'The tally of conflicts only grows.'); END;
