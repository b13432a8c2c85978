package licencehub.hub.http;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import licencehub.library.Access;
import licencehub.library.Access.LookupReason;
import licencehub.library.Journal;
import licencehub.model.Unavailable;

/** Writes down who looked at what; no answer leaves before that is on disk. */
final class AccessRecords {
  private final Journal journal;

  AccessRecords(Journal journal) {
    this.journal = journal;
  }

  /** Starts writing; {@link #written} waits for it, so that the answer can be made meanwhile. */
  CompletableFuture<Void> write(
      Call call, LookupReason reason, String action, List<String> subjects, String result) {
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
                        subject,
                        result))
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
