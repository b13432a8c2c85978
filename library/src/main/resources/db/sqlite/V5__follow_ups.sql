-- Feedback to issuers and scans taken on trust: where each stands. What they say stands in their
-- events.
CREATE TABLE follow_up (
  number       TEXT    PRIMARY KEY,
  kind         TEXT    NOT NULL,
  organisation TEXT    NOT NULL,
  issuer       TEXT,
  about        TEXT    NOT NULL,
  due          INTEGER NOT NULL,
  open         INTEGER NOT NULL,
  told         INTEGER NOT NULL,   -- 1 when its last day was said to be near, 2 to be past
  opened       INTEGER NOT NULL,   -- its first event
  latest       INTEGER NOT NULL    -- its newest event
) STRICT, WITHOUT ROWID;

CREATE INDEX follow_up_order ON follow_up (kind, opened);
CREATE INDEX follow_up_about ON follow_up (about) WHERE open = 1;

CREATE TABLE follow_up_event (
  number TEXT    NOT NULL,
  event  INTEGER NOT NULL,
  PRIMARY KEY (number, event)
) STRICT, WITHOUT ROWID;
