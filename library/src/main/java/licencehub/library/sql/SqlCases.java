package licencehub.library.sql;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import licencehub.library.CaseFile;
import licencehub.library.CaseFile.Step;
import licencehub.library.CaseRepository;
import licencehub.model.code.CaseNumber;
import licencehub.model.event.Stage;

/** Cases, put together from their standing steps. */
final class SqlCases implements CaseRepository {
  private static final String STEPS =
      "SELECT "
          + EventRows.COLUMNS
          + ", c.stage, c.sequence FROM case_step c JOIN event e ON e.seq = c.event"
          + " WHERE c.number = ?";
  private static final int STAGE = EventRows.BEHIND;
  private static final int SEQUENCE = EventRows.BEHIND + 1;

  /** Steps of one moment stand in the order of stages, so that arrival decides nothing. */
  private static final Comparator<Step> AS_HAPPENED =
      Comparator.comparing((Step it) -> it.event().happenedAt())
          .thenComparingInt(it -> it.stage().rank())
          .thenComparing(Step::stage)
          .thenComparingInt(Step::sequence);

  private final Readers readers;
  private final EventRows events;

  SqlCases(Readers readers, EventRows events) {
    this.readers = readers;
    this.events = events;
  }

  @Override
  public Optional<CaseFile> find(CaseNumber number) {
    List<Step> steps =
        readers.ask(
            session ->
                session.list(
                    STEPS,
                    row ->
                        new Step(
                            stage(row.getString(STAGE)), row.getInt(SEQUENCE), events.read(row)),
                    number.text()));
    return steps.isEmpty()
        ? Optional.empty()
        : Optional.of(new CaseFile(number, steps.stream().sorted(AS_HAPPENED).toList()));
  }

  private static Stage stage(String wire) {
    return Arrays.stream(Stage.values())
        .filter(it -> it.wire().equals(wire))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no stage is called " + wire));
  }
}
