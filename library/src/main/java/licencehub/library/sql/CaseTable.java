package licencehub.library.sql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import licencehub.model.event.Statement.CaseStep;
import org.jspecify.annotations.Nullable;

/** The table {@code case_step}, as one group sees it. */
final class CaseTable implements GroupTable {
  private static final Lookup FIND =
      new Lookup(
          "case_step",
          "number text, stage text, sequence bigint",
          "number, stage, sequence, event, version, tie");
  private static final Addition KEEP =
      Addition.replacing(
          "case_step",
          3,
          "number text, stage text, sequence bigint, event bigint, version bigint, tie bigint");

  private final Session file;
  private final Bulk bulk;
  private final Touched<Step, Facet> steps = new Touched<>();

  CaseTable(Session file, Bulk bulk) {
    this.file = file;
    this.bulk = bulk;
  }

  private record Step(String number, String stage, long sequence) {
    static Step of(CaseStep it) {
      return new Step(it.caseNumber().text(), it.stage().wire(), it.sequence());
    }
  }

  void want(CaseStep step) {
    steps.want(Step.of(step));
  }

  @Override
  public void read() throws SQLException {
    List<@Nullable Object[]> keys = new ArrayList<>();
    for (Step it : steps.toRead()) {
      keys.add(new @Nullable Object[] {it.number(), it.stage(), it.sequence()});
    }
    bulk.find(
        file,
        FIND,
        keys,
        row -> {
          steps.found(
              new Step(row.getString(1), row.getString(2), row.getLong(3)),
              new Facet(row.getLong(4), row.getLong(5), row.getLong(6)));
          return true;
        });
  }

  Optional<Facet> find(CaseStep step) {
    return steps.find(Step.of(step));
  }

  void keep(CaseStep step, Facet facet) {
    steps.put(Step.of(step), facet);
  }

  @Override
  public void write() throws SQLException {
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (Map.Entry<Step, Facet> each : steps.toWrite()) {
      Step step = each.getKey();
      Facet it = each.getValue();
      rows.add(
          new @Nullable Object[] {
            step.number(), step.stage(), step.sequence(), it.event(), it.version(), it.tie()
          });
    }
    bulk.add(file, KEEP, rows);
  }
}
