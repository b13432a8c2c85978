package licencehub.sharing.followup;

import java.time.Instant;
import java.time.LocalDate;
import licencehub.model.MalformedValue;
import licencehub.model.Text;
import licencehub.model.code.CaseNumber;
import org.jspecify.annotations.Nullable;

/**
 * A scan taken on trust 先收后核, also for a document that may follow 容缺受理: the case goes on, and the
 * scan is checked against the original or a licence by a day. Each move gives a new record.
 *
 * @param id names it for ever
 * @param document code of the required document it was taken for
 * @param takenBy the person who took it, by account
 * @param dueOn last day for the check, in China; late is possible, and is shown as late
 * @param extended whether the day was moved once; it is moved no second time
 * @param settlement how it ended; null while it is on trust
 */
public record Scan(
    String id,
    CaseNumber caseNumber,
    String document,
    String takenBy,
    Instant takenAt,
    LocalDate dueOn,
    boolean extended,
    State state,
    @Nullable Settlement settlement) {
  /** Where a scan stands. */
  public enum State {
    ON_TRUST("on-trust", "已收待核", "taken on trust"),
    CONFIRMED("passed", "核验一致", "confirmed"),
    REFUTED("failed", "核验不符", "refuted"),
    WITHDRAWN("withdrawn", "办件撤回，不再核验", "withdrawn with its case");

    private final String wire;
    private final Text text;

    State(String wire, String zh, String en) {
      this.wire = wire;
      this.text = Text.of(zh, en);
    }

    /** The word in events and answers. */
    public String wire() {
      return wire;
    }

    public Text text() {
      return text;
    }
  }

  /**
   * How a check ended.
   *
   * @param by the person, by account
   * @param evidence what it was checked against: a use code, a receipt; or why it was withdrawn
   */
  public record Settlement(String by, Instant at, String evidence) {
    public Settlement {
      if (by.isBlank() || evidence.isBlank()) {
        throw MalformedValue.hidden(
            Text.of("核验结果", "settlement of a scan"),
            Text.of("应写明核验人和依据", "must name who checked and against what"),
            "zhang.san, 7K2QN-D0XT4-HW9PB-3EMAQ");
      }
    }
  }

  public Scan {
    if ((state == State.ON_TRUST) != (settlement == null)) {
      throw new IllegalArgumentException("a settlement belongs to a scan that is settled");
    }
  }

  /** A scan just taken. */
  public static Scan take(
      String id,
      CaseNumber caseNumber,
      String document,
      String takenBy,
      Instant takenAt,
      LocalDate dueOn) {
    return new Scan(id, caseNumber, document, takenBy, takenAt, dueOn, false, State.ON_TRUST, null);
  }

  /** Original or licence says the same. */
  public Transition<Scan> confirm(Settlement how) {
    return settle(State.CONFIRMED, how);
  }

  /** Original or licence says otherwise. */
  public Transition<Scan> refute(Settlement how) {
    return settle(State.REFUTED, how);
  }

  /** The case was withdrawn; there is nothing to check any more. */
  public Transition<Scan> withdraw(Settlement how) {
    return settle(State.WITHDRAWN, how);
  }

  /** Moves the last day, once, to a later one, and before it has passed. */
  public Transition<Scan> extend(LocalDate newDay, LocalDate today) {
    if (state != State.ON_TRUST) {
      return settled();
    }
    if (extended || today.isAfter(dueOn) || !newDay.isAfter(dueOn)) {
      return Transition.refused(
          "核验期限只能在到期前延长一次，且应晚于" + dueOn,
          "the day can be moved once, before it has passed, to one after " + dueOn);
    }
    return new Transition.Done<>(
        new Scan(id, caseNumber, document, takenBy, takenAt, newDay, true, state, null));
  }

  /** Whether it should have been checked before {@code day} and was not. */
  public boolean isOverdueOn(LocalDate day) {
    return state == State.ON_TRUST && day.isAfter(dueOn);
  }

  private Transition<Scan> settle(State to, Settlement how) {
    if (state != State.ON_TRUST) {
      return settled();
    }
    if (how.at().isBefore(takenAt)) {
      return Transition.refused("核验时间早于收件时间", "it cannot be checked before it was taken");
    }
    return new Transition.Done<>(
        new Scan(id, caseNumber, document, takenBy, takenAt, dueOn, extended, to, how));
  }

  private Transition<Scan> settled() {
    return Transition.refused(
        "该材料已经“" + state.text().zh() + "”，不能再变更",
        "the scan is already " + state.text().en() + " and stays so");
  }
}
