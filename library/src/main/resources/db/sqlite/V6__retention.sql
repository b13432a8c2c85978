-- What may be removed after a time is found by it.
CREATE INDEX quarantine_settled ON quarantine (received_at, number) WHERE settled_as IS NOT NULL;
