-- What a source sent in a time, with all that reconciliation asks: rows with documents stay unread.
CREATE INDEX event_received ON event (source, received_at, id, version);
