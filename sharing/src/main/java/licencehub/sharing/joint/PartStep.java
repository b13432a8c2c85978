package licencehub.sharing.joint;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import licencehub.model.code.CreditCode;
import licencehub.model.code.HolderCode;
import licencehub.model.event.Stage;
import org.jspecify.annotations.Nullable;

/**
 * One reported step of the case behind a part, in its standing version.
 *
 * @param department who states it
 * @param applicant who applied, where this step tells
 * @param result how the case was accepted or ended, in the word on the wire; else empty
 * @param reason why, in words for people; else empty
 * @param materials what is asked for, by name
 */
public record PartStep(
    Stage stage,
    int sequence,
    Instant at,
    CreditCode department,
    @Nullable HolderCode applicant,
    String result,
    String reason,
    List<String> materials) {
  /** As cases have their steps: by time, and within one moment in the order of stages. */
  static final Comparator<PartStep> IN_TIME =
      Comparator.comparing(PartStep::at)
          .thenComparingInt(it -> it.stage().rank())
          .thenComparing(PartStep::stage)
          .thenComparingInt(PartStep::sequence);

  public PartStep {
    materials = List.copyOf(materials);
  }
}
