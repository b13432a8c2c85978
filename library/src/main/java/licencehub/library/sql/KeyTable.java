package licencehub.library.sql;

import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import licencehub.library.DataKey;
import licencehub.library.IndexKey;
import licencehub.library.KeyRing;
import licencehub.library.crypt.RowCipher;
import licencehub.library.index.Face;
import licencehub.library.index.SearchTokens;
import licencehub.model.Unavailable;
import licencehub.model.code.LicenceIdentifier;

/** Which keys the file was written with, and whether the ring holds the same. */
public final class KeyTable {
  /** The first index' table, from the first version of the file on. */
  private static final String FIRST_WORDS = "licence_token";

  private static final String DATA = "SELECT id, proof FROM data_key WHERE id > 0 ORDER BY id";
  private static final String INDEX =
      "SELECT key, proof FROM search_index WHERE next >= 0 ORDER BY key";
  private static final String REMEMBER =
      "INSERT INTO data_key (id, proof) VALUES (?, ?) ON CONFLICT (id) DO NOTHING";
  private static final String ANY =
      "SELECT e.seq, e.subject, e.document FROM licence l JOIN event e ON e.seq = l.content LIMIT 1";
  private static final String ADD_INDEX =
      "INSERT INTO search_index (key, proof, words, next, upto)"
          + " SELECT ?, ?, ?, CASE WHEN ? = 1 THEN upto ELSE 0 END, upto"
          + " FROM (SELECT coalesce(max(seq) + 1, 0) AS upto FROM event) AS known";

  private final Session file;
  private final KeyRing ring;
  private final Words words;

  public KeyTable(Session file, KeyRing ring, Words words) {
    this.words = words;
    this.file = file;
    this.ring = ring;
  }

  private record Proof(int id, byte[] bytes) {}

  private record Known(long sequence, String subject, byte[] document) {}

  /**
   * To be called when the file is opened.
   *
   * @throws Unavailable as {@link #compare}
   */
  public void check() throws SQLException {
    compare(file, ring);
    if (file.list(INDEX, row -> row.getInt(1)).isEmpty()) {
      IndexKey first = ring.findIndex(1).orElse(ring.currentIndex());
      tryOut(first);
      file.change(ADD_INDEX, first.id(), first.proof(), FIRST_WORDS, 1);
    }
  }

  /**
   * Writes nothing.
   *
   * @throws Unavailable when a key that rows stand under is not on the ring, or is another there
   */
  static void compare(Session file, KeyRing ring) throws SQLException {
    for (Proof it : file.list(DATA, row -> new Proof(row.getInt(1), row.getBytes(2)))) {
      DataKey key = ring.findData(it.id()).orElseThrow(() -> RowCipher.missing(it.id(), ring));
      same(key.toString(), key.proof(), it.bytes(), ring);
    }
    for (Proof it : file.list(INDEX, row -> new Proof(row.getInt(1), row.getBytes(2)))) {
      IndexKey key = ring.findIndex(it.id()).orElseThrow(() -> missingIndex(it.id(), ring));
      same(key.toString(), key.proof(), it.bytes(), ring);
    }
  }

  /** A file of the first version has no proof of its index key, but words made with it. */
  private void tryOut(IndexKey key) throws SQLException {
    Known known =
        file.first(ANY, row -> new Known(row.getLong(1), row.getString(2), row.getBytes(3)))
            .orElse(null);
    if (known != null) {
      LicenceIdentifier identifier = LicenceIdentifier.parseInbound(known.subject());
      Set<String> tokens = new SearchTokens(key).of(new Face(identifier, known.document()));
      long[] newest = {-1};
      words.visit(
          file,
          FIRST_WORDS,
          tokens,
          known.sequence() + 1,
          row -> {
            newest[0] = row.getLong(1);
            return false;
          });
      if (newest[0] != known.sequence()) {
        throw another(key.toString(), ring);
      }
    }
  }

  /** Writes down that rows are under this key, before any is; every earlier row is to follow. */
  void remember(DataKey key) throws SQLException {
    List<Cursor> cursors = Cursor.list(file);
    for (Cursor it : cursors) {
      ahead(it.key(), key.id(), key.toString());
    }
    if (cursors.stream().anyMatch(it -> it.key() != key.id())) {
      file.change(REMEMBER, key.id(), key.proof());
      Cursor.begin(file, key);
    }
  }

  /** The index of this key, begun now if it is new. */
  SearchIndex index(IndexKey key) throws SQLException {
    List<SearchIndex> indexes = SearchIndex.list(file, ring);
    for (SearchIndex it : indexes) {
      ahead(it.key().id(), key.id(), key.toString());
    }
    for (SearchIndex it : indexes) {
      if (it.key().id() == key.id()) {
        return it;
      }
    }
    String table = FIRST_WORDS + "_" + key.id();
    words.create(file, table);
    file.change(ADD_INDEX, key.id(), key.proof(), table, 0);
    return index(key);
  }

  /** Nobody writes under a key that another hub of the same library has left behind. */
  private void ahead(int inUse, int own, String name) {
    if (inUse > own) {
      throw new Unavailable(
          name,
          ring.origin()
              + " 的密钥落后：本库已改用第 "
              + inUse
              + " 号；请把新密钥也给本枢纽。 It is behind: the library is under number "
              + inUse
              + " by now; give this hub the new keys, too.");
    }
  }

  static Unavailable missingIndex(int id, KeyRing ring) {
    return new Unavailable(
        "index key " + id,
        ring.origin()
            + " 中没有索引密钥 "
            + id
            + "；请从备份放回，然后重试。 It is not in "
            + ring.origin()
            + ": put it back from its backup, and try again.");
  }

  private static void same(String name, byte[] proof, byte[] known, KeyRing ring) {
    if (!MessageDigest.isEqual(proof, known)) {
      throw another(name, ring);
    }
  }

  private static Unavailable another(String name, KeyRing ring) {
    return new Unavailable(
        name,
        ring.origin()
            + " 中的同号密钥不是写入时的那一把；请从备份恢复原密钥。 Another key stands under this number in "
            + ring.origin()
            + " than the one the library was written with: restore that one from its backup.");
  }
}
