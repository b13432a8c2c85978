package licencehub.sharing.followup;

import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import licencehub.model.MalformedValue;
import licencehub.model.Text;
import licencehub.model.code.CaseNumber;
import licencehub.model.code.CreditCode;
import licencehub.model.code.LicenceIdentifier;
import licencehub.model.code.UseCode;
import licencehub.model.event.Event;
import licencehub.model.event.Statement.CaseStep;
import licencehub.model.event.Statement.FollowUpStep;
import licencehub.model.event.Statement.JointStep;
import licencehub.model.event.Statement.LicenceContent;
import licencehub.model.event.Statement.LicenceExpiry;
import licencehub.model.event.Statement.LicenceStatusChange;
import licencehub.model.event.Statement.LicenceUse;
import licencehub.model.event.Statement.UseObtained;
import licencehub.model.event.Statement.UseRecall;
import licencehub.sharing.ChinaTime;
import org.jspecify.annotations.Nullable;

/**
 * Later news of a licence, and whom it concerns: which uses relied on it when it no longer held, or
 * when that is in doubt.
 *
 * @param effective from when the licence did not hold, or not in this wording
 * @param doubtfulSince from when it may already have been so; null when nothing before is in doubt
 * @param until from when it held again, as after a suspension; null while it does not
 */
public record Recall(
    LicenceIdentifier licence,
    Cause cause,
    Instant effective,
    @Nullable Instant doubtfulSince,
    @Nullable Instant until) {
  private static final Comparator<Notice> IN_TIME =
      Comparator.comparing((Notice it) -> it.reliance().at())
          .thenComparing(it -> it.reliance().code().text());

  /** What happened to the licence. */
  public enum Cause {
    REVOKED("被撤销或吊销", "was revoked"),
    SUSPENDED("被暂扣", "was suspended"),
    CANCELLED("被注销", "was cancelled"),
    CORRECTED("内容被更正", "was corrected");

    private final Text text;

    Cause(String zh, String en) {
      this.text = Text.of(zh, en);
    }

    public Text text() {
      return text;
    }

    /** The word in the hub's own events. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** One use of a licence, as it was recorded. */
  public record Reliance(
      UseCode code,
      LicenceIdentifier licence,
      CaseNumber caseNumber,
      CreditCode caller,
      Instant at) {}

  /** How sure it is that a use relied on a bad licence. */
  public enum Certainty {
    /** The licence did not hold when it was used. */
    CERTAIN,
    /** It may not have held. */
    DOUBTFUL;

    /** The word in the hub's own events. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Tells one caller about one use. */
  public record Notice(Reliance reliance, Certainty certainty, Text text) {}

  public Recall {
    if ((doubtfulSince != null && doubtfulSince.isAfter(effective))
        || (until != null && !until.isAfter(effective))) {
      throw MalformedValue.of(
          Text.of("生效时间", "effective time"),
          effective.toString(),
          Text.of("应不早于存疑起点，且早于恢复时间", "must not lie before the doubt, and before the resumption"),
          "2026-03-02T00:00:00+08:00");
    }
  }

  /**
   * What an event about a licence calls back. What was revoked may have been void from the
   * beginning, and what was corrected may always have been wrong: earlier uses are in doubt.
   * Suspension and cancellation say nothing about the time before them.
   */
  public static Optional<Recall> of(Event event) {
    return switch (event.statement()) {
      case LicenceContent it -> of(it, event.time());
      case LicenceStatusChange it -> of(it);
      case CaseStep it -> Optional.empty();
      case LicenceUse it -> Optional.empty();
      case UseRecall it -> Optional.empty();
      case UseObtained it -> Optional.empty();
      case LicenceExpiry it -> Optional.empty();
      case FollowUpStep it -> Optional.empty();
      case JointStep it -> Optional.empty();
    };
  }

  /** Renewal, transfer and the like say what holds from then on, not that something was wrong. */
  private static Optional<Recall> of(LicenceContent it, Instant at) {
    return it.changeKind() == null
        ? Optional.of(new Recall(it.identifier(), Cause.CORRECTED, at, Instant.MIN, null))
        : Optional.empty();
  }

  private static Optional<Recall> of(LicenceStatusChange it) {
    Instant effective = ChinaTime.startOf(it.effectiveOn());
    return switch (it.status()) {
      case REVOKED ->
          Optional.of(new Recall(it.identifier(), Cause.REVOKED, effective, Instant.MIN, null));
      case SUSPENDED ->
          Optional.of(new Recall(it.identifier(), Cause.SUSPENDED, effective, null, null));
      case CANCELLED ->
          Optional.of(new Recall(it.identifier(), Cause.CANCELLED, effective, null, null));
      case VALID, REPLACED, EXPIRED -> Optional.empty();
    };
  }

  /** A notice for every use that has to be looked at again, in the order of time. */
  public Stream<Notice> notices(Stream<Reliance> uses) {
    return uses.flatMap(it -> notice(it).stream()).sorted(IN_TIME);
  }

  /** What this means for one use; empty when it means nothing. */
  public Optional<Notice> notice(Reliance use) {
    if (!use.licence().equals(licence)) {
      return Optional.empty();
    }
    boolean isOver = until != null && !use.at().isBefore(until);
    if (!use.at().isBefore(effective)) {
      return isOver ? Optional.empty() : Optional.of(notice(use, Certainty.CERTAIN));
    }
    return doubtfulSince == null || use.at().isBefore(doubtfulSince)
        ? Optional.empty()
        : Optional.of(notice(use, Certainty.DOUBTFUL));
  }

  private Notice notice(Reliance use, Certainty certainty) {
    boolean certain = certainty == Certainty.CERTAIN;
    return new Notice(
        use,
        certainty,
        Text.of(
            "办件 "
                + use.caseNumber()
                + " 使用的证照 "
                + licence
                + " 后来"
                + cause.text().zh()
                + (certain ? "，使用时已失效，请复查该办件" : "，使用时是否有效存疑，请核对该办件"),
            "The licence "
                + licence
                + " used in case "
                + use.caseNumber()
                + " "
                + cause.text().en()
                + (certain
                    ? " and did not hold when it was used; review the case"
                    : " later; whether it held is in doubt, check the case")));
  }
}
