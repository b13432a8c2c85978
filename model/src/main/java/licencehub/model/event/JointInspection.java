package licencehub.model.event;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import licencehub.model.Text;
import licencehub.model.code.CaseNumber;
import licencehub.model.code.CreditCode;
import licencehub.model.code.RegionCode;

/**
 * A joint inspection 联合踏勘 was arranged or held, its lead says.
 *
 * @param sequence which inspection of this joint application, from 1
 * @param at for when it was arranged, or when it was held
 * @param findings what each department found; empty while it is only arranged
 */
public record JointInspection(
    CaseNumber joint,
    Organisation speaker,
    RegionCode region,
    State state,
    int sequence,
    Instant at,
    List<Finding> findings)
    implements Statement.JointStep {
  public JointInspection {
    findings = List.copyOf(findings);
  }

  /** How far it is. */
  public enum State {
    ARRANGED("已安排", "arranged"),
    HELD("已踏勘", "held");

    private final Text text;

    State(String zh, String en) {
      this.text = Text.of(zh, en);
    }

    public Text text() {
      return text;
    }

    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What one department found.
   *
   * @param note what was seen; may be empty
   */
  public record Finding(CreditCode department, Result result, String note) {}

  /** How it looked to one department. */
  public enum Result {
    PASSED("通过", "passed"),
    RECTIFY("限期整改", "to be put right"),
    FAILED("不通过", "failed");

    private final Text text;

    Result(String zh, String en) {
      this.text = Text.of(zh, en);
    }

    public Text text() {
      return text;
    }

    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Result> find(String wire) {
      return Arrays.stream(values()).filter(it -> it.wire().equals(wire)).findFirst();
    }
  }
}
