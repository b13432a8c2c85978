package licencehub.connectors;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import licencehub.model.Unavailable;
import licencehub.model.submission.Outcome;
import org.jspecify.annotations.Nullable;

/** One caller's records on their way; guarded by the lock of its {@link PushSource}. */
final class PushCall {
  private final List<RawRecord> records;
  private final @Nullable Outcome[] settled;
  private final CompletableFuture<List<Outcome>> outcomes = new CompletableFuture<>();
  private int missing;

  PushCall(List<RawRecord> records) {
    this.records = List.copyOf(records);
    this.settled = new Outcome[records.size()];
    this.missing = records.size();
    if (records.isEmpty()) {
      outcomes.complete(List.of());
    }
  }

  RawRecord record(int index) {
    return records.get(index);
  }

  CompletableFuture<List<Outcome>> outcomes() {
    return outcomes;
  }

  /** Notes one outcome; whether it was the last. */
  boolean settle(int index, Outcome outcome) {
    missing -= settled[index] == null ? 1 : 0;
    settled[index] = outcome;
    return missing == 0;
  }

  /** Tells the caller, who may run code of its own: not under the lock. */
  void complete() {
    outcomes.complete(Arrays.stream(settled).map(Objects::requireNonNull).toList());
  }

  void fail(Unavailable why) {
    outcomes.completeExceptionally(why);
  }
}
