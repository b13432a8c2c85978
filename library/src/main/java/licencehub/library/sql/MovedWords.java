package licencehub.library.sql;

import java.sql.SQLException;
import java.util.List;
import licencehub.library.KeyRing;
import licencehub.library.crypt.RowCipher;

/** Words cannot be read back from an index: they are made of the documents again. */
record MovedWords(Turns turns, Session source, Session target, KeyRing ring) {
  private static final int EVENTS = 1_000;
  private static final String FIRST = "licence_token";
  private static final String LIST =
      "SELECT key, proof, words FROM search_index WHERE next >= 0 ORDER BY key";
  private static final String ADD =
      "INSERT INTO search_index (key, proof, words, next, upto) VALUES (?, ?, ?, 0, ?)"
          + " ON CONFLICT (key) DO NOTHING";

  private record Index(int key, byte[] proof, String words) {}

  /** Goes on where it was broken off. */
  void make() throws SQLException {
    List<Index> indexes =
        source.list(LIST, row -> new Index(row.getInt(1), row.getBytes(2), row.getString(3)));
    turns.take(
        () -> {
          for (Index it : indexes) {
            add(it);
          }
        });
    Words words = turns.dialect().words();
    WriterKeys keys = new WriterKeys(target, ring, words);
    Reindexing reindexing = new Reindexing(keys, ring, new RowCipher(ring), words);
    boolean[] done = {false};
    while (!done[0]) {
      turns.take(
          () -> {
            keys.look();
            done[0] = keys.index().next() >= keys.index().upto();
            if (!done[0]) {
              reindexing.step(target, EVENTS, Reindexing.Reached.START);
            }
          });
    }
  }

  private void add(Index it) throws SQLException {
    long end = target.first(Cursor.end("event"), row -> row.getLong(1)).orElseThrow();
    boolean added = target.change(ADD, it.key(), it.proof(), it.words(), end) == 1;
    if (added && !it.words().equals(FIRST)) {
      turns.dialect().words().create(target, it.words());
    }
  }
}
