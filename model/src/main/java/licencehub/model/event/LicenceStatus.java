package licencehub.model.event;

import java.util.Arrays;
import licencehub.model.MalformedValue;
import licencehub.model.Text;

/** Where a licence stands in its life; whether it has also expired follows from its dates. */
public enum LicenceStatus {
  VALID("valid", "有效"),
  SUSPENDED("suspended", "暂扣"),
  REVOKED("revoked", "撤销"),
  CANCELLED("cancelled", "注销"),
  REPLACED("replaced", "已被新证照替代"),
  EXPIRED("expired", "过期");

  private final String wire;
  private final String zh;

  LicenceStatus(String wire, String zh) {
    this.wire = wire;
    this.zh = zh;
  }

  public String wire() {
    return wire;
  }

  /** Reads what {@link #wire()} writes. */
  public static LicenceStatus parse(String wire) {
    return Arrays.stream(values())
        .filter(it -> it.wire.equals(wire))
        .findFirst()
        .orElseThrow(
            () ->
                MalformedValue.of(
                    Text.of("证照状态", "licence status"),
                    wire,
                    Text.of("不在目录中", "is not in the catalogue"),
                    VALID.wire));
  }

  public Text text() {
    return Text.of(zh, wire);
  }
}
