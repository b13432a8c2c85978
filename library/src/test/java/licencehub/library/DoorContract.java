package licencehub.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import licencehub.library.Entry.Original;
import licencehub.library.Entry.Rejection;
import licencehub.model.Fault;
import licencehub.model.Reason;
import licencehub.model.Text;
import licencehub.model.ledger.Prover;
import licencehub.model.ledger.Receipt;
import licencehub.model.ledger.Sealer;
import licencehub.model.submission.Outcome;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An empty library before each promise. */
abstract class DoorContract {
  private static final int PATIENCE_SECONDS = 30;

  @TempDir Path folder = Path.of("");
  final AtomicReference<Instant> now = new AtomicReference<>(LicenceSample.NOON);
  final SampleKeys keys = new SampleKeys();
  private @Nullable Library opened;

  protected abstract LibraryKind kind();

  Sealer sealer() {
    return new ReferenceLedger();
  }

  LibrarySettings settings() {
    return new LibrarySettings(folder, keys, Retries.USUAL);
  }

  @BeforeEach
  final void open() {
    Prover prover = new ReferenceLedger();
    opened = kind().open(settings(), sealer(), prover, now::get);
  }

  @AfterEach
  final void close() {
    library().close();
  }

  final Library library() {
    return Objects.requireNonNull(opened);
  }

  /** Goes on with an empty library. */
  final void reopenIn(String otherFolder) {
    close();
    folder = folder.resolve(otherFolder);
    open();
  }

  final void reopen() {
    close();
    open();
  }

  final List<Outcome> file(Entry... entries) {
    return library()
        .journal()
        .file(List.of(entries))
        .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .join();
  }

  /** Files one after the other, each in a transaction of its own. */
  final List<Outcome> fileEach(List<? extends Entry> entries) {
    List<Outcome> outcomes = new ArrayList<>();
    entries.forEach(it -> outcomes.addAll(file(it)));
    return outcomes;
  }

  final Outcome file(LicenceSample sample) {
    return file(sample.filing()).getFirst();
  }

  final Outcome file(CaseSample sample) {
    return file(sample.filing()).getFirst();
  }

  static Receipt receipt(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Accepted it -> it.receipt();
      case Outcome.Duplicate it -> it.first();
      case Outcome.Superseded it -> it.receipt();
      case Outcome.Quarantined it -> throw new AssertionError("set aside: " + it);
    };
  }

  static Outcome.Quarantined quarantined(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Quarantined.class);
    return (Outcome.Quarantined) outcome;
  }

  static Fault fault(Reason reason) {
    return Fault.at("/data/number", reason, Text.of("内容有误。", "Something is wrong."));
  }

  /** The sample, refused for a reason. */
  static Rejection refused(LicenceSample sample, Reason... reasons) {
    Original original = sample.filing().original();
    List<Fault> faults = Arrays.stream(reasons).map(DoorContract::fault).toList();
    return new Rejection(LicenceSample.SOURCE, original, sample.id(), faults, sample.replayOf());
  }

  static Throwable cause(CompletionException e) {
    return Objects.requireNonNull(e.getCause());
  }
}
