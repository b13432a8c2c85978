package licencehub.library.sql;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import licencehub.library.Retries;
import licencehub.model.ledger.LedgerEntry;
import licencehub.model.ledger.Seal;
import licencehub.model.ledger.Sealer;

/**
 * Writes tasks down, inside a transaction that others begin and end. Remembers nothing from one
 * transaction to the next, so that one rolled back leaves no trace.
 */
final class Scribe {
  private final Session file;
  private final Bulk bulk;
  private final LedgerTable ledger;
  private final WriterKeys keys;
  private final Retries retries;
  private final InstantSource clock;

  Scribe(
      Session file,
      Bulk bulk,
      WriterKeys keys,
      Sealer sealer,
      Retries retries,
      InstantSource clock) {
    this.file = file;
    this.bulk = bulk;
    this.keys = keys;
    this.ledger = new LedgerTable(file, bulk, sealer);
    this.retries = retries;
    this.clock = clock;
  }

  /**
   * Writes the tasks and seals what was filed.
   *
   * @param failing submissions that cannot be written as they are: set aside instead
   */
  Committed write(List<Task> tasks, Set<Prepared> failing) throws SQLException {
    keys.look();
    LedgerTable.Frontier frontier = ledger.frontier();
    List<LedgerEntry> filed = new ArrayList<>();
    List<List<Decision>> decisions = new ArrayList<>();
    for (List<Task> some : together(tasks)) {
      if (some.getFirst() instanceof Task.Act<?> it) {
        it.write(file);
        decisions.add(List.of());
      } else {
        decisions.addAll(page(frontier.size(), filed, failing).write(some));
      }
    }
    Seal seal = filed.isEmpty() ? null : ledger.append(frontier, filed);
    return new Committed(frontier.size(), seal, decisions);
  }

  private GroupPage page(long base, List<LedgerEntry> filed, Set<Prepared> failing) {
    QuarantineTable quarantine = new QuarantineTable(file, bulk, keys, retries, clock);
    Filer filer = new Filer(file, bulk, keys);
    return new GroupPage(
        filer, quarantine, new AccessTable(file, bulk, keys), base, filed, failing);
  }

  /** What is read and written together: what an act does, nobody else's task takes note of. */
  private static List<List<Task>> together(List<Task> tasks) {
    List<List<Task>> all = new ArrayList<>();
    for (Task it : tasks) {
      boolean joins =
          !all.isEmpty()
              && !(it instanceof Task.Act<?>)
              && !(all.getLast().getFirst() instanceof Task.Act<?>);
      if (joins) {
        all.getLast().add(it);
      } else {
        all.add(new ArrayList<>(List.of(it)));
      }
    }
    return all;
  }
}
