package licencehub.hub.http;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import licencehub.library.Access;
import licencehub.library.Access.LookupReason;
import licencehub.library.Journal;
import licencehub.model.Unavailable;
import licencehub.model.code.UseCode;
import org.jspecify.annotations.Nullable;

/** Writes down who looked at what; no answer leaves before that is on disk. */
final class AccessRecords {
  private final Journal journal;

  AccessRecords(Journal journal) {
    this.journal = journal;
  }

  /**
   * What was looked at.
   *
   * @param useCode under which use; null where there was none
   */
  record Subject(String name, @Nullable UseCode useCode) {}

  /** Starts writing; {@link #written} waits for it, so that the answer can be made meanwhile. */
  CompletableFuture<Void> write(
      Call call, LookupReason reason, String action, List<String> subjects, String result) {
    List<Subject> all = subjects.stream().map(it -> new Subject(it, null)).toList();
    return writeAll(call, reason, action, all, result);
  }

  /** As {@link #write}, for what was looked at under a use. */
  CompletableFuture<Void> writeAll(
      Call call, LookupReason reason, String action, List<Subject> subjects, String result) {
    return journal.log(
        subjects.stream()
            .map(
                subject ->
                    new Access(
                        0,
                        call.at(),
                        call.caller().name(),
                        call.caller().role().wire(),
                        reason,
                        action,
                        subject.name(),
                        result,
                        call.caller().department(),
                        subject.useCode()))
            .toList());
  }

  /** The answer, once the accesses are on disk. */
  static Answer written(CompletableFuture<Void> accesses, Answer answer) {
    try {
      accesses.join();
      return answer;
    } catch (CompletionException e) {
      if (e.getCause() instanceof Unavailable cause) {
        throw cause;
      }
      throw e;
    }
  }
}
