package licencehub.library.sql;

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
final class SqlSearch implements Search {
  private final Readers readers;
  private final KeyRing keys;
  private final Words words;
  private final EventCipher cipher;
  private final LicenceRows rows;

  SqlSearch(Readers readers, KeyRing keys, RowCipher cipher, Words words) {
    this.words = words;
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
    Set<String> tokens = new SearchTokens(index.key()).of(query);
    if (!tokens.isEmpty()) {
      words.visit(
          session,
          index.words(),
          tokens,
          query.before(),
          row -> {
            LicenceIdentifier identifier = LicenceIdentifier.parseInbound(row.getString(2));
            if (new Face(identifier, document(row)).meets(query)) {
              found.put(row.getLong(1), identifier);
            }
            return found.size() < query.limit();
          });
    }
    return found;
  }

  private byte[] document(ResultSet row) throws SQLException {
    return cipher.document(row.getString(3), row.getString(4), row.getBytes(5));
  }
}
