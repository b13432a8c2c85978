package licencehub.sharing.exemption;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import licencehub.model.code.LicenceIdentifier;
import licencehub.sharing.ChinaTime;
import licencehub.sharing.Licence;
import licencehub.sharing.item.ItemGuide;

/**
 * Decides which documents an applicant need not submit.
 *
 * <p>Silence is never "no": a document is to be submitted only when every hub that might know a
 * licence for it has answered. A licence that was not confirmed for longer than {@code freshFor}
 * exempts from nothing; where newer word could make it do, its hub counts as silent.
 *
 * @param freshFor how long what a hub said of a licence may be relied on
 */
public record Exemption(Duration freshFor) {
  private static final Comparator<Licence> LATER =
      Comparator.comparing((Licence it) -> it.home().confirmedAt())
          .thenComparing(Licence::status)
          .thenComparing(it -> it.home().hub());

  /**
   * One decision for every document, in the order of the guide. Among several licences that would
   * do, the one that holds longest is taken, then the one issued last, then the identifier first in
   * order: the same question always gets the same answer.
   */
  public List<Decision> decide(ItemGuide guide, Enquiry enquiry) {
    LocalDate day = ChinaTime.dayOf(enquiry.asOf());
    Enquiry relevant = enquiry.with(lastWords(enquiry));
    return guide.documents().stream()
        .map(it -> new DocumentQuestion(it, relevant, day, freshFor).decide())
        .toList();
  }

  /** What the parties hold, each licence as it was said last; in doubt the worse word counts. */
  private static List<Licence> lastWords(Enquiry enquiry) {
    Map<LicenceIdentifier, Licence> last = new LinkedHashMap<>();
    for (Licence each : enquiry.licences()) {
      if (enquiry.parties().known().values().stream().anyMatch(it -> each.isHeldBy(it.code()))) {
        last.merge(each.identifier(), each, BinaryOperator.maxBy(LATER));
      }
    }
    return List.copyOf(last.values());
  }
}
