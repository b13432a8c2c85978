package licencehub.library.sql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import licencehub.library.UseOutcome;
import licencehub.library.sql.Prepared.Filed;
import licencehub.library.sql.Prepared.Refused;
import licencehub.model.Reason;
import licencehub.model.Text;
import licencehub.model.ledger.LedgerEntry;

/** Tasks whose rows are read together, and written together. */
final class GroupPage {
  private final Filer filer;
  private final QuarantineTable quarantine;
  private final AccessTable accesses;
  private final long base;
  private final List<LedgerEntry> filed;
  private final Set<Prepared> failing;

  /**
   * @param filed what was filed since the ledger had the size {@code base}; added to
   * @param failing submissions that cannot be written as they are: set aside instead
   */
  GroupPage(
      Filer filer,
      QuarantineTable quarantine,
      AccessTable accesses,
      long base,
      List<LedgerEntry> filed,
      Set<Prepared> failing) {
    this.filer = filer;
    this.quarantine = quarantine;
    this.accesses = accesses;
    this.base = base;
    this.filed = filed;
    this.failing = failing;
  }

  /** Returns what became of each entry of each task. */
  List<List<Decision>> write(List<Task> tasks) throws SQLException {
    tasks.forEach(this::want);
    filer.read();
    quarantine.read();
    List<List<Decision>> decisions = new ArrayList<>();
    for (Task it : tasks) {
      decisions.add(decide(it));
    }
    filer.write();
    quarantine.write();
    accesses.write();
    return decisions;
  }

  private void want(Task task) {
    switch (task) {
      case Task.File it -> it.submissions().forEach(this::want);
      case Task.Use it ->
          it.uses()
              .forEach(
                  use -> {
                    want(use.submission());
                    filer.want(use.terms());
                  });
      case Task.Log it -> it.accesses().forEach(accesses::add);
      case Task.Act<?> it -> throw new IllegalArgumentException("an act stands alone");
    }
  }

  private void want(Prepared submission) {
    quarantine.want(submission);
    if (submission instanceof Filed it) {
      filer.want(it);
    }
  }

  private List<Decision> decide(Task task) throws SQLException {
    List<Decision> decisions = new ArrayList<>();
    if (task instanceof Task.File it) {
      for (Prepared submission : it.submissions()) {
        decisions.add(decide(submission));
      }
    } else if (task instanceof Task.Use it) {
      for (Task.Use.Metered use : it.uses()) {
        decisions.add(use(use));
      }
    }
    return decisions;
  }

  private Decision decide(Prepared submission) throws SQLException {
    return switch (submission) {
      case Filed it when failing.contains(it) ->
          setAside(it.refused(Reason.INTERNAL_FAULT, FAILED));
      case Filed it -> file(it);
      case Refused it -> setAside(it);
    };
  }

  private Decision file(Filed it) throws SQLException {
    Decision.Filed decision = filer.file(it, base + filed.size()).orElse(null);
    if (decision == null) {
      return again(it);
    }
    filed.add(it.ledger());
    quarantine.settle(it, decision.standing() == null ? "accepted" : "superseded");
    return decision;
  }

  /** A use that cannot be written is not set aside: nobody may rely on it later. */
  private Decision use(Task.Use.Metered it) throws SQLException {
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
    EventTable.Known known = filer.findKnown(it).orElseThrow();
    if (!known.document().equals(it.ledger().document())) {
      return setAside(it.refused(Reason.ID_REUSED, reused(it.ledger().id())));
    }
    quarantine.settle(it, "duplicate");
    return new Decision.Repeat(known.sequence());
  }

  private Decision setAside(Refused it) throws SQLException {
    return new Decision.SetAside(quarantine.setAside(it), it.rejection().faults());
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
