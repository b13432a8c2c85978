-- What can name a person is encrypted from here on (decision 0014). A row's data_key is the number
-- of the key its values are under; null: it is from before, its values stand in the clear.

ALTER TABLE event ADD COLUMN data_key INTEGER;
ALTER TABLE event ADD COLUMN notes BLOB;             -- locator and report, encrypted
CREATE INDEX event_data_key ON event (data_key);

ALTER TABLE quarantine ADD COLUMN data_key INTEGER;
ALTER TABLE quarantine ADD COLUMN notes BLOB;        -- locator, encrypted
CREATE INDEX quarantine_data_key ON quarantine (data_key);

ALTER TABLE quarantine_fault ADD COLUMN notes BLOB;  -- path, zh and en, encrypted

ALTER TABLE access ADD COLUMN data_key INTEGER;
ALTER TABLE access ADD COLUMN notes BLOB;            -- subject and purpose, encrypted
CREATE INDEX access_data_key ON access (data_key);

-- Every key that rows may be under, with what tells it from another of the same number.
CREATE TABLE data_key (
  id    INTEGER PRIMARY KEY,
  proof BLOB    NOT NULL
) STRICT;

-- The search indexes: one, or two while a new index key takes over (decision 0014). What was filed
-- from upto on is in the newer one from the start; what was filed before, up to next.
CREATE TABLE search_index (
  key   INTEGER PRIMARY KEY,
  proof BLOB    NOT NULL,
  words TEXT    NOT NULL,   -- the table
  next  INTEGER NOT NULL,
  upto  INTEGER NOT NULL
) STRICT;
