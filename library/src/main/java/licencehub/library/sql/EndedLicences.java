package licencehub.library.sql;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import licencehub.library.Ended;
import licencehub.model.code.LicenceIdentifier;

/**
 * Looks through licences for those whose validity has ended. In stretches, once a day, rather than
 * by an index: one would cost every licence that is filed.
 */
record EndedLicences(Session session) {
  private static final int STRETCH = 5_000;
  private static final String ALL =
      "SELECT identifier,"
          + " CASE WHEN status = 'valid' AND valid_to >= ? AND valid_to < ? THEN 1 ELSE 0 END"
          + " FROM licence WHERE identifier > ? ORDER BY identifier LIMIT "
          + STRETCH;
  private static final int PAGE = 200;
  private static final String NEWS =
      "SELECT e.seq, l.identifier FROM event e JOIN licence l ON l.identifier = e.subject"
          + " WHERE e.seq > ? AND e.seq <= ? AND l.status = 'valid' AND l.valid_to < ?"
          + " AND e.type <> 'licence.expired.v1'"
          + " ORDER BY e.seq LIMIT "
          + PAGE;

  Ended among(String after, LocalDate from, LocalDate before) throws SQLException {
    List<LicenceIdentifier> found = new ArrayList<>();
    List<String> looked =
        session.list(
            ALL,
            row -> {
              String identifier = row.getString(1);
              if (row.getLong(2) == 1) {
                found.add(LicenceIdentifier.parseInbound(identifier));
              }
              return identifier;
            },
            from.toEpochDay(),
            before.toEpochDay(),
            after);
    return new Ended(found, looked.size() < STRETCH ? "" : looked.getLast());
  }

  Ended inNews(long after, long upTo, LocalDate before) throws SQLException {
    List<LicenceIdentifier> found = new ArrayList<>();
    List<Long> looked =
        session.list(
            NEWS,
            row -> {
              found.add(LicenceIdentifier.parseInbound(row.getString(2)));
              return row.getLong(1);
            },
            after,
            upTo,
            before.toEpochDay());
    return new Ended(found, looked.size() < PAGE ? "" : Long.toString(looked.getLast()));
  }
}
