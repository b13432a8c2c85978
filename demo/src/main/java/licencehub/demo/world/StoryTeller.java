package licencehub.demo.world;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import licencehub.model.code.LicenceIdentifier;
import licencehub.model.event.Holder;

/** Tells cases: most straight through, some with supplements, special procedures or a refusal. */
public final class StoryTeller {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final int RETURNING_PERCENT = 20;

  private final long seed;
  private final Instant beginning;

  /**
   * @param beginning when the first case is applied for; later ones follow minutes apart
   */
  public StoryTeller(long seed, Instant beginning) {
    this.seed = seed;
    this.beginning = beginning;
  }

  /** The n-th case of the world, handled by {@code body}; the same for ever. */
  public Story tell(Body body, long n) {
    Lot lot = Lot.of(seed, "case", n);
    Instant applied = beginning.plus(n * 7 % 500_000, ChronoUnit.MINUTES);
    Holder applicant = Person.applicant(seed, lot.chance(RETURNING_PERCENT) ? n / 2 : n);
    String number = caseNumber(body, applied, n);
    Telling telling = new Telling(body, number, applicant, lot, applied);
    telling.application();
    if (telling.acceptance()) {
      telling.stages();
      if (telling.completion()) {
        telling.collection();
        telling.licence(identifier(body, n), today(applied));
      }
    }
    return new Story(body, number, applicant, telling.documents());
  }

  /** 21 digits as Zhejiang has them: region, two, day, one, sequence. */
  private static String caseNumber(Body body, Instant applied, long n) {
    return body.region().text()
        + "16"
        + DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT).format(applied.atZone(ZONE))
        + String.format(Locale.ROOT, "%07d", n % 10_000_000);
  }

  private static LicenceIdentifier identifier(Body body, long n) {
    return LicenceIdentifier.mint(
        body.matter().type(),
        body.organisation().code(),
        String.format(Locale.ROOT, "DEMO%010d", n),
        1);
  }

  private static LocalDate today(Instant applied) {
    return applied.atZone(ZONE).toLocalDate();
  }
}
