-- Authorised uses of licences: where each is found by its code, and by the licence it relied on. What
-- the use allows stands in its event.
CREATE TABLE licence_use (
  code    TEXT    PRIMARY KEY,
  licence TEXT    NOT NULL,
  event   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX licence_use_licence ON licence_use (licence, event);

-- How often each grant was made use of: on each day, and under day 0 in all.
CREATE TABLE use_tally (
  grant_id TEXT    NOT NULL,
  day      INTEGER NOT NULL,
  used     INTEGER NOT NULL,
  PRIMARY KEY (grant_id, day)
) STRICT, WITHOUT ROWID;
