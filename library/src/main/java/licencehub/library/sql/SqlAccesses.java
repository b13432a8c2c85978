package licencehub.library.sql;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import licencehub.library.Access;
import licencehub.library.AccessLog;
import licencehub.library.KeyRing;
import licencehub.library.crypt.RowCipher;
import licencehub.model.code.CreditCode;
import licencehub.model.code.LicenceIdentifier;

/** The access log, newest first. */
final class SqlAccesses implements AccessLog {
  private static final String SELECT =
      "SELECT " + AccessTable.COLUMNS + " FROM access WHERE number < ?";
  private static final String ORDER = " ORDER BY number DESC LIMIT ?";
  private static final String ALL = SELECT + ORDER;
  private static final String SPAN = SELECT + " AND subject = ? AND at >= ? AND at < ?" + ORDER;
  private static final String DIFFERENT =
      "SELECT count(*) FROM access WHERE subject = ? AND organisation = ? AND at >= ?"
          + " AND result = 'different'";
  private static final String ONE = SELECT + " AND subject = ?" + ORDER;

  private final Readers readers;
  private final KeyRing keys;
  private final RowCipher cipher;

  SqlAccesses(Readers readers, KeyRing keys, RowCipher cipher) {
    this.readers = readers;
    this.keys = keys;
    this.cipher = cipher;
  }

  @Override
  public List<Access> list(String subject, long before, int limit) {
    return readers.ask(
        it ->
            subject.isEmpty()
                ? it.list(ALL, row -> AccessTable.read(row, cipher), before, limit)
                : list(it, subject, before, limit));
  }

  @Override
  public List<Access> list(Set<String> subjects, Span span, long before, int limit) {
    long from = Times.micros(span.from());
    long until = Times.micros(span.until());
    return readers.ask(
        it -> {
          List<Access> found = new ArrayList<>();
          for (String subject : subjects) {
            found.addAll(
                it.list(
                    SPAN,
                    row -> AccessTable.read(row, cipher),
                    before,
                    subject,
                    from,
                    until,
                    limit));
          }
          return newest(found, limit);
        });
  }

  @Override
  public long different(LicenceIdentifier licence, CreditCode organisation, Instant since) {
    return readers.ask(
        it ->
            it.first(
                    DIFFERENT,
                    row -> row.getLong(1),
                    licence.toString(),
                    organisation.text(),
                    Times.micros(since))
                .orElse(0L));
  }

  private static List<Access> newest(List<Access> found, int limit) {
    found.sort(Comparator.comparingLong(Access::number).reversed());
    return List.copyOf(found.subList(0, Math.min(limit, found.size())));
  }

  /** A subject may stand as it is, and as a hash of each index key that rows were written under. */
  private List<Access> list(Session session, String subject, long before, int limit)
      throws SQLException {
    Set<String> columns =
        SearchIndex.list(session, keys).stream()
            .map(it -> AccessTable.subject(subject, it.key()))
            .collect(Collectors.toSet());
    columns.add(subject);
    List<Access> found = new ArrayList<>();
    for (String column : columns) {
      found.addAll(session.list(ONE, row -> AccessTable.read(row, cipher), before, column, limit));
    }
    return newest(found, limit);
  }
}
