package licencehub.library.sql;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import licencehub.model.event.JointCheck;
import licencehub.model.event.JointInspection;
import licencehub.model.event.JointOpening;
import licencehub.model.event.Statement.JointStep;
import org.jspecify.annotations.Nullable;

/**
 * The tables {@code joint}, {@code joint_step} and {@code joint_part}, as the writer sees them.
 * Each department's statements stand for themselves: nobody's version supersedes another's.
 */
final class JointTable {
  private static final String KEPT =
      "SELECT event, version, tie FROM joint_step"
          + " WHERE number = ? AND kind = ? AND speaker = ? AND about = ?";
  private static final String KEEP =
      "INSERT INTO joint_step (number, kind, speaker, about, event, version, tie)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (number, kind, speaker, about) DO UPDATE"
          + " SET event = excluded.event, version = excluded.version, tie = excluded.tie";
  private static final String LEAD = "SELECT lead FROM joint WHERE number = ?";
  private static final String OPEN = "INSERT INTO joint (number, lead, opened) VALUES (?, ?, ?)";
  private static final String CLEAR = "DELETE FROM joint_part WHERE number = ?";
  private static final String PART =
      "INSERT INTO joint_part (number, case_number, department) VALUES (?, ?, ?)";

  private final Session file;

  JointTable(Session file) {
    this.file = file;
  }

  /**
   * Adds what an event states.
   *
   * @return the version that stood already; null when the event stands itself
   */
  @Nullable Long add(JointStep step, Facet facet) throws SQLException {
    String[] key = {step.joint().text(), kind(step), step.speaker().code().text(), about(step)};
    Facet before =
        file.first(
                KEPT,
                row -> new Facet(row.getLong(1), row.getLong(2), row.getLong(3)),
                (@Nullable Object[]) key)
            .orElse(null);
    if (before != null && !facet.standsAgainst(before)) {
      return before.version();
    }
    file.change(KEEP, key[0], key[1], key[2], key[3], facet.event(), facet.version(), facet.tie());
    if (step instanceof JointOpening it && leads(it, facet.event())) {
      parts(it);
    }
    return null;
  }

  /** Whether the one that states it is the lead; the first one to open it becomes that. */
  private boolean leads(JointOpening it, long event) throws SQLException {
    String speaker = it.speaker().code().text();
    Optional<String> lead = file.first(LEAD, row -> row.getString(1), it.joint().text());
    if (lead.isEmpty()) {
      file.change(OPEN, it.joint().text(), speaker, event);
    }
    return lead.isEmpty() || lead.get().equals(speaker);
  }

  private void parts(JointOpening it) throws SQLException {
    String number = it.joint().text();
    file.change(CLEAR, number);
    List<@Nullable Object[]> parts =
        it.parts().stream()
            .map(
                part ->
                    new @Nullable Object[] {
                      number, part.caseNumber().text(), part.department().code().text()
                    })
            .toList();
    file.changeAll(PART, parts);
  }

  private static String kind(JointStep step) {
    return switch (step) {
      case JointOpening it -> "opened";
      case JointCheck it -> "checked";
      case JointInspection it -> it.state().wire();
    };
  }

  private static String about(JointStep step) {
    return switch (step) {
      case JointOpening it -> "";
      case JointCheck it -> it.material();
      case JointInspection it -> Integer.toString(it.sequence());
    };
  }
}
