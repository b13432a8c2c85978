-- Joint applications: who leads each, and which event opened it first. What was first counts: nobody
-- else leads under its number.
CREATE TABLE joint (
  number TEXT    PRIMARY KEY,
  lead   TEXT    NOT NULL,
  opened INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX joint_order ON joint (opened);

-- The standing version of each thing stated of a joint application.
CREATE TABLE joint_step (
  number  TEXT    NOT NULL,
  kind    TEXT    NOT NULL,   -- opened, checked, arranged, held
  speaker TEXT    NOT NULL,   -- the department that states it
  about   TEXT    NOT NULL,   -- a material, or which inspection
  event   INTEGER NOT NULL,
  version INTEGER NOT NULL,
  tie     INTEGER NOT NULL,
  PRIMARY KEY (number, kind, speaker, about)
) STRICT, WITHOUT ROWID;

-- The parts, as the standing opening by its lead names them.
CREATE TABLE joint_part (
  number      TEXT NOT NULL,
  case_number TEXT NOT NULL,
  department  TEXT NOT NULL,
  PRIMARY KEY (number, case_number)
) STRICT, WITHOUT ROWID;

CREATE INDEX joint_part_case ON joint_part (case_number, number);
