package licencehub.sharing.joint;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import licencehub.model.event.JointCheck;
import licencehub.model.event.JointInspection;
import licencehub.model.event.JointInspection.Result;
import licencehub.model.event.JointOpening;
import licencehub.sharing.joint.LeadNote.Kind;
import org.jspecify.annotations.Nullable;

/** Gathers what the lead of a joint application has to know. */
final class LeadNotes {
  private final JointReport report;
  private final Set<LeadNote> notes = new TreeSet<>();

  private LeadNotes(JointReport report) {
    this.report = report;
  }

  static List<LeadNote> of(
      JointReport report,
      List<PartState> parts,
      List<MaterialState> materials,
      @Nullable InspectionState inspection) {
    LeadNotes notes = new LeadNotes(report);
    parts.forEach(notes::part);
    materials.forEach(notes::material);
    report.checks().forEach(notes::check);
    notes.inspection(inspection);
    report.claimants().forEach(it -> notes.add(Kind.CLAIMED, it.text()));
    if (parts.stream().allMatch(it -> it.progress().isOver())) {
      notes.add(Kind.ALL_DONE, "");
    }
    return List.copyOf(notes.notes);
  }

  private void part(PartState state) {
    String number = state.part().caseNumber().text();
    for (PartState.Flag flag : state.flags()) {
      switch (flag) {
        case ISSUED_EARLY -> add(Kind.ISSUED_EARLY, number);
        case OTHER_DEPARTMENT -> add(Kind.OTHER_DEPARTMENT, number);
        case OTHER_APPLICANT -> add(Kind.OTHER_APPLICANT, number);
      }
    }
    switch (state.progress()) {
      case Progress.NotBegun it -> {}
      case Progress.UnderWay it -> {}
      case Progress.Refused it -> add(Kind.REFUSED, number);
      case Progress.Completed it when it.issued() -> {}
      case Progress.Completed it -> add(Kind.ENDED, number);
    }
    if (state.issuing() instanceof Issuing.Barred) {
      add(Kind.BARRED, number);
    }
  }

  private void material(MaterialState state) {
    switch (state.standing()) {
      case UNSOUND -> add(Kind.UNSOUND, state.material().code());
      case DISPUTED -> add(Kind.DISPUTED, state.material().code());
      case UNCHECKED, SOUND -> {}
    }
  }

  /** Checks that are kept and not counted. */
  private void check(JointCheck check) {
    JointOpening.Material material =
        report.opening().materials().stream()
            .filter(it -> it.code().equals(check.material()))
            .findFirst()
            .orElse(null);
    if (!report.opening().hasPartOf(check.speaker().code())) {
      add(Kind.STRANGER_CHECK, check.speaker().code().text());
    } else if (material == null) {
      add(Kind.CHECK_OF_NOTHING, check.material());
    } else if (!material.origin().equals(check.origin())) {
      add(Kind.STALE_CHECK, check.material());
    }
  }

  private void inspection(@Nullable InspectionState state) {
    for (JointInspection it : report.inspections()) {
      if (state == null || !state.visit().lead().equals(it.speaker().code())) {
        add(Kind.STRANGER_INSPECTION, it.speaker().code().text());
      }
    }
    if (state == null) {
      return;
    }
    if (state.arrangedFor() == null && state.heldAt() == null) {
      add(Kind.INSPECTION_TO_ARRANGE, "");
    }
    state.missing().forEach(it -> add(Kind.FINDING_MISSING, it.text()));
    state.findings().entrySet().stream()
        .filter(it -> it.getValue().result() == Result.FAILED)
        .forEach(it -> add(Kind.INSPECTION_FAILED, it.getKey().text()));
  }

  private void add(Kind kind, String about) {
    notes.add(new LeadNote(kind, about));
  }
}
