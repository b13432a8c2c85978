package licencehub.routes.use;

import java.util.List;
import java.util.Optional;
import licencehub.library.Library;
import licencehub.library.UseNumber;
import licencehub.library.UseRequests;
import licencehub.model.code.SourceId;
import licencehub.model.code.UseCode;
import licencehub.model.submission.Outcome;
import licencehub.sharing.use.Use;

/** Answers again what was answered under a number of the caller's own. */
final class UseRepeats {
  private final Library library;
  private final OwnEvents events;

  UseRepeats(Library library, OwnEvents events) {
    this.library = library;
    this.events = events;
  }

  /** What was authorised under the number; empty when that was for another request. */
  Optional<List<UseAnswer>> answered(UseNumber number) {
    Optional<UseRequests.Asked> asked = library.useRequests().find(number.request());
    if (asked.isEmpty()) {
      return Optional.of(List.of());
    }
    return asked.get().body().equals(number.body())
        ? Optional.of(asked.get().codes().values().stream().map(this::again).toList())
        : Optional.empty();
  }

  private UseAnswer again(UseCode code) {
    Use use = UseLooks.use(events.use(library.uses().find(code).orElseThrow()));
    return switch (library.submissions().find(SourceId.HUB, code.text()).orElseThrow()) {
      case Outcome.Accepted it -> new UseAnswer.Authorised(use, it.receipt());
      case Outcome it -> throw new IllegalStateException("a use ended as " + it.word());
    };
  }
}
