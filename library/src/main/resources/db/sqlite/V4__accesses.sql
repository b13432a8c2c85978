-- Whom a caller acted for, and under which use it looked; null where neither was known.
ALTER TABLE access ADD COLUMN organisation TEXT;
ALTER TABLE access ADD COLUMN use_code TEXT;

-- Comparisons in which something was different: what an organisation may guess is counted by them.
CREATE INDEX access_different ON access (subject, organisation, at) WHERE result = 'different';

-- Which uses were called back, by which event.
CREATE TABLE use_recall (
  code  TEXT    NOT NULL,
  event INTEGER NOT NULL,
  PRIMARY KEY (code, event)
) STRICT, WITHOUT ROWID;

INSERT INTO use_recall (code, event)
  SELECT subject, seq FROM event WHERE type = 'use.recalled.v1';

-- Uses authorised under a number the caller chose for the request. Number and body are keyed hashes.
CREATE TABLE use_request (
  request TEXT NOT NULL,
  licence TEXT NOT NULL,
  body    TEXT NOT NULL,
  code    TEXT NOT NULL,
  PRIMARY KEY (request, licence)
) STRICT, WITHOUT ROWID;
