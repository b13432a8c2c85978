package licencehub.library.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import licencehub.library.IndexKey;
import licencehub.library.KeyRing;

/**
 * One search index of the library: a table of words made with one index key.
 *
 * @param words the table's name
 * @param next how far content filed before {@code upto} has been taken over; complete when equal
 */
record SearchIndex(IndexKey key, String words, long next, long upto) {
  private static final String LIST =
      "SELECT key, words, next, upto FROM search_index WHERE next >= 0 ORDER BY key";

  static List<SearchIndex> list(Session session, KeyRing keys) throws SQLException {
    return session.list(LIST, row -> read(row, keys));
  }

  private static SearchIndex read(ResultSet row, KeyRing keys) throws SQLException {
    int id = row.getInt(1);
    IndexKey key = keys.findIndex(id).orElseThrow(() -> KeyTable.missingIndex(id, keys));
    return new SearchIndex(key, row.getString(2), row.getLong(3), row.getLong(4));
  }
}
