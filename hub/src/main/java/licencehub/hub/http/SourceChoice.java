package licencehub.hub.http;

import java.util.List;
import java.util.Optional;
import licencehub.model.Text;
import licencehub.model.code.SourceId;
import licencehub.routes.Source;

/** Which of its sources a department sends for: the one it names, or the only one it has. */
sealed interface SourceChoice {
  /** One of its own. */
  record Chosen(Source source) implements SourceChoice {}

  /** None, and why. */
  record Refused(Answer.Refusal refusal) implements SourceChoice {}

  static SourceChoice of(Call call, Ownership ownership) {
    Optional<SourceId> named = call.header("Licencehub-Source").map(SourceId::new);
    List<SourceId> own = ownership.owned(call.caller());
    if (named.isEmpty() && own.size() != 1) {
      return new Refused(new Answer.Refusal(ProblemType.SOURCE_UNCLEAR, known(own)));
    }
    return ownership
        .owned(call.caller(), named.orElseGet(own::getFirst))
        .<SourceChoice>map(Chosen::new)
        .orElseGet(() -> new Refused(new Answer.Refusal(ProblemType.SOURCE_NOT_YOURS, known(own))));
  }

  private static Text known(List<SourceId> own) {
    String all = String.join(", ", own.stream().map(SourceId::text).sorted().toList());
    return own.isEmpty()
        ? Text.of("本部门没有已配置的来源。", "No source is configured for this department.")
        : Text.of("本部门的来源：" + all + "。", "The department's sources: " + all + ".");
  }
}
