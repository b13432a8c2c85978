package licencehub.library.sql;

import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import licencehub.library.DataKey;
import licencehub.library.IndexKey;
import licencehub.library.KeyRing;
import org.jspecify.annotations.Nullable;

/**
 * The keys of the writing thread: looked up when a transaction begins and the same until it ends,
 * so that whatever is written after a new key came stands under the new key.
 */
final class WriterKeys {
  private final KeyTable known;
  private final KeyRing ring;
  private final Words words;
  private @Nullable DataKey data;
  private @Nullable SearchIndex index;

  WriterKeys(Session file, KeyRing ring, Words words) {
    this.known = new KeyTable(file, ring, words);
    this.words = words;
    this.ring = ring;
  }

  /** To be called first in each transaction. */
  void look() throws SQLException {
    DataKey current = ring.currentData();
    IndexKey words = ring.currentIndex();
    known.remember(current);
    data = current;
    index = known.index(words);
  }

  DataKey data() {
    return Objects.requireNonNull(data, "looked up");
  }

  /** Adds what contents are found by to the current index. */
  void enter(Session file, List<Words.Content> contents) throws SQLException {
    words.add(file, index().words(), contents);
  }

  /** The index that new content enters. */
  SearchIndex index() {
    return Objects.requireNonNull(index, "looked up");
  }
}
