package licencehub.sharing.exemption;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import licencehub.model.Text;
import licencehub.model.code.RegionCode;
import licencehub.sharing.Licence;
import licencehub.sharing.Term;
import licencehub.sharing.exemption.Decision.Exempt;
import licencehub.sharing.exemption.Decision.Submit;
import licencehub.sharing.exemption.Decision.Undecided;
import licencehub.sharing.item.Acceptance;
import licencehub.sharing.item.RequiredDocument;
import org.jspecify.annotations.Nullable;

/** The question about one document, on its way to a decision. */
final class DocumentQuestion {
  /** The best last. */
  private static final Comparator<Licence> BETTER =
      Comparator.comparing(Licence::term, Term.BY_END)
          .thenComparing(it -> it.term().issuedOn())
          .thenComparing(DocumentQuestion::name, Comparator.reverseOrder());

  private final RequiredDocument document;
  private final Enquiry enquiry;
  private final LocalDate day;
  private final Duration freshFor;
  private final Map<String, List<Objection>> objections = new TreeMap<>();
  private final List<Licence> stale = new ArrayList<>();
  private @Nullable Licence best;

  DocumentQuestion(RequiredDocument document, Enquiry enquiry, LocalDate day, Duration freshFor) {
    this.document = document;
    this.enquiry = enquiry;
    this.day = day;
    this.freshFor = freshFor;
  }

  Decision decide() {
    if (!document.isMetByLicence()) {
      return new Submit(document, List.of(Objection.general(Obstacle.NOT_BY_LICENCE)));
    }
    List<Acceptance> open =
        document.accepts().stream()
            .filter(it -> enquiry.parties().known().keySet().containsAll(it.needs()))
            .toList();
    open.forEach(this::examine);
    if (best != null) {
      return new Exempt(document, best, why(best));
    }
    List<Silence> silent = silent(open);
    return silent.isEmpty()
        ? new Submit(document, told())
        : new Undecided(document, silent, objections());
  }

  private void examine(Acceptance acceptance) {
    Examination examination = new Examination(acceptance, enquiry.parties(), day);
    for (Licence licence : enquiry.licences()) {
      if (acceptance.types().contains(licence.identifier().type())) {
        take(licence, examination.objections(licence));
      }
    }
  }

  private void take(Licence licence, List<Objection> against) {
    boolean couldDo = against.stream().allMatch(it -> it.obstacle().mayPass());
    if (couldDo && isStale(licence)) {
      stale.add(licence);
      String hub = licence.home().hub();
      List<Objection> all = new ArrayList<>(against);
      all.add(Objection.of(licence.identifier(), Obstacle.STALE, Text.of(hub, hub)));
      objections.putIfAbsent(name(licence), all);
    } else if (!against.isEmpty()) {
      objections.merge(name(licence), against, (one, two) -> two.size() < one.size() ? two : one);
    } else if (best == null || BETTER.compare(licence, best) > 0) {
      best = licence;
    }
  }

  private boolean isStale(Licence licence) {
    return licence.home().confirmedAt().plus(freshFor).isBefore(enquiry.asOf());
  }

  /** Who may know of a licence that would do, each hub once. */
  private List<Silence> silent(List<Acceptance> open) {
    Map<String, Silence> silent = new TreeMap<>();
    for (Silence each : enquiry.silent()) {
      if (open.stream().anyMatch(it -> it.mayComeFrom(each.region()))) {
        silent.putIfAbsent(each.hub(), each);
      }
    }
    for (Licence each : stale) {
      RegionCode region = each.region();
      silent.computeIfAbsent(each.home().hub(), it -> new Silence(it, region, null));
    }
    return List.copyOf(silent.values());
  }

  /** What is against each licence, in the order of identifiers, then who was not named. */
  private List<Objection> objections() {
    Stream<Objection> unknown =
        document.accepts().stream()
            .flatMap(it -> it.needs().stream())
            .filter(it -> enquiry.parties().find(it).isEmpty())
            .distinct()
            .sorted()
            .map(it -> Objection.of(null, Obstacle.PARTY_UNKNOWN, it.text()));
    return Stream.concat(objections.values().stream().flatMap(List::stream), unknown).toList();
  }

  private List<Objection> told() {
    List<Objection> told = objections();
    return told.isEmpty() ? List.of(Objection.general(Obstacle.NO_LICENCE)) : told;
  }

  private static Text why(Licence licence) {
    Text end = licence.term().end();
    String issuer = licence.issuer().name();
    return Text.of(
        "《" + licence.name() + "》由" + issuer + "颁发，" + end.zh() + "，符合全部条件",
        licence.name() + ", issued by " + issuer + ", " + end.en() + ", meets every condition");
  }

  private static String name(Licence licence) {
    return licence.identifier().toString();
  }
}
