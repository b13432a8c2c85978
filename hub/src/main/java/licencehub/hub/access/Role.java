package licencehub.hub.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import licencehub.model.Text;

/** What a caller is to the hub; each caller has exactly one role. */
public enum Role {
  DEPARTMENT("部门"),
  APPROVER("审批人员"),
  SUPERVISOR("电子监察"),
  AUDITOR("审计"),
  AGENT("持证主体代理"),
  OPERATOR("运维"),
  PEER("对等枢纽"),
  PUBLIC("公众");

  private final String zh;

  Role(String zh) {
    this.zh = zh;
  }

  /** The word in tokens, in the access log and in the OpenAPI document. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Text text() {
    return Text.of(zh, wire());
  }

  public static Optional<Role> find(String wire) {
    return Arrays.stream(values()).filter(it -> it.wire().equals(wire)).findFirst();
  }
}
