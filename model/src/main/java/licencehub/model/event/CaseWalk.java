package licencehub.model.event;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import licencehub.model.event.CaseOrder.Flag;
import licencehub.model.event.CaseOrder.Reported;

/** Follows a case step by step in the order of time and notes what contradicts it. */
final class CaseWalk {
  private final Set<Flag> flags = EnumSet.noneOf(Flag.class);
  private final Set<Stage> seen = EnumSet.noneOf(Stage.class);
  private final Set<Integer> requested = new HashSet<>();
  private final Set<Integer> started = new HashSet<>();
  private int rank = -1;

  void take(Reported step) {
    switch (step.stage()) {
      case APPLICATION, ACCEPTANCE, COLLECTION -> {}
      case HANDLING, EXAMINATION, APPROVAL -> {
        flag(!seen.contains(Stage.ACCEPTANCE), Flag.BEFORE_ACCEPTANCE);
        flag(seen.contains(Stage.COMPLETION), Flag.AFTER_COMPLETION);
      }
      case COMPLETION -> flag(seen.contains(Stage.COMPLETION), Flag.COMPLETED_TWICE);
      case SUPPLEMENT_REQUESTED -> requested.add(step.sequence());
      case SUPPLEMENT_RECEIVED ->
          flag(!requested.contains(step.sequence()), Flag.SUPPLEMENT_WITHOUT_NOTICE);
      case SPECIAL_PROCEDURE_STARTED -> {
        flag(!started.isEmpty(), Flag.PROCEDURES_OVERLAP);
        started.add(step.sequence());
      }
      case SPECIAL_PROCEDURE_ENDED ->
          flag(!started.remove(step.sequence()), Flag.PROCEDURE_WITHOUT_START);
    }
    int place = step.stage().rank();
    flag(place >= 0 && place < rank, Flag.STAGE_ORDER);
    rank = Math.max(rank, place);
    seen.add(step.stage());
  }

  List<Flag> flags() {
    return List.copyOf(flags);
  }

  private void flag(boolean when, Flag flag) {
    if (when) {
      flags.add(flag);
    }
  }
}
