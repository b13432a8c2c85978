package licencehub.library.sqlite;

import java.security.MessageDigest;
import java.sql.SQLException;
import licencehub.library.DataKey;
import licencehub.library.IndexKey;
import licencehub.library.KeyRing;
import licencehub.library.crypt.RowCipher;
import licencehub.model.Unavailable;

/** Which keys the file was written with, and whether the ring holds the same. */
final class KeyTable {
  /** The first index' table, from the first version of the file on. */
  private static final String FIRST_WORDS = "licence_token";

  private static final String DATA = "SELECT id, proof FROM data_key ORDER BY id";
  private static final String INDEX = "SELECT key, proof FROM search_index ORDER BY key";
  private static final String REMEMBER = "INSERT OR IGNORE INTO data_key (id, proof) VALUES (?, ?)";
  private static final String FORGET = "DELETE FROM data_key WHERE id <> ?";
  private static final String ADD_INDEX =
      "INSERT INTO search_index (key, proof, words, next, upto)"
          + " SELECT ?1, ?2, ?3, CASE WHEN ?4 THEN upto ELSE 0 END, upto"
          + " FROM (SELECT coalesce(max(seq) + 1, 0) AS upto FROM event)";

  private final Session file;
  private final KeyRing ring;

  KeyTable(Session file, KeyRing ring) {
    this.file = file;
    this.ring = ring;
  }

  private record Proof(int id, byte[] bytes) {}

  /**
   * To be called when the file is opened.
   *
   * @throws Unavailable when a key that rows stand under is not on the ring, or is another there
   */
  void check() throws SQLException {
    for (Proof it : file.list(DATA, row -> new Proof(row.getInt(1), row.getBytes(2)))) {
      DataKey key = ring.findData(it.id()).orElseThrow(() -> RowCipher.missing(it.id()));
      same(key.toString(), key.proof(), it);
    }
    for (Proof it : file.list(INDEX, row -> new Proof(row.getInt(1), row.getBytes(2)))) {
      IndexKey key = ring.findIndex(it.id()).orElseThrow(() -> missingIndex(it.id()));
      same(key.toString(), key.proof(), it);
    }
    if (file.list(INDEX, row -> row.getInt(1)).isEmpty()) {
      IndexKey first = ring.findIndex(1).orElse(ring.currentIndex());
      file.change(ADD_INDEX, first.id(), first.proof(), FIRST_WORDS, 1);
    }
  }

  void remember(DataKey key) throws SQLException {
    file.change(REMEMBER, key.id(), key.proof());
  }

  /** Nothing is under any other data key any more. */
  void forgetOthers(DataKey current) throws SQLException {
    file.change(FORGET, current.id());
  }

  /** The index of this key, begun now if it is new. */
  SearchIndex index(IndexKey key) throws SQLException {
    for (SearchIndex it : SearchIndex.list(file, ring)) {
      if (it.key().id() == key.id()) {
        return it;
      }
    }
    String words = FIRST_WORDS + "_" + key.id();
    file.run(
        "CREATE VIRTUAL TABLE "
            + words
            + " USING fts5(tokens, content = '', detail = none, columnsize = 0, tokenize = 'ascii')");
    file.change(ADD_INDEX, key.id(), key.proof(), words, 0);
    return index(key);
  }

  static Unavailable missingIndex(int id) {
    return new Unavailable(
        "index key " + id,
        "密钥环上没有索引密钥 "
            + id
            + "；请把它放回密钥文件或密钥服务，然后重试。 It is not on the key ring: put it back into the"
            + " key file or the key service, and try again.");
  }

  private static void same(String name, byte[] proof, Proof known) {
    if (!MessageDigest.isEqual(proof, known.bytes())) {
      throw new Unavailable(
          name,
          "密钥环上的同号密钥不是写入时的那一把；请从备份恢复原密钥。 The ring has another key under this"
              + " number than the one the library was written with: restore that one from its backup.");
    }
  }
}
