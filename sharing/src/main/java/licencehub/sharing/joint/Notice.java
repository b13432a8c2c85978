package licencehub.sharing.joint;

import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import licencehub.model.code.CaseNumber;
import licencehub.model.event.JointOpening;
import licencehub.model.event.Organisation;
import licencehub.model.event.Stage;

/**
 * Everything the applicant is asked for at present by any part, told at once.
 *
 * @param asks what each part asks, the oldest first; never empty
 */
public record Notice(List<Ask> asks) {
  private static final Comparator<Ask> OLDEST =
      Comparator.comparing(Ask::since)
          .thenComparing(it -> it.part().text())
          .thenComparingInt(Ask::sequence);

  public Notice {
    asks = asks.stream().sorted(OLDEST).toList();
    if (asks.isEmpty()) {
      throw new IllegalArgumentException("a notice that asks for nothing");
    }
  }

  /** One open query 补正告知 of one part. */
  public record Ask(
      CaseNumber part,
      Organisation department,
      int sequence,
      Instant since,
      String reason,
      List<String> materials) {
    public Ask {
      materials = List.copyOf(materials);
    }
  }

  /** A material that is asked for, by whomsoever, named once. */
  public record Wanted(String name, Instant since, List<Organisation> departments) {
    public Wanted {
      departments = List.copyOf(departments);
    }
  }

  /** What these parts ask; empty when they ask nothing. */
  static Optional<Notice> of(Collection<Ask> asks) {
    return asks.isEmpty() ? Optional.empty() : Optional.of(new Notice(List.copyOf(asks)));
  }

  /** The open queries of one part: those its own department made and nothing came in for. */
  static List<Ask> asked(JointOpening.Part part, List<PartStep> steps) {
    List<PartStep> own =
        steps.stream().filter(it -> it.department().equals(part.department().code())).toList();
    return own.stream()
        .filter(it -> it.stage() == Stage.SUPPLEMENT_REQUESTED)
        .filter(
            it ->
                own.stream()
                    .noneMatch(
                        other ->
                            other.stage() == Stage.SUPPLEMENT_RECEIVED
                                && other.sequence() == it.sequence()))
        .map(
            it ->
                new Ask(
                    part.caseNumber(),
                    part.department(),
                    it.sequence(),
                    it.at(),
                    it.reason(),
                    it.materials()))
        .toList();
  }

  /** The same with what some parts ask only. */
  public Optional<Notice> of(Predicate<CaseNumber> parts) {
    return of(asks.stream().filter(it -> parts.test(it.part())).toList());
  }

  /** Since when anything is asked. */
  public Instant since() {
    return asks.getFirst().since();
  }

  /** Every material once, the one asked for longest first. */
  public List<Wanted> materials() {
    Map<String, Wanted> wanted = new TreeMap<>();
    for (Ask ask : asks) {
      for (String name : ask.materials()) {
        wanted.merge(
            spelled(name),
            new Wanted(name.strip(), ask.since(), List.of(ask.department())),
            Notice::both);
      }
    }
    return wanted.values().stream()
        .sorted(Comparator.comparing(Wanted::since).thenComparing(Wanted::name))
        .toList();
  }

  private static Wanted both(Wanted first, Wanted second) {
    List<Organisation> departments = new ArrayList<>(first.departments());
    second.departments().stream()
        .filter(it -> departments.stream().noneMatch(one -> one.code().equals(it.code())))
        .forEach(departments::add);
    return new Wanted(first.name(), first.since(), departments);
  }

  /** Blanks and full-width forms make no other material. */
  private static String spelled(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("\\s", "");
  }
}
