package licencehub.library.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import licencehub.library.FollowUp;
import licencehub.library.FollowUpQuery;
import licencehub.library.FollowUps;
import licencehub.library.HistoryEntry;
import licencehub.model.code.CreditCode;
import org.jspecify.annotations.Nullable;

/** Matters that are followed up, as they are read. */
final class SqlFollowUps implements FollowUps {
  private static final String EVENTS =
      "SELECT "
          + EventRows.COLUMNS
          + " FROM follow_up_event f JOIN event e ON e.seq = f.event WHERE f.number = ?"
          + " ORDER BY f.event";
  private static final String SELECT =
      "SELECT number, kind, organisation, issuer, about, due, open, opened, latest FROM follow_up"
          + " WHERE ";
  private static final String ABOUT = SELECT + "about = ? AND open = 1 ORDER BY opened";
  private static final String LIST =
      SELECT
          + "kind = ? AND opened > ? AND (CAST(? AS TEXT) IS NULL OR organisation = ?)"
          + " AND (CAST(? AS TEXT) IS NULL OR replace(?, issuer, '') <> ?)";
  private static final String OVERDUE =
      "SELECT count(*) FROM follow_up WHERE kind = ? AND open = 1 AND due < ?";

  /** Root, type and issuer of an identifier, as what a missing licence is about begins. */
  private static final String MISSING = "substr(e.subject, 1, 56)";

  private static final String OPEN_BEFORE = "AND f.open = 1 AND f.opened < e.seq";
  private static final String NEWS =
      "SELECT "
          + EventRows.COLUMNS
          + " FROM event e WHERE e.seq > ? AND e.seq <= ? AND e.standing IS NULL"
          + " AND e.type IN ('licence.issued.v1', 'licence.changed.v1') AND (EXISTS"
          + " (SELECT 1 FROM follow_up f WHERE f.about = e.subject "
          + OPEN_BEFORE
          + ") OR EXISTS (SELECT 1 FROM follow_up f WHERE f.about = "
          + MISSING
          + " "
          + OPEN_BEFORE
          + ") OR e.seq IN (SELECT r.event FROM follow_up f JOIN replacement r ON r.former = f.about"
          + " WHERE f.open = 1 AND f.opened < r.event)) ORDER BY e.seq LIMIT ?";

  /** While nothing is open, nobody has to look through what is filed. */
  private static final String ANY = "SELECT 1 FROM follow_up WHERE open = 1 LIMIT 1";

  private final Readers readers;
  private final EventRows events;

  SqlFollowUps(Readers readers, EventRows events) {
    this.readers = readers;
    this.events = events;
  }

  @Override
  public List<HistoryEntry> events(String number) {
    return readers.ask(it -> it.list(EVENTS, events::read, number));
  }

  @Override
  public List<FollowUp> list(FollowUpQuery query) {
    CreditCode organisation = query.organisation();
    String issuers = texts(query.issuers());
    return readers.ask(
        it ->
            it.list(
                LIST + which(query.which()) + " ORDER BY opened LIMIT ?",
                SqlFollowUps::read,
                query.kind().wire(),
                query.after(),
                organisation == null ? null : organisation.text(),
                organisation == null ? null : organisation.text(),
                issuers,
                issuers,
                issuers,
                query.day().toEpochDay(),
                query.limit()));
  }

  @Override
  public List<FollowUp> openAbout(String about) {
    return readers.ask(it -> it.list(ABOUT, SqlFollowUps::read, about));
  }

  @Override
  public List<HistoryEntry> newsOfOpen(long after, long upTo, int limit) {
    return readers.ask(
        it ->
            it.first(ANY, row -> true).isEmpty()
                ? List.of()
                : it.list(NEWS, events::read, after, upTo, limit));
  }

  @Override
  public long overdue(FollowUp.Kind kind, LocalDate day) {
    return readers.ask(
        it ->
            it.first(OVERDUE, row -> row.getLong(1), kind.wire(), day.toEpochDay()).orElseThrow());
  }

  /** Every one of them names the day, so that there is always an argument for it. */
  private static String which(FollowUpQuery.Which which) {
    return switch (which) {
      case ALL -> " AND ? IS NOT NULL";
      case OPEN -> " AND ? IS NOT NULL AND open = 1";
      case SETTLED -> " AND ? IS NOT NULL AND open = 0";
      case OVERDUE -> " AND open = 1 AND due < ?";
      case NEAR_UNTOLD -> " AND open = 1 AND due <= ? AND told < 1";
      case OVERDUE_UNTOLD -> " AND open = 1 AND due < ? AND told < 2";
    };
  }

  private static @Nullable String texts(@Nullable Set<CreditCode> codes) {
    return codes == null
        ? null
        : codes.stream().map(CreditCode::text).collect(Collectors.joining(" "));
  }

  private static FollowUp read(ResultSet row) throws SQLException {
    String kind = row.getString(2);
    String issuer = row.getString(4);
    return new FollowUp(
        row.getString(1),
        Arrays.stream(FollowUp.Kind.values())
            .filter(it -> it.wire().equals(kind))
            .findFirst()
            .orElseThrow(),
        new CreditCode(row.getString(3)),
        issuer == null ? null : new CreditCode(issuer),
        row.getString(5),
        LocalDate.ofEpochDay(row.getLong(6)),
        row.getLong(7) == 1,
        row.getLong(8),
        row.getLong(9));
  }
}
