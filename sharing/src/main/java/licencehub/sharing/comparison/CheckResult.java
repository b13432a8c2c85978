package licencehub.sharing.comparison;

import licencehub.model.Text;
import licencehub.sharing.Standing;

/** The answer of the verification service (GB/T 36906-2018 as practised), with its code. */
public enum CheckResult {
  RIGHT_AND_VALID(0, "信息正确且有效", "right and in force"),
  NOT_YET_IN_FORCE(1, "未激活", "not yet in force"),
  SUSPENDED(2, "暂时失效", "suspended"),
  NO_LONGER_VALID(3, "已失效", "no longer in force"),
  INCOMPLETE(4, "信息不全无法验证", "the licence lacks a field that was claimed"),
  NOT_FOUND(5, "查无此信息", "no such licence"),
  NOTHING_CLAIMED(6, "certData 未填", "nothing was claimed"),
  PARTLY_WRONG(7, "部分信息有误", "a field is not as claimed");

  private final int code;
  private final Text text;

  CheckResult(int code, String zh, String en) {
    this.code = code;
    this.text = Text.of(zh, en);
  }

  /** What is answered of a licence with which everything agrees. */
  public static CheckResult of(Standing standing) {
    return switch (standing) {
      case IN_FORCE -> RIGHT_AND_VALID;
      case NOT_YET_IN_FORCE -> NOT_YET_IN_FORCE;
      case SUSPENDED -> SUSPENDED;
      case EXPIRED, REVOKED, CANCELLED, REPLACED -> NO_LONGER_VALID;
    };
  }

  public int code() {
    return code;
  }

  public Text text() {
    return text;
  }
}
