package licencehub.sharing.joint;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import licencehub.model.code.CaseNumber;
import licencehub.model.event.JointOpening;
import licencehub.model.event.JointOpening.Part;
import licencehub.model.event.Stage;
import licencehub.sharing.joint.PartState.Flag;
import licencehub.sharing.joint.PartState.Next;
import org.jspecify.annotations.Nullable;

/** Folds one part, knowing how the others go. */
record PartFold(
    JointOpening opening,
    Map<CaseNumber, Progress> progress,
    List<MaterialState> materials,
    @Nullable InspectionState inspection,
    List<Notice.Ask> asks) {
  /** Results by which the applicant has what he applied for. */
  private static final Set<String> ISSUED = Set.of("certificate-issued", "completed");

  private static final String REFUSED = "refused";

  /** How far the steps have brought it. */
  static Progress progress(Part part, List<PartStep> steps) {
    List<PartStep> inTime = steps.stream().sorted(PartStep.IN_TIME).toList();
    for (PartStep it : inTime.reversed()) {
      if (it.stage() == Stage.COMPLETION) {
        boolean own = it.department().equals(part.department().code());
        return new Progress.Completed(it.at(), it.result(), own && ISSUED.contains(it.result()));
      }
    }
    for (PartStep it : inTime.reversed()) {
      if (it.stage() == Stage.ACCEPTANCE && it.result().equals(REFUSED)) {
        return new Progress.Refused(it.at(), it.reason());
      }
    }
    return inTime.isEmpty()
        ? new Progress.NotBegun()
        : new Progress.UnderWay(inTime.getLast().stage(), inTime.getLast().at());
  }

  PartState state(Part part, List<PartStep> steps) {
    Progress now = of(part.caseNumber());
    Issuing issuing = issuing(part, now);
    return new PartState(
        part,
        now,
        issuing,
        flags(part, now, steps),
        isConfirmed(part, steps),
        next(part, now, issuing));
  }

  private Progress of(CaseNumber number) {
    return progress.getOrDefault(number, new Progress.NotBegun());
  }

  private Issuing issuing(Part part, Progress now) {
    if (now.isOver()) {
      return new Issuing.Over();
    }
    Set<CaseNumber> barring = prerequisites(part, it -> it.isOver() && !it.isIssued());
    Set<CaseNumber> waiting = prerequisites(part, it -> !it.isIssued());
    if (!barring.isEmpty()) {
      return new Issuing.Barred(barring);
    }
    return waiting.isEmpty() ? new Issuing.Free() : new Issuing.Waiting(waiting);
  }

  private Set<CaseNumber> prerequisites(Part part, Predicate<Progress> which) {
    return part.after().stream().filter(it -> which.test(of(it))).collect(Collectors.toSet());
  }

  private Set<Flag> flags(Part part, Progress now, List<PartStep> steps) {
    Set<Flag> flags = EnumSet.noneOf(Flag.class);
    if (now instanceof Progress.Completed it
        && it.issued()
        && !prerequisites(part, before -> !wasIssuedBy(before, it.at())).isEmpty()) {
      flags.add(Flag.ISSUED_EARLY);
    }
    if (steps.stream().anyMatch(it -> !it.department().equals(part.department().code()))) {
      flags.add(Flag.OTHER_DEPARTMENT);
    }
    if (steps.stream()
        .map(PartStep::applicant)
        .anyMatch(it -> it != null && !it.equals(opening.applicant().code()))) {
      flags.add(Flag.OTHER_APPLICANT);
    }
    return flags;
  }

  private boolean isConfirmed(Part part, List<PartStep> steps) {
    return steps.stream()
        .filter(it -> it.department().equals(part.department().code()))
        .anyMatch(it -> opening.applicant().code().equals(it.applicant()));
  }

  private static boolean wasIssuedBy(Progress prerequisite, Instant moment) {
    return prerequisite instanceof Progress.Completed it && it.issued() && !it.at().isAfter(moment);
  }

  private List<Next> next(Part part, Progress now, Issuing issuing) {
    if (now.isOver()) {
      return List.of(Next.NOTHING);
    }
    List<Next> next = new ArrayList<>();
    if (now instanceof Progress.NotBegun) {
      next.add(Next.ACCEPT);
    }
    if (asks.stream().anyMatch(it -> it.part().equals(part.caseNumber()))) {
      next.add(Next.AWAIT_APPLICANT);
    }
    if (materials.stream()
        .filter(it -> it.material().parts().contains(part.caseNumber()))
        .anyMatch(it -> it.standing() == MaterialState.Standing.UNCHECKED)) {
      next.add(Next.CHECK_MATERIALS);
    }
    if (inspection != null && inspection.awaits(part.department().code())) {
      next.add(Next.INSPECT);
    }
    switch (issuing) {
      case Issuing.Waiting it -> next.add(Next.AWAIT_PREREQUISITE);
      case Issuing.Barred it -> next.add(Next.ASK_LEAD);
      case Issuing.Free it when next.isEmpty() -> next.add(Next.DECIDE);
      case Issuing.Free it -> {}
      case Issuing.Over it -> {}
    }
    return next;
  }
}
