package licencehub.hub.federation;

import java.time.Duration;
import java.util.Optional;
import licencehub.federation.filter.FilterAnswer;
import licencehub.federation.filter.FilterQuestion;
import licencehub.model.MalformedValue;
import tools.jackson.databind.node.ObjectNode;

/** Answers what peers ask of this hub's filter: the operation {@code filter}. */
public record FilterAnswers(HolderFollower holders) {
  /**
   * @param asked {@code generation} and {@code version}, or {@code generation} and {@code offset}
   * @throws MalformedValue when it is neither
   */
  public ObjectNode answer(ObjectNode asked) {
    FilterQuestion question = FilterForm.question(asked);
    // How old it is comes first: what is answered afterwards is no older.
    Optional<Duration> age = holders.age();
    FilterAnswer answer = age.isEmpty() ? new FilterAnswer.NoneYet() : holders.answer(question);
    return FilterForm.write(answer, age.orElse(Duration.ZERO));
  }
}
