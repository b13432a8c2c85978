package licencehub.library.sql;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import licencehub.library.Access;
import licencehub.library.Retries;
import licencehub.library.UseOutcome;
import licencehub.library.sql.Prepared.Filed;
import licencehub.library.sql.Prepared.Refused;
import licencehub.model.Reason;
import licencehub.model.Text;
import licencehub.model.ledger.LedgerEntry;
import licencehub.model.ledger.Seal;
import licencehub.model.ledger.Sealer;

/**
 * Writes tasks down, inside a transaction that others begin and end. Remembers nothing from one
 * transaction to the next, so that one rolled back leaves no trace.
 */
final class Scribe {
  private final Session file;
  private final Filer filer;
  private final LedgerTable ledger;
  private final QuarantineTable quarantine;
  private final WriterKeys keys;

  Scribe(Session file, WriterKeys keys, Sealer sealer, Retries retries, InstantSource clock) {
    this.file = file;
    this.keys = keys;
    this.filer = new Filer(file, keys);
    this.ledger = new LedgerTable(file, sealer);
    this.quarantine = new QuarantineTable(file, keys, retries, clock);
  }

  /**
   * Writes the tasks and seals what was filed.
   *
   * @param failing submissions that cannot be written as they are: set aside instead
   */
  Committed write(List<Task> tasks, Set<Prepared> failing) throws SQLException {
    keys.look();
    Page page = new Page(ledger.frontier(), quarantine.hasOpen(), failing);
    List<List<Decision>> decisions = new ArrayList<>();
    for (Task task : tasks) {
      List<Decision> decided = new ArrayList<>();
      switch (task) {
        case Task.File it -> {
          for (Prepared submission : it.submissions()) {
            decided.add(page.write(submission));
          }
        }
        case Task.Use it -> {
          for (Task.Use.Metered use : it.uses()) {
            decided.add(page.use(use));
          }
        }
        case Task.Log it -> {
          for (Access access : it.accesses()) {
            AccessTable.add(file, access, keys.data(), keys.index().key());
          }
        }
        case Task.Act<?> it -> it.write(file);
      }
      decisions.add(decided);
    }
    return new Committed(page.frontier.size(), page.seal(), decisions);
  }

  /** One transaction's submissions. */
  private final class Page {
    private final LedgerTable.Frontier frontier;
    private final Set<Prepared> failing;
    private final List<LedgerEntry> filed = new ArrayList<>();
    private boolean open;

    Page(LedgerTable.Frontier frontier, boolean open, Set<Prepared> failing) {
      this.frontier = frontier;
      this.open = open;
      this.failing = failing;
    }

    Decision write(Prepared submission) throws SQLException {
      return switch (submission) {
        case Filed it when failing.contains(it) ->
            setAside(it.refused(Reason.INTERNAL_FAULT, FAILED));
        case Filed it -> file(it);
        case Refused it -> setAside(it);
      };
    }

    @org.jspecify.annotations.Nullable Seal seal() throws SQLException {
      return filed.isEmpty() ? null : ledger.append(frontier, filed);
    }

    private Decision file(Filed it) throws SQLException {
      Decision.Filed decision = filer.file(it, frontier.size() + filed.size()).orElse(null);
      if (decision == null) {
        return again(it);
      }
      filed.add(it.ledger());
      settle(it, decision.standing() == null ? "accepted" : "superseded");
      return decision;
    }

    /** A use that cannot be written is not set aside: nobody may rely on it later. */
    Decision use(Task.Use.Metered it) throws SQLException {
      EventTable.Known known = filer.findKnown(it.submission()).orElse(null);
      if (failing.contains(it.submission())
          || (known != null && !known.document().equals(it.submission().ledger().document()))) {
        return new Decision.NotUsed(new UseOutcome.Unwritten());
      }
      if (known != null) {
        return new Decision.Repeat(known.sequence());
      }
      UseOutcome against = filer.against(it.terms()).orElse(null);
      if (against != null) {
        return new Decision.NotUsed(against);
      }
      Decision decision = file(it.submission());
      filer.remember(it.terms());
      return decision;
    }

    private Decision again(Filed it) throws SQLException {
      EventTable.Known known = filer.known(it);
      if (!known.document().equals(it.ledger().document())) {
        return setAside(it.refused(Reason.ID_REUSED, reused(it.ledger().id())));
      }
      settle(it, "duplicate");
      return new Decision.Repeat(known.sequence());
    }

    private Decision setAside(Refused it) throws SQLException {
      open = true;
      return new Decision.SetAside(quarantine.setAside(it), it.rejection().faults());
    }

    private void settle(Filed it, String word) throws SQLException {
      if (open) {
        quarantine.settle(it, word);
      }
    }
  }

  private static final Text FAILED =
      Text.of(
          "写入时出错，原文已保留，将自动重试；多次不成请联系枢纽运维人员。",
          "It could not be written. The bytes are kept and tried again by themselves; if that does"
              + " not help, ask the hub's operator.");

  private static Text reused(String id) {
    return Text.of(
        "报送编号“" + id + "”已用于另一内容；更正请用新编号并提高版本号。",
        "The number \""
            + id
            + "\" was used for other content; to correct something, use a new number and a higher"
            + " version.");
  }
}
