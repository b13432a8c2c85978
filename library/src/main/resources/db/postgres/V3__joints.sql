-- Joint applications: who leads each, and which event opened it first. What was first counts: nobody
-- else leads under its number.
CREATE TABLE joint (
  number TEXT COLLATE "C" PRIMARY KEY,
  lead   TEXT COLLATE "C" NOT NULL,
  opened BIGINT NOT NULL
);

CREATE INDEX joint_order ON joint (opened);

-- The standing version of each thing stated of a joint application.
CREATE TABLE joint_step (
  number  TEXT COLLATE "C" NOT NULL,
  kind    TEXT COLLATE "C" NOT NULL,   -- opened, checked, arranged, held
  speaker TEXT COLLATE "C" NOT NULL,   -- the department that states it
  about   TEXT COLLATE "C" NOT NULL,   -- a material, or which inspection
  event   BIGINT NOT NULL,
  version BIGINT NOT NULL,
  tie     BIGINT NOT NULL,
  PRIMARY KEY (number, kind, speaker, about)
);

-- The parts, as the standing opening by its lead names them.
CREATE TABLE joint_part (
  number      TEXT COLLATE "C" NOT NULL,
  case_number TEXT COLLATE "C" NOT NULL,
  department  TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (number, case_number)
);

CREATE INDEX joint_part_case ON joint_part (case_number, number);
