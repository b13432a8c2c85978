package licencehub.hub.audit;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import licencehub.library.Archive;

/**
 * What an audit found.
 *
 * @param entries of the ledger, by its newest checkpoint
 * @param rows compared, by part of the repository
 * @param found how many discrepancies there are
 * @param discrepancies the first of them
 */
public record AuditReport(
    long entries, Map<Archive.Part, Long> rows, long found, List<Discrepancy> discrepancies) {
  public AuditReport {
    rows = Map.copyOf(rows);
    discrepancies = List.copyOf(discrepancies);
  }

  public boolean isSound() {
    return found == 0;
  }

  /** A report in the making. */
  static final class Draft {
    /** One cause can have a hundred thousand consequences; nobody reads them all. */
    private static final int MOST_SHOWN = 200;

    private final Map<Archive.Part, Long> rows = new EnumMap<>(Archive.Part.class);
    private final List<Discrepancy> shown = new ArrayList<>();
    private long found;

    void add(Discrepancy it) {
      found++;
      if (shown.size() < MOST_SHOWN) {
        shown.add(it);
      }
    }

    void compared(Archive.Part part) {
      rows.merge(part, 1L, Long::sum);
    }

    AuditReport report(long entries) {
      return new AuditReport(entries, rows, found, shown);
    }
  }
}
