package licencehub.library.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import licencehub.library.KeyRing;
import licencehub.library.LicenceQuery;
import licencehub.library.LicenceRecord;
import licencehub.library.Search;
import licencehub.library.crypt.RowCipher;
import licencehub.library.index.Face;
import licencehub.library.index.SearchTokens;
import licencehub.model.code.LicenceIdentifier;

/**
 * Finds licences by keyed hashes, and compares each with its own document before it is believed:
 * neighbouring characters do not make a name, and hashes are short.
 */
final class SqliteSearch implements Search {
  /** Of the first index; others have tables of their own. */
  private static final String CANDIDATES =
      """
      SELECT e.seq, e.subject, e.source, e.id, e.document FROM licence_token t
      CROSS JOIN event e ON e.seq = t.rowid
      CROSS JOIN licence l ON l.identifier = e.subject AND l.content = e.seq
      WHERE licence_token MATCH ? AND t.rowid < ? ORDER BY t.rowid DESC""";

  private final Readers readers;
  private final KeyRing keys;
  private final EventCipher cipher;
  private final LicenceRows rows;

  SqliteSearch(Readers readers, KeyRing keys, RowCipher cipher) {
    this.readers = readers;
    this.keys = keys;
    this.cipher = new EventCipher(cipher);
    this.rows = new LicenceRows(new EventRows(cipher));
  }

  @Override
  public List<LicenceRecord> search(LicenceQuery query) {
    return readers.ask(it -> search(it, query));
  }

  /** While a new index key takes over, a licence stands in one index or in both. */
  private List<LicenceRecord> search(Session session, LicenceQuery query) throws SQLException {
    SortedMap<Long, LicenceIdentifier> found = new TreeMap<>(Comparator.reverseOrder());
    for (SearchIndex index : SearchIndex.list(session, keys)) {
      found.putAll(search(session, query, index));
    }
    List<LicenceRecord> records = new ArrayList<>();
    for (LicenceIdentifier it : found.values().stream().limit(query.limit()).toList()) {
      records.add(rows.find(session, it).orElseThrow());
    }
    return records;
  }

  private Map<Long, LicenceIdentifier> search(
      Session session, LicenceQuery query, SearchIndex index) throws SQLException {
    Map<Long, LicenceIdentifier> found = new HashMap<>();
    String match = all(new SearchTokens(index.key()).of(query));
    if (!match.isEmpty()) {
      session.visit(
          CANDIDATES.replace("licence_token", index.words()),
          row -> {
            LicenceIdentifier identifier = LicenceIdentifier.parseInbound(row.getString(2));
            if (new Face(identifier, document(row)).meets(query)) {
              found.put(row.getLong(1), identifier);
            }
            return found.size() < query.limit();
          },
          match,
          query.before());
    }
    return found;
  }

  /** As FTS5 wants it. */
  private static String all(Set<String> tokens) {
    return tokens.stream().map(it -> '"' + it + '"').collect(Collectors.joining(" AND "));
  }

  private byte[] document(ResultSet row) throws SQLException {
    return cipher.document(row.getString(3), row.getString(4), row.getBytes(5));
  }
}
