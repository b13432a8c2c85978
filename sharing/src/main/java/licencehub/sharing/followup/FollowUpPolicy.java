package licencehub.sharing.followup;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import licencehub.model.code.LicenceTypeCode;

/**
 * How long matters may stay open, in days of the calendar.
 *
 * @param answerDays how long an issuer has to answer feedback, unless a deadline says otherwise
 * @param deadlines the first that names a type counts for it
 * @param checkDays when a scan is to be checked, unless whoever takes it says so
 * @param checkLongestDays how far ahead a check may be put, extensions included
 * @param remindDays how long before its last day a scan is reminded of
 */
public record FollowUpPolicy(
    int answerDays, List<Deadline> deadlines, int checkDays, int checkLongestDays, int remindDays) {
  /** What counts where nothing is configured. */
  public static final FollowUpPolicy USUAL = new FollowUpPolicy(10, List.of(), 10, 30, 2);

  /** How long the issuers of some types have. */
  public record Deadline(Set<LicenceTypeCode> types, int answerDays) {
    public Deadline {
      types = Set.copyOf(types);
    }
  }

  public FollowUpPolicy {
    deadlines = List.copyOf(deadlines);
  }

  /** The last day for an answer to feedback about a licence of this type. */
  public LocalDate answerBy(LicenceTypeCode type, LocalDate reported) {
    return reported.plusDays(
        deadlines.stream()
            .filter(it -> it.types().contains(type))
            .findFirst()
            .map(Deadline::answerDays)
            .orElse(answerDays));
  }
}
