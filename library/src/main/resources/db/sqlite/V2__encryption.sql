-- What can name a person is encrypted from here on (decision 0014), in the columns it always stood
-- in: nothing of what is there has to be read or rewritten for this. An encrypted blob begins with
-- byte 1, an encrypted text with U+0001; a document in the clear begins with a brace.

-- Every key that rows may be under, with what tells it from another of the same number; 0 is the
-- clear.
CREATE TABLE data_key (
  id    INTEGER PRIMARY KEY,
  proof BLOB    NOT NULL
) STRICT;

INSERT INTO data_key (id, proof)
  SELECT 0, x'' WHERE EXISTS (SELECT 1 FROM event) OR EXISTS (SELECT 1 FROM quarantine)
    OR EXISTS (SELECT 1 FROM access);

-- How far the rows of each table have come under a key: those before next, and those from upto on.
CREATE TABLE rotation (
  name  TEXT    PRIMARY KEY,   -- the table
  key   INTEGER NOT NULL,
  next  INTEGER NOT NULL,
  upto  INTEGER NOT NULL,
  stuck INTEGER NOT NULL       -- rows before next that did not open and were left as they are
) STRICT, WITHOUT ROWID;

INSERT INTO rotation (name, key, next, upto, stuck)
  VALUES ('event', 0, 0, 0, 0), ('quarantine', 0, 0, 0, 0), ('access', 0, 0, 0, 0);

-- The search indexes: one, or two while a new index key takes over (decision 0014). What was filed
-- from upto on is in the newer one from the start; what was filed before, up to next.
CREATE TABLE search_index (
  key   INTEGER PRIMARY KEY,
  proof BLOB    NOT NULL,
  words TEXT    NOT NULL,   -- the table
  next  INTEGER NOT NULL,
  upto  INTEGER NOT NULL
) STRICT;
