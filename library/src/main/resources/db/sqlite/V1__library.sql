-- Times are microseconds since 1970; days are days since 1970.

-- One row for each filed event, never changed. seq is its place in the ledger and in the change
-- stream, from 0 without gaps.
CREATE TABLE event (
  seq             INTEGER PRIMARY KEY,
  source          TEXT    NOT NULL,
  id              TEXT    NOT NULL,
  type            TEXT    NOT NULL,
  subject         TEXT    NOT NULL,
  version         INTEGER NOT NULL,
  happened_at     INTEGER NOT NULL,
  received_at     INTEGER NOT NULL,
  effective_at    INTEGER,          -- where it differs from happened_at
  valid_to        INTEGER,          -- a licence's last day
  previous        INTEGER,          -- the event filed before this about the same licence
  standing        INTEGER,          -- the version that already stood when this was filed
  document_digest BLOB    NOT NULL,
  original_digest BLOB    NOT NULL,
  media_type      TEXT    NOT NULL,
  locator         TEXT    NOT NULL,
  report          TEXT,
  document        BLOB    NOT NULL,
  original        BLOB              -- where it differs from document
) STRICT;

CREATE UNIQUE INDEX event_submission ON event (source, id);

-- What the events of a licence add up to. A tie is the head of the document's digest: it decides
-- between two events of one version, whichever came first.
CREATE TABLE licence (
  identifier       TEXT    PRIMARY KEY,
  latest           INTEGER NOT NULL,  -- the event filed last: where its history starts
  status           TEXT    NOT NULL,
  valid_to         INTEGER,
  content          INTEGER,           -- the event that states its content
  content_version  INTEGER,
  content_tie      INTEGER,
  decision         INTEGER,           -- the event that decides its status
  decision_version INTEGER,
  decision_tie     INTEGER
) STRICT, WITHOUT ROWID;

-- Every content event that names a former licence; only those that stand count.
CREATE TABLE replacement (
  former TEXT    NOT NULL,
  event  INTEGER NOT NULL,
  PRIMARY KEY (former, event)
) STRICT, WITHOUT ROWID;

-- The standing version of each step of a case.
CREATE TABLE case_step (
  number   TEXT    NOT NULL,
  stage    TEXT    NOT NULL,
  sequence INTEGER NOT NULL,
  event    INTEGER NOT NULL,
  version  INTEGER NOT NULL,
  tie      INTEGER NOT NULL,
  PRIMARY KEY (number, stage, sequence)
) STRICT, WITHOUT ROWID;

-- Keyed hashes of holders, numbers and one and two characters of names; the row is the event.
-- Rows of content that no longer stands stay, and are passed over when read.
CREATE VIRTUAL TABLE licence_token USING fts5(
  tokens, content = '', detail = none, columnsize = 0, tokenize = 'ascii'
);

-- Hashes of the log: level 0 are the leaves, level n the roots of complete subtrees of 256^n.
CREATE TABLE ledger_hash (
  level INTEGER NOT NULL,
  place INTEGER NOT NULL,
  hash  BLOB    NOT NULL,
  PRIMARY KEY (level, place)
) STRICT, WITHOUT ROWID;

-- One checkpoint for each transaction that filed something.
CREATE TABLE checkpoint (
  size INTEGER PRIMARY KEY,
  root BLOB NOT NULL,
  note TEXT NOT NULL
) STRICT;

CREATE TABLE frontier (
  only   INTEGER PRIMARY KEY CHECK (only = 1),
  size   INTEGER NOT NULL,
  hashes BLOB    NOT NULL
) STRICT;

CREATE TABLE quarantine (
  number       INTEGER PRIMARY KEY AUTOINCREMENT,
  source       TEXT    NOT NULL,
  id           TEXT,
  reason       TEXT    NOT NULL,      -- the first fault's
  attempts     INTEGER NOT NULL,
  next_attempt INTEGER,
  settled_as   TEXT,
  received_at  INTEGER NOT NULL,
  digest       BLOB    NOT NULL,      -- of the original
  media_type   TEXT    NOT NULL,
  locator      TEXT    NOT NULL,
  original     BLOB    NOT NULL
) STRICT;

CREATE UNIQUE INDEX quarantine_open ON quarantine (source, digest) WHERE settled_as IS NULL;
CREATE INDEX quarantine_group ON quarantine (source, reason, number, received_at)
  WHERE settled_as IS NULL;
CREATE INDEX quarantine_due ON quarantine (next_attempt)
  WHERE settled_as IS NULL AND next_attempt IS NOT NULL;
CREATE INDEX quarantine_submission ON quarantine (source, id) WHERE id IS NOT NULL;

CREATE TABLE quarantine_fault (
  number INTEGER NOT NULL,
  place  INTEGER NOT NULL,
  reason TEXT    NOT NULL,
  path   TEXT    NOT NULL,
  zh     TEXT    NOT NULL,
  en     TEXT    NOT NULL,
  PRIMARY KEY (number, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE access (
  number      INTEGER PRIMARY KEY AUTOINCREMENT,
  at          INTEGER NOT NULL,
  caller      TEXT    NOT NULL,
  role        TEXT    NOT NULL,
  item        TEXT    NOT NULL,
  case_number TEXT    NOT NULL,
  purpose     TEXT    NOT NULL,
  operator    TEXT    NOT NULL,
  action      TEXT    NOT NULL,
  subject     TEXT    NOT NULL,
  result      TEXT    NOT NULL
) STRICT;

CREATE INDEX access_subject ON access (subject, number);

CREATE TABLE position (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
