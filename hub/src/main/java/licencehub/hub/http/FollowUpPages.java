package licencehub.hub.http;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import licencehub.library.FollowUp;
import licencehub.library.FollowUpQuery;
import licencehub.library.FollowUpQuery.Which;
import licencehub.library.FollowUps;
import licencehub.model.MalformedValue;
import licencehub.model.Text;
import licencehub.model.code.CreditCode;
import org.jspecify.annotations.Nullable;

/** Pages of matters that are followed up, as the query parameters of a call ask for them. */
final class FollowUpPages {
  private static final int USUAL = 50;
  private static final int MOST = 200;
  private static final Set<Which> ASKED =
      Set.of(Which.ALL, Which.OPEN, Which.SETTLED, Which.OVERDUE);

  private final FollowUps followUps;

  FollowUpPages(FollowUps followUps) {
    this.followUps = followUps;
  }

  /**
   * @param next where the next page starts, if this one was full
   */
  record Page(List<FollowUp> matters, Optional<Long> next) {}

  /**
   * @param organisation who brought them up; null for anybody
   * @param issuers who has to answer; null for anybody
   */
  Page page(
      Call call,
      FollowUp.Kind kind,
      @Nullable CreditCode organisation,
      @Nullable Set<CreditCode> issuers,
      LocalDate today) {
    int limit = (int) call.query("limit", USUAL, 1, MOST);
    long after = call.query("after", -1, -1, Long.MAX_VALUE);
    Which which = which(call.query("state").orElse("open"));
    List<FollowUp> found =
        followUps.list(new FollowUpQuery(kind, which, organisation, issuers, today, after, limit));
    return new Page(
        found, found.size() == limit ? Optional.of(found.getLast().opened()) : Optional.empty());
  }

  private static Which which(String word) {
    return ASKED.stream()
        .filter(it -> wire(it).equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                MalformedValue.of(
                    Text.of("参数 state", "parameter state"),
                    word,
                    Text.of("应为：" + words(), "must be one of: " + words()),
                    "open"));
  }

  private static String words() {
    return Arrays.stream(Which.values())
        .filter(ASKED::contains)
        .map(FollowUpPages::wire)
        .collect(Collectors.joining(", "));
  }

  private static String wire(Which which) {
    return which.name().toLowerCase(Locale.ROOT);
  }
}
