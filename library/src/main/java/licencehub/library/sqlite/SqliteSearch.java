package licencehub.library.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import licencehub.library.LicenceQuery;
import licencehub.library.LicenceRecord;
import licencehub.library.Search;
import licencehub.model.code.LicenceIdentifier;

/**
 * Finds licences by keyed hashes, and compares each with its own document before it is believed:
 * neighbouring characters do not make a name, and hashes are short.
 */
final class SqliteSearch implements Search {
  private static final String CANDIDATES =
      """
      SELECT e.subject, e.document FROM licence_token t
      CROSS JOIN event e ON e.seq = t.rowid
      CROSS JOIN licence l ON l.identifier = e.subject AND l.content = e.seq
      WHERE licence_token MATCH ? AND t.rowid < ? ORDER BY t.rowid DESC""";

  private final Readers readers;
  private final SearchTokens tokens;

  SqliteSearch(Readers readers, SearchTokens tokens) {
    this.readers = readers;
    this.tokens = tokens;
  }

  @Override
  public List<LicenceRecord> search(LicenceQuery query) {
    String match = tokens.of(query);
    return match.isEmpty() ? List.of() : readers.ask(it -> search(it, query, match));
  }

  private static List<LicenceRecord> search(Session session, LicenceQuery query, String match)
      throws SQLException {
    List<LicenceIdentifier> found = new ArrayList<>();
    session.visit(
        CANDIDATES,
        row -> {
          LicenceIdentifier identifier = LicenceIdentifier.parseInbound(row.getString(1));
          if (new Face(identifier, row.getBytes(2)).meets(query)) {
            found.add(identifier);
          }
          return found.size() < query.limit();
        },
        match,
        query.before());
    List<LicenceRecord> records = new ArrayList<>();
    for (LicenceIdentifier identifier : found) {
      records.add(LicenceRows.find(session, identifier).orElseThrow());
    }
    return records;
  }
}
