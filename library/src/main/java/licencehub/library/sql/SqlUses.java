package licencehub.library.sql;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import licencehub.library.HistoryEntry;
import licencehub.library.Uses;
import licencehub.model.code.LicenceIdentifier;
import licencehub.model.code.UseCode;

/** Authorised uses, as they are read. */
final class SqlUses implements Uses {
  private static final String SELECT =
      "SELECT " + EventRows.COLUMNS + " FROM licence_use u JOIN event e ON e.seq = u.event WHERE ";
  private static final String FIND = SELECT + "u.code = ?";
  private static final String RELIED_ON =
      SELECT + "u.licence = ? AND u.event > ? AND u.event < ? ORDER BY u.event LIMIT ?";

  private static final String NEWS_OF_USED =
      "SELECT "
          + EventRows.COLUMNS
          + " FROM event e WHERE e.seq > ? AND e.seq <= ? AND e.standing IS NULL AND EXISTS"
          + " (SELECT 1 FROM licence_use u WHERE u.licence = e.subject AND u.event < e.seq)"
          + " ORDER BY e.seq LIMIT ?";

  private static final String RECALLED = "SELECT 1 FROM use_recall WHERE code = ? LIMIT 1";

  /** While nothing is used, nobody has to look through what is filed. */
  private static final String ANY = "SELECT 1 FROM licence_use LIMIT 1";

  private final Readers readers;
  private final EventRows events;

  SqlUses(Readers readers, EventRows events) {
    this.readers = readers;
    this.events = events;
  }

  @Override
  public Optional<HistoryEntry> find(UseCode code) {
    return readers.ask(it -> it.first(FIND, events::read, code.text()));
  }

  @Override
  public List<HistoryEntry> reliedOn(
      LicenceIdentifier licence, long after, long before, int limit) {
    return readers.ask(
        it -> it.list(RELIED_ON, events::read, licence.toString(), after, before, limit));
  }

  @Override
  public List<HistoryEntry> newsOfUsed(long after, long upTo, int limit) {
    return readers.ask(
        it ->
            it.first(ANY, row -> true).isEmpty()
                ? List.of()
                : it.list(NEWS_OF_USED, events::read, after, upTo, limit));
  }

  @Override
  public Set<UseCode> recalled(Set<UseCode> codes) {
    return readers.ask(
        it -> {
          Set<UseCode> recalled = new HashSet<>();
          for (UseCode code : codes) {
            if (it.first(RECALLED, row -> true, code.text()).isPresent()) {
              recalled.add(code);
            }
          }
          return Set.copyOf(recalled);
        });
  }

  @Override
  public Tally tally(String grant, LocalDate day) {
    return readers.ask(it -> UseTable.tally(it, grant, day));
  }
}
