package licencehub.hub.cli;

import licencehub.model.Text;

/** How a command ends. Scripts branch on the numbers: they are published and never change. */
public enum Exit {
  OK(0, "成功", "done"),
  FAILED(1, "失败", "failed"),
  USAGE(2, "用法错误", "used wrongly"),
  INVALID(3, "校验未通过", "validation failed"),
  PARTLY(4, "部分完成", "partly done"),
  NOT_ALLOWED(5, "无权限", "not allowed"),
  UNREACHABLE(6, "连接不上", "unreachable"),
  NEGATIVE(7, "核验结论为否", "verification negative");

  private final int code;
  private final Text text;

  Exit(int code, String zh, String en) {
    this.code = code;
    this.text = Text.of(zh, en);
  }

  public int code() {
    return code;
  }

  public Text text() {
    return text;
  }
}
