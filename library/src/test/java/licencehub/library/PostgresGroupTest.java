package licencehub.library;

import static licencehub.library.LicenceSample.identifier;
import static licencehub.library.LicenceSample.issued;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import licencehub.library.Access.LookupReason;
import licencehub.model.Reason;
import licencehub.model.event.Stage;
import licencehub.model.lines.FaultyLine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How often a hub speaks with its database. */
class PostgresGroupTest {
  /** The driver speaks once more where it prepares what it has used often. */
  private static final int SLACK = 2;

  private static final int FEW = 5;
  private static final int MANY = 400;
  @TempDir Path folder = Path.of("");
  private final AtomicInteger serial = new AtomicInteger();
  private @Nullable FaultyLine opened;
  private @Nullable Library library;

  @BeforeEach
  void open() {
    String[] address = PostgresServer.sharedAddress().split(":", 2);
    opened = FaultyLine.to(address[0], Integer.parseInt(address[1]));
    ReferenceLedger ledger = new ReferenceLedger();
    DatabaseSettings database = PostgresServer.settings("127.0.0.1:" + line().port(), folder);
    library =
        FolderedPostgres.kind()
            .open(
                new LibrarySettings(folder, SampleKeys.FIRST, Retries.USUAL, database),
                ledger,
                ledger,
                InstantSource.system());
  }

  @AfterEach
  void close() {
    library().close();
    line().close();
  }

  @Test
  void submissions_take_as_many_round_trips_however_many_there_are() {
    library().journal().file(List.of(refused(serial.getAndIncrement()))).join();
    sameFor(
        count ->
            library().journal().file(IntStream.range(0, count).mapToObj(i -> entry(i)).toList()));
  }

  @Test
  void uses_take_as_many_round_trips_however_many_there_are() {
    sameFor(
        count ->
            library()
                .journal()
                .use(
                    IntStream.range(0, count)
                        .mapToObj(i -> UseSample.of(serial.getAndIncrement()).quota(10_000, 10_000))
                        .map(it -> it.decidedAt(Long.MAX_VALUE))
                        .toList()));
  }

  @Test
  void look_ups_take_as_many_round_trips_however_many_are_logged() {
    sameFor(count -> library().journal().log(Collections.nCopies(count, access())));
  }

  /**
   * Whether few and many at a time take as many round trips, once the driver has settled. Leases
   * are kept over the same line now and then: the least of several counts.
   */
  private void sameFor(IntFunction<CompletableFuture<?>> writing) {
    for (int i = 0; i < 8; i++) {
      turns(writing, i % 2 == 0 ? FEW : MANY);
    }
    int few = least(writing, FEW);
    assertThat(few).isPositive();
    assertThat(least(writing, MANY)).isLessThanOrEqualTo(few + SLACK);
  }

  private int least(IntFunction<CompletableFuture<?>> writing, int count) {
    return IntStream.range(0, 4).map(i -> turns(writing, count)).min().orElseThrow();
  }

  private int turns(IntFunction<CompletableFuture<?>> writing, int count) {
    int before = line().turns();
    writing.apply(count).join();
    return line().turns() - before;
  }

  /** Licences, those that replace others, and steps of cases. */
  private Entry entry(int i) {
    int number = serial.getAndIncrement();
    LicenceSample licence = issued(number);
    return switch (i % 3) {
      case 0 -> licence.filing();
      case 1 -> licence.withReplaces(identifier(number - 1)).filing();
      default -> CaseSample.of(Stage.HANDLING, number).filing();
    };
  }

  private static Entry refused(int number) {
    return DoorContract.refused(issued(number), Reason.SIGNER_UNKNOWN);
  }

  private static Access access() {
    return new Access(
        0,
        LicenceSample.NOON,
        "counter-1",
        "approver",
        new LookupReason("11100000MB0143028R", "case-1", "test", "op-1"),
        "look-up",
        "licence-1",
        "found",
        null,
        null);
  }

  private FaultyLine line() {
    return Objects.requireNonNull(opened);
  }

  private Library library() {
    return Objects.requireNonNull(library);
  }
}
