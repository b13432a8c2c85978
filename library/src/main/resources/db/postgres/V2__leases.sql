-- The hubs that share this library, each for as long as it is heard of in time. Whoever finds one
-- too late removes its row: it is nobody's hub from then on, and has to come in anew.
CREATE TABLE node (
  session BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name    TEXT COLLATE "C" NOT NULL,
  line    TEXT COLLATE "C" NOT NULL,   -- what its connections are called (application_name)
  until   TIMESTAMPTZ NOT NULL,
  wants   TEXT NOT NULL                -- names of leases it takes part in, one a line
) WITH (fillfactor = 50);

-- What one hub does at a time. A holder that is not in node holds it no more.
CREATE TABLE lease (
  name   TEXT COLLATE "C" PRIMARY KEY,
  epoch  BIGINT NOT NULL,              -- counts up each time somebody gets it
  holder BIGINT
) WITH (fillfactor = 50);
