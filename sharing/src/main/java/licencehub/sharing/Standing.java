package licencehub.sharing;

import licencehub.model.Text;

/** Whether a licence holds on one day: its status and its dates together. */
public enum Standing {
  IN_FORCE("有效", "in force"),
  NOT_YET_IN_FORCE("尚未生效", "not yet in force"),
  EXPIRED("已过有效期", "expired"),
  SUSPENDED("已暂扣", "suspended"),
  REVOKED("已撤销或吊销", "revoked"),
  CANCELLED("已注销", "cancelled"),
  REPLACED("已被新证照替代", "replaced by a newer licence");

  private final Text text;

  Standing(String zh, String en) {
    this.text = Text.of(zh, en);
  }

  public Text text() {
    return text;
  }
}
