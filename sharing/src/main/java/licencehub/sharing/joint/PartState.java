package licencehub.sharing.joint;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import licencehub.model.Text;
import licencehub.model.event.JointOpening;

/**
 * How one part stands.
 *
 * @param confirmed whether its own department names the applicant of the joint application
 * @param next what its department has to do or wait for, in this order; never empty
 */
public record PartState(
    JointOpening.Part part,
    Progress progress,
    Issuing issuing,
    Set<Flag> flags,
    boolean confirmed,
    List<Next> next) {
  public PartState {
    flags = Set.copyOf(flags);
    next = List.copyOf(next);
  }

  /** What was reported of it and ought not to be: kept, and told to the lead. */
  public enum Flag {
    ISSUED_EARLY("前置事项未办结先行出件", "issued before a prerequisite"),
    OTHER_DEPARTMENT("有其他部门报送其环节", "steps of it are stated by another department"),
    OTHER_APPLICANT("办件的申请人与联办件不同", "its case has another applicant");

    private final Text text;

    Flag(String zh, String en) {
      this.text = Text.of(zh, en);
    }

    public Text text() {
      return text;
    }

    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** What comes next. */
  public enum Next {
    ACCEPT("受理", "accept it"),
    AWAIT_APPLICANT("等待申请人补正", "wait for the applicant's supplement"),
    CHECK_MATERIALS("核验材料", "check its materials"),
    INSPECT("参加联合踏勘", "take part in the joint inspection"),
    AWAIT_PREREQUISITE("等待前置事项", "wait for its prerequisites"),
    ASK_LEAD("前置事项未出件，请与牵头部门商定", "a prerequisite came to nothing: ask the lead"),
    DECIDE("可以办结出件", "decide; it may be issued"),
    NOTHING("已了结", "nothing more");

    private final Text text;

    Next(String zh, String en) {
      this.text = Text.of(zh, en);
    }

    public Text text() {
      return text;
    }

    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
