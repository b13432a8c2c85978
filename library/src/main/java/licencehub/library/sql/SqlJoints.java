package licencehub.library.sql;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import licencehub.library.HistoryEntry;
import licencehub.library.JointFile;
import licencehub.library.Joints;
import licencehub.model.code.CaseNumber;
import licencehub.model.code.CreditCode;

/** Joint applications, as they are read. */
final class SqlJoints implements Joints {
  private static final String ONE = "SELECT lead, opened FROM joint WHERE number = ?";
  private static final String EVENTS =
      "SELECT "
          + EventRows.COLUMNS
          + " FROM joint_step s JOIN event e ON e.seq = s.event WHERE s.number = ?"
          + " ORDER BY s.event";
  private static final String WITH_PART =
      "SELECT j.number FROM joint_part p JOIN joint j ON j.number = p.number"
          + " WHERE p.case_number = ? ORDER BY j.opened";
  private static final String DEPARTMENTS =
      "SELECT lead FROM joint WHERE number = ?"
          + " UNION SELECT department FROM joint_part WHERE number = ?";
  private static final String OPEN =
      "SELECT j.number, j.opened FROM joint j WHERE j.opened > ?"
          + " AND (j.lead = ? OR EXISTS (SELECT 1 FROM joint_part p"
          + " WHERE p.number = j.number AND p.department = ?))"
          + " AND EXISTS (SELECT 1 FROM joint_part p WHERE p.number = j.number"
          + " AND NOT EXISTS (SELECT 1 FROM case_step c"
          + " WHERE c.number = p.case_number AND c.stage = 'completion'))"
          + " ORDER BY j.opened LIMIT ?";

  private final Readers readers;
  private final EventRows events;

  SqlJoints(Readers readers, EventRows events) {
    this.readers = readers;
    this.events = events;
  }

  @Override
  public Optional<JointFile> find(CaseNumber number) {
    return readers.ask(
        it -> {
          List<HistoryEntry> stated = it.list(EVENTS, events::read, number.text());
          return it.first(
              ONE,
              row ->
                  new JointFile(number, new CreditCode(row.getString(1)), row.getLong(2), stated),
              number.text());
        });
  }

  @Override
  public List<CaseNumber> withPart(CaseNumber part) {
    return readers.ask(
        it -> it.list(WITH_PART, row -> new CaseNumber(row.getString(1)), part.text()));
  }

  @Override
  public Set<CreditCode> departments(CaseNumber number) {
    return new HashSet<>(
        readers.ask(
            it ->
                it.list(
                    DEPARTMENTS,
                    row -> new CreditCode(row.getString(1)),
                    number.text(),
                    number.text())));
  }

  @Override
  public List<Open> open(CreditCode department, long after, int limit) {
    return readers.ask(
        it ->
            it.list(
                OPEN,
                row -> new Open(new CaseNumber(row.getString(1)), row.getLong(2)),
                after,
                department.text(),
                department.text(),
                limit));
  }
}
