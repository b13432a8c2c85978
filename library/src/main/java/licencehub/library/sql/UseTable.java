package licencehub.library.sql;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import licencehub.library.MeteredUse;
import licencehub.library.UseNumber;
import licencehub.library.UseOutcome;
import licencehub.library.Uses.Tally;
import licencehub.model.event.Statement.LicenceUse;
import licencehub.model.event.Statement.UseRecall;

/** The tables {@code licence_use} and {@code use_tally}, as the writer sees them. */
final class UseTable {
  private static final String ADD =
      "INSERT INTO licence_use (code, licence, event) VALUES (?, ?, ?)"
          + " ON CONFLICT (code) DO NOTHING";
  private static final String COUNT =
      "INSERT INTO use_tally (grant_id, day, used) VALUES (?, ?, 1)"
          + " ON CONFLICT (grant_id, day) DO UPDATE SET used = use_tally.used + 1";
  private static final String USED = "SELECT used FROM use_tally WHERE grant_id = ? AND day = ?";

  private static final String RECALL =
      "INSERT INTO use_recall (code, event) VALUES (?, ?) ON CONFLICT (code, event) DO NOTHING";
  private static final String ANSWERED =
      "SELECT 1 FROM use_request WHERE request = ? AND (licence = ? OR body <> ?) LIMIT 1";
  private static final String REMEMBER =
      "INSERT INTO use_request (request, licence, body, code) VALUES (?, ?, ?, ?)";

  /** What was filed last about a licence, by itself or by one that claims to replace it. */
  private static final String NEWEST =
      "SELECT coalesce(max(newest), -1) FROM (SELECT latest AS newest FROM licence"
          + " WHERE identifier = ? UNION ALL SELECT max(event) FROM replacement WHERE former = ?)"
          + " AS filed";

  /** The day under which all days are counted; no use was ever authorised in 1970. */
  private static final long ALL_DAYS = 0;

  private final Session file;

  UseTable(Session file) {
    this.file = file;
  }

  /** What keeps a use from being recorded; empty when nothing does. */
  Optional<UseOutcome> against(MeteredUse it) throws SQLException {
    LicenceUse use = it.use();
    String licence = use.licence().toString();
    long newest = file.first(NEWEST, row -> row.getLong(1), licence, licence).orElse(-1L);
    if (newest > it.decidedAt() || isAnswered(it)) {
      return Optional.of(new UseOutcome.Overtaken());
    }
    Tally used = tally(file, use.grant(), Times.day(use.at()));
    return used.onDay() >= it.perDay() || used.inAll() >= it.inAll()
        ? Optional.of(new UseOutcome.Exhausted())
        : Optional.empty();
  }

  /** Whether the request's number was used for this licence already, or for something else. */
  private boolean isAnswered(MeteredUse it) throws SQLException {
    UseNumber number = it.number();
    return number != null
        && file.first(
                ANSWERED,
                row -> true,
                number.request(),
                it.use().licence().toString(),
                number.body())
            .isPresent();
  }

  /** That the use answers the request it was asked for in. */
  void remember(MeteredUse it) throws SQLException {
    UseNumber number = it.number();
    if (number != null) {
      LicenceUse use = it.use();
      file.change(
          REMEMBER, number.request(), use.licence().toString(), number.body(), use.code().text());
    }
  }

  void recall(UseRecall recall, long event) throws SQLException {
    file.change(RECALL, recall.code().text(), event);
  }

  /** Of several events of one code the first counts. */
  void add(LicenceUse use, long event) throws SQLException {
    if (file.change(ADD, use.code().text(), use.licence().toString(), event) == 1) {
      file.change(COUNT, use.grant(), Times.day(use.at()).toEpochDay());
      file.change(COUNT, use.grant(), ALL_DAYS);
    }
  }

  static Tally tally(Session session, String grant, LocalDate day) throws SQLException {
    return new Tally(used(session, grant, day.toEpochDay()), used(session, grant, ALL_DAYS));
  }

  private static long used(Session session, String grant, long day) throws SQLException {
    return session.first(USED, row -> row.getLong(1), grant, day).orElse(0L);
  }
}
